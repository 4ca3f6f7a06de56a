import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Leased, LeftWork } from '../lease.ts'
import { newId } from '../new-id.ts'
import type { RerunRow } from './reruns.ts'
import type { TurnRow } from './turns.ts'

// What holds of a re-run that somebody works on: a lease, which each turn renews.

// Longer than the product may take for one call.
const leaseMs = 120_000

/** The re-run that a process works on. */
export type RunningRerun = Leased<RerunRow>

/**
 * Claims the one that runs, where it is due and nobody works on it; or one that was ended while a turn was
 * open, of which it is not known what came of it.
 */
export async function claimRerun(db: Database, now: Date): Promise<RunningRerun | undefined> {
  const lease = newId()
  const { rows } = await sql<RerunRow>`
    update message_reruns set lease = ${lease}, lease_until = ${leaseFrom(now)}
    where id = (
      select id from message_reruns
      where (state = 'running' or (state = 'cancelled' and is_open)) and next_at <= ${now}
        and (lease_until is null or lease_until <= ${now})
      order by created_at limit 1 for update skip locked)
    returning *`.execute(db)
  const [row] = rows
  return row && { row, lease }
}

/**
 * Begins the next turn, or goes on with one that is open: its call, with the id of the message that it
 * makes, which is the given one unless it had one before. Undefined after the last turn, where it was
 * ended, or where another process has taken it over.
 */
export async function beginTurn(
  db: Database,
  { row, lease }: RunningRerun,
  { messageId, now }: { readonly messageId: string; readonly now: Date },
): Promise<TurnRow | undefined> {
  const { rows } = await sql<TurnRow>`
    with mine as (
      update message_reruns set is_open = true, lease_until = ${leaseFrom(now)}
      where id = ${row.id} and lease = ${lease} and turn < to_run and (state = 'running' or is_open)
      returning turn)
    update message_rerun_turns t set rerun_message_id = coalesce(rerun_message_id, ${messageId})
    from mine where t.rerun_id = ${row.id} and t.turn = mine.turn
    returning t.*`.execute(db)
  return rows[0]
}

/** What a turn came to. */
export type TurnEnd = Pick<
  TurnRow,
  'outcome' | 'reason' | 'result_code' | 'result_msg' | 'rerun_message_id'
>

/** The counts of a re-run. */
export type RerunCounts = Pick<RerunRow, 'succeeded' | 'refused' | 'failed' | 'skipped_since'>

/** Ends the turn that is open; the state of the re-run then, undefined where somebody has taken it over. */
export async function endTurn(
  transaction: Database,
  { row, lease }: RunningRerun,
  { end, counts, now }: { end: TurnEnd; counts: RerunCounts; now: Date },
): Promise<RerunRow['state'] | undefined> {
  const { succeeded, refused, failed, skipped_since: since } = counts
  const { rows } = await sql<Pick<RerunRow, 'state' | 'turn'>>`
    update message_reruns set turn = turn + 1, is_open = false, attempts = 0, error = null,
      succeeded = ${succeeded}, refused = ${JSON.stringify(refused)}, failed = ${failed},
      skipped_since = ${JSON.stringify(since)}, lease_until = ${leaseFrom(now)}, updated_at = ${now}
    where id = ${row.id} and lease = ${lease} and is_open
    returning state, turn`.execute(transaction)
  const [ended] = rows
  if (ended === undefined) return undefined
  await transaction
    .updateTable('message_rerun_turns')
    .set(end)
    .where('rerun_id', '=', row.id)
    .where('turn', '=', ended.turn - 1)
    .execute()
  return ended.state
}

/** Closes the turn of a re-run that was ended before its call was run. */
export async function closeTurn(
  transaction: Database,
  { row, lease }: RunningRerun,
): Promise<void> {
  const { rows } = await sql<Pick<RerunRow, 'turn'>>`
    update message_reruns set is_open = false, lease = null, lease_until = null
    where id = ${row.id} and lease = ${lease} returning turn`.execute(transaction)
  await transaction
    .updateTable('message_rerun_turns')
    .set({ rerun_message_id: null })
    .where('rerun_id', '=', row.id)
    .where('turn', '=', rows[0]?.turn ?? -1)
    .execute()
}

/** Ends one whose calls have all had their turn. */
export async function endRerun(
  db: Database,
  { row, lease }: RunningRerun,
  now: Date,
): Promise<void> {
  await sql`
    update message_reruns set state = 'done', lease = null, lease_until = null, updated_at = ${now},
      ended_at = ${now}
    where id = ${row.id} and lease = ${lease} and state = 'running' and turn = to_run`.execute(db)
}

/** Leaves it to whoever comes next, at once or later. */
export async function leaveRerun(
  db: Database,
  { row, lease }: RunningRerun,
  { error, attempts, nextAt, now }: LeftWork,
): Promise<void> {
  await sql`
    update message_reruns set lease = null, lease_until = null, error = ${error},
      attempts = ${attempts}, next_at = ${nextAt}, updated_at = ${now}
    where id = ${row.id} and lease = ${lease}`.execute(db)
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}
