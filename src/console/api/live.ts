import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { isWaiting } from './connect.ts'

const everyMs = 10_000

/** When what is shown is asked for again. */
export interface Live {
  /** Grows with every refresh. */
  readonly tick: number
  readonly paused: boolean
  readonly pause: (paused: boolean) => void
}

export const useLive = (): Live => useContext(LiveContext)
export const LiveContext = createContext<Live>({ tick: 0, paused: true, pause: () => undefined })

/**
 * Every ten seconds, but not while paused, while nobody looks, before the last answers came, or under a
 * dialog: what somebody is about to confirm stays as it was read.
 */
export function useLiveTicks(): Live {
  const [tick, setTick] = useState(0)
  const [paused, pause] = useState(false)
  useEffect(() => {
    if (paused) return undefined
    const look = () => {
      const isAsking = document.querySelector('dialog[open]') !== null
      if (!document.hidden && !isWaiting() && !isAsking) setTick((count) => count + 1)
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [paused])
  return useMemo(() => ({ tick, paused, pause }), [tick, paused])
}
