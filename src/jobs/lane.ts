import { type ClaimedJob, claimJobs, releaseJobs } from '../db/job/jobs.ts'
import type { Services } from '../calls/services.ts'
import type { Attempted } from './attempt.ts'
import { createBell } from './bell.ts'
import type { Job } from './define-job.ts'
import { createJobSlots } from './job-slots.ts'

const batchSize = 50
// What was claimed and not begun by then is given back: the lease must outlast each attempt, and
// behind slow ones nothing new should wait that other replicas, or a look at what is newer, could begin.
const beginWithinMs = 5_000

/** What a lane works with. */
export interface LaneOptions {
  readonly job: Job
  /** The jobs that were attempted before, or the new ones. */
  readonly attempted: boolean
  readonly services: Services
  /** Hears of every attempt. */
  readonly ended: (attempted: Attempted) => void
}

/** Works off the new jobs of a queue, or those that failed before: neither waits for the other. */
export interface Lane {
  /** Tells it that there may be something to do. */
  readonly wake: () => void
  /** Begins nothing any more, lets what runs end within the time, and breaks off what is left. */
  stop(withinMs: number): Promise<void>
}

/** Starts to claim jobs that are due, as slots come free. */
export function startLane(options: LaneOptions): Lane {
  const { job, attempted, services } = options
  const { db, now, limits, log } = services
  const stopping = new AbortController()
  const breaking = new AbortController()
  const slots = createJobSlots({ ...options, breaking: breaking.signal })
  const bell = createBell()
  let newestFirst = true

  const mayBegin = () => !stopping.signal.aborted

  const claim = () => {
    const time = now()
    const leaseUntil = new Date(time.getTime() + limits.jobLeaseMs)
    const due = { queue: job.name, attempted, newestFirst, limit: batchSize, now: time, leaseUntil }
    // What failed once lately is mostly about to succeed; but what waits longest gets its turns too.
    newestFirst = !attempted || !newestFirst
    return claimJobs(db, due)
  }

  /** Begins one after the other as slots come free; returns what is not to be begun any more. */
  const beginAll = async (batch: readonly ClaimedJob[]): Promise<readonly ClaimedJob[]> => {
    const beginBefore = performance.now() + beginWithinMs
    for (const [index, claimed] of batch.entries()) {
      await slots.free()
      if (!mayBegin() || performance.now() > beginBefore) return batch.slice(index)
      slots.begin(claimed)
    }
    return []
  }

  /** Returns whether there was anything to do. */
  const workOff = async (): Promise<boolean> => {
    await slots.free()
    if (!mayBegin()) return false
    const batch = await claim()
    const left = await beginAll(batch)
    if (left.length > 0) await releaseJobs(db, left, now())
    return batch.length > 0
  }

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const wasBusy = await workOff().catch((error: unknown) => {
        log.warn({ job: job.name, err: error }, 'job queue')
        return false
      })
      if (!wasBusy) await bell.wait(limits.jobsEveryMs)
    }
  }
  const looping = loop()

  return {
    wake: () => bell.ring(),
    async stop(withinMs) {
      stopping.abort()
      bell.ring()
      const timer = setTimeout(() => breaking.abort(), withinMs)
      await looping
      await slots.ended()
      clearTimeout(timer)
    },
  }
}
