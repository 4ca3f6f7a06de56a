import { setTimeout as wait } from 'node:timers/promises'
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
import { backOffMs } from './back-off.ts'
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
    async run(stopping) {
      for (;;) {
        if (stopping?.aborted === true) return
        const running = await claimRerun(db, now())
        if (running === undefined) return
        await goOn({ ...options, running, stopping }, services)
      }
    },
  }
}

interface Work extends RerunMessagesOptions {
  readonly running: RunningRerun
  readonly stopping: AbortSignal | undefined
}

async function goOn(work: Work, services: Services): Promise<void> {
  const { running } = work
  try {
    await workOff(work, services)
  } catch (error) {
    await leave(running, error, services)
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
    const restMs = limits.rerunEveryMs - (performance.now() - begun)
    if (restMs > 0) await wait(restMs, undefined, { signal: stopping }).catch(() => undefined)
  }
  await leave(running, undefined, services)
}

/** One turn, and the counts after it; undefined where there is no other, or it is not ours any more. */
async function turn(
  { running, addresses, rerun }: Work,
  counts: RerunCounts,
  services: Services,
): Promise<RerunCounts | undefined> {
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
  return state === 'running' ? after : undefined
}

async function leave(running: RunningRerun, error: unknown, services: Services): Promise<void> {
  const { db, now, log } = services
  const at = now()
  const attempts = error === undefined ? 0 : running.row.attempts + 1
  const backMs = error === undefined ? 0 : (backOffMs(attempts) ?? 0)
  const message = error === undefined ? null : messageOf(error)
  if (message !== null) log.warn({ rerun: running.row.id, error: message }, 're-run waits')
  const nextAt = new Date(at.getTime() + backMs)
  await leaveRerun(db, running, { error: message, attempts, nextAt, now: at })
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000)
}
