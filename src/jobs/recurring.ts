import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from '../calls/services.ts'
import { failureOf, isForeign, logFailure } from './attempt.ts'
import type { CountAttempt, Worker } from './worker.ts'

/** What has to be done now and then. Every replica does it: it is safe to do twice. */
export interface RecurringJob {
  readonly name: string
  readonly everyMs: number
  /** Once more when the process stops. */
  readonly atStop?: boolean
  /** What takes long ends early when the process stops. */
  readonly run: (stopping?: AbortSignal) => Promise<void>
}

/** Does each job again and again, never twice at once; a failure is logged and counted, no more. */
export function startRecurring(
  jobs: readonly RecurringJob[],
  { log }: Services,
  count: CountAttempt,
): Worker {
  const stopping = new AbortController()
  const { signal } = stopping
  const attempt = async ({ name, run }: RecurringJob) => {
    const error = await failureOf(() => run(signal))
    const outcome = error === undefined ? 'done' : isForeign(error) ? 'failed' : 'defect'
    logFailure({ job: name }, { outcome, error }, log)
    count(name, outcome)
  }
  const repeat = async (job: RecurringJob) => {
    for (;;) {
      await wait(job.everyMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) break
      await attempt(job)
    }
    if (job.atStop === true) await attempt(job)
  }
  const repeating = jobs.map(repeat)
  return {
    async stop() {
      stopping.abort()
      await Promise.all(repeating)
    },
  }
}
