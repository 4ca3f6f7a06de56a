import { useEffect, useState } from 'preact/hooks'
import type { ApiProblem } from './connect.ts'
import { type Answer, type Ask, answerOf } from './answer.ts'
import { useConnect } from './connect.ts'
import { useLive } from './live.ts'

export interface Query<Data> {
  /** The last answer; it stays while a refresh is under way or has failed. */
  readonly data: Data | undefined
  readonly problem: ApiProblem | undefined
  /** Asks again at once, after a change. */
  readonly reload: () => void
}

export interface QueryOptions {
  /** Asks for private data in clear (see useReveal), and not again by itself: each time is in the audit. */
  readonly reveal?: boolean
  /** Not asked again by itself. */
  readonly once?: boolean
}

/**
 * One answer, asked for anew when a value of `deps` changes and every ten seconds.
 *
 *     const alarm = useQuery((api) => api.GET('/api/v1/alarms/{id}', { params: { path: { id } } }), [id])
 *     if (alarm.data === undefined) return <Pending of={alarm} />
 */
export function useQuery<Data>(
  ask: Ask<Data>,
  deps: readonly unknown[],
  { reveal = false, once = false }: QueryOptions = {},
): Query<Data> {
  const connect = useConnect()
  const { tick } = useLive()
  const [again, setAgain] = useState(0)
  const key = JSON.stringify([deps, reveal])
  const [kept, keep] = useState<Answer<Data> & { key: string; last?: Data }>()
  useEffect(() => {
    const hangUp = new AbortController()
    const headers = reveal ? { 'koogate-reveal': 'true' } : undefined
    void answerOf(ask(connect({ signal: hangUp.signal, headers }))).then((answer) => {
      if (hangUp.signal.aborted) return
      keep((before) => ({ ...answer, key, last: before?.key === key ? lastOf(before) : undefined }))
    })
    return () => hangUp.abort()
  }, [key, again, once || reveal ? 0 : tick])
  const current = kept?.key === key ? kept : undefined
  return {
    data: current && lastOf(current),
    problem: current?.problem,
    reload: () => setAgain((count) => count + 1),
  }
}

const lastOf = <Data>(kept: Answer<Data> & { last?: Data }): Data | undefined =>
  kept.problem === undefined ? kept.data : kept.last
