import type { Logger } from 'pino'

/** What a start may have to wait for. */
export type StartStep =
  | 'the database'
  | 'another replica, which is starting'
  | 'the change of the schema'
  | 'partitions and indexes'

/** Hears what a start waits for from now on. */
export type WaitsFor = (step: StartStep) => void

/** Watches a start. */
export interface StartWatch {
  readonly waitsFor: WaitsFor
  readonly end: () => void
}

/**
 * Says what a start waits for if that takes longer than these milliseconds, and again each time that
 * the wait has doubled: somebody else may hold what it needs for as long as he likes.
 */
export function watchStart(log: Pick<Logger, 'warn'>, noticeMs: number): StartWatch {
  let timer: NodeJS.Timeout | undefined
  const wait = (waitingFor: StartStep, begun: number, ms: number) => {
    timer = setTimeout(() => {
      const seconds = Math.round((performance.now() - begun) / 1000)
      log.warn({ waitingFor, seconds }, 'the start is waiting')
      wait(waitingFor, begun, ms * 2)
    }, ms)
  }
  const end = () => clearTimeout(timer)
  const waitsFor = (step: StartStep) => {
    end()
    wait(step, performance.now(), noticeMs)
  }
  return { waitsFor, end }
}
