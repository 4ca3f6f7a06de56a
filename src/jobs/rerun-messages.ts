import { restOfTurn } from '../calls/pace.ts'
import { runTurn } from '../calls/rerun/run-turn.ts'
import type { Rerun } from '../calls/rerun/stored-call.ts'
import { withEnd } from '../calls/rerun/turn-end.ts'
import type { Services } from '../calls/services.ts'
import { newId } from '../db/new-id.ts'
import {
  type RerunCounts,
  type RunningRerun,
  beginTurn,
  claimRerun,
  closeTurn,
  endRerun,
  endTurn,
  leaveRerun,
} from '../db/rerun/running.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Address } from '../domain/address.ts'
import { isForeign } from './attempt.ts'
import { leftWork, workOffDue } from './leased-work.ts'
import type { RecurringJob } from './recurring.ts'

/** What a re-run of many messages is done with. */
export interface RerunMessagesOptions {
  readonly addresses: ReadonlyMap<string, Address>
  readonly rerun: Rerun
}

/**
 * Goes on with a re-run of many messages, one process at a time and one call at a time, at a bounded rate:
 * whoever comes next begins with the turn that was open.
 */
export function rerunMessages(options: RerunMessagesOptions, services: Services): RecurringJob {
  const { db, now, limits } = services
  return {
    name: 'rerun-messages',
    everyMs: limits.jobsEveryMs,
    run: (stopping) =>
      workOffDue(
        () => claimRerun(db, now()),
        (running) => {
          const failures = { inARow: running.row.attempts }
          return goOn({ ...options, running, failures, stopping }, services)
        },
        stopping,
      ),
  }
}

interface Work extends RerunMessagesOptions {
  readonly running: RunningRerun
  /** Since the last turn that came to its end. */
  readonly failures: { inARow: number }
  readonly stopping: AbortSignal | undefined
}

async function goOn(work: Work, services: Services): Promise<void> {
  try {
    await workOff(work, services)
  } catch (error) {
    await leave(work, error, services)
    if (!(error instanceof Error && isForeign(error))) throw error
  }
}

async function workOff(work: Work, services: Services): Promise<void> {
  const { running, stopping } = work
  const { db, now, limits } = services
  let counts: RerunCounts | undefined = running.row
  while (stopping?.aborted !== true) {
    const begun = performance.now()
    counts = await turn(work, counts, services)
    if (counts === undefined) {
      await endRerun(db, running, now())
      return
    }
    await restOfTurn(limits.rerunEveryMs, begun, stopping)
  }
  await leave(work, undefined, services)
}

/** One turn, and the counts after it; undefined where there is no other, or it is not ours any more. */
async function turn(
  work: Work,
  counts: RerunCounts,
  services: Services,
): Promise<RerunCounts | undefined> {
  const { running, addresses, rerun } = work
  const { db, now } = services
  const messageId = newId()
  const begun = await beginTurn(db, running, { messageId, now: now() })
  if (begun === undefined) return undefined
  const isNew = begun.rerun_message_id === messageId
  const end = await runTurn(begun, { isNew, running: running.row, addresses, rerun }, services)
  if (end === undefined) {
    await inTransaction(db, (transaction) => closeTurn(transaction, running))
    return undefined
  }
  const after = withEnd(counts, begun.message_id, end)
  const state = await inTransaction(db, (transaction) =>
    endTurn(transaction, running, { end, counts: after, now: now() }),
  )
  work.failures.inARow = 0
  return state === 'running' ? after : undefined
}

async function leave(
  { running, failures }: Work,
  error: unknown,
  { db, now, log }: Services,
): Promise<void> {
  const left = leftWork({ error, failuresBefore: failures.inARow }, now())
  if (left.error !== null) log.warn({ rerun: running.row.id, error: left.error }, 're-run waits')
  await leaveRerun(db, running, left)
}
