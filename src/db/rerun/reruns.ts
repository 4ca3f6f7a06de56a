import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { ShortMessage } from '../message/short-messages.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { MessageRerunTable } from './rerun-tables.ts'

/** A re-run of many messages as it is kept. */
export type RerunRow = Selectable<MessageRerunTable>

/** One that is begun. */
export type NewRerun = Pick<
  RerunRow,
  'id' | 'filter' | 'matched' | 'skipped' | 'token_id' | 'token_name' | 'request_id' | 'reason'
>

/**
 * Begins a re-run of these messages, in their order; false where one runs. One without any has ended.
 */
export async function beginRerun(
  transaction: Database,
  { filter, skipped, ...given }: NewRerun,
  { messages, now }: { readonly messages: readonly ShortMessage[]; readonly now: Date },
): Promise<boolean> {
  const isDone = messages.length === 0
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('message_reruns')
    .values({
      ...given,
      filter: JSON.stringify(filter),
      skipped: JSON.stringify(skipped),
      refused: '{}',
      skipped_since: '[]',
      state: isDone ? 'done' : 'running',
      to_run: messages.length,
      ...{ next_at: now, created_at: now, updated_at: now, ended_at: isDone ? now : null },
      ...{ error: null, lease: null, lease_until: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertTurns(transaction, given.id, messages)
  return true
}

async function insertTurns(
  transaction: Database,
  rerunId: string,
  messages: readonly ShortMessage[],
): Promise<void> {
  const turns = messages.map(({ id, activity, instance_id, order_id, at }, turn) => {
    return { turn, message_id: id, activity, instance_id, order_id, received_at: at }
  })
  await sql`
    insert into message_rerun_turns
      (rerun_id, turn, message_id, activity, instance_id, order_id, received_at, outcome)
    select ${rerunId}, turn, message_id, activity, instance_id, order_id, received_at, 'waiting'
    from json_to_recordset(${JSON.stringify(turns)}::json) as given (turn integer, message_id uuid,
      activity text, instance_id text, order_id text, received_at timestamptz)`.execute(transaction)
}

/** A re-run by its id. */
export function findRerun(db: Database, id: string): Promise<RerunRow | undefined> {
  return db.selectFrom('message_reruns').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The one that runs. */
export function findRunningRerun(db: Database): Promise<RerunRow | undefined> {
  return db
    .selectFrom('message_reruns')
    .selectAll()
    .where('state', '=', 'running')
    .executeTakeFirst()
}

/** Re-runs, the newest first. */
export function listReruns(
  db: Database,
  { state }: { readonly state?: RerunRow['state'] | undefined },
  page: Page,
): Promise<PageOf<RerunRow>> {
  let query = db.selectFrom('message_reruns').selectAll()
  if (state !== undefined) query = query.where('state', '=', state)
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

/** Ends one that runs; returns whether it ran. The turn that is open keeps its lease, and comes to its end. */
export async function cancelRerun(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message_reruns')
    .set({ state: 'cancelled', error: null, updated_at: now, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets some re-runs that ended before a time, once their calls are forgotten (turns.ts). */
export async function pruneReruns(db: Database, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from message_reruns where id in (
      select id from message_reruns r
      where ended_at < ${before}
        and not exists (select from message_rerun_turns t where t.rerun_id = r.id)
      limit ${limit})`.execute(db)
  return Number(numAffectedRows ?? 0)
}
