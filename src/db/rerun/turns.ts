import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { MessageRerunTurnTable } from './rerun-tables.ts'

/** A call of a re-run as it is kept. */
export type TurnRow = Selectable<MessageRerunTurnTable>

/** The calls of a re-run, the newest first. */
export function listTurns(
  db: Database,
  { rerunId, outcome }: TurnFilter,
  page: Page,
): Promise<PageOf<TurnRow>> {
  let query = db.selectFrom('message_rerun_turns').selectAll().where('rerun_id', '=', rerunId)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  return pageOfQuery(query, { time: 'received_at', id: 'message_id' }, page)
}

/** What calls a list shows. */
export interface TurnFilter {
  readonly rerunId: string
  readonly outcome?: TurnRow['outcome'] | undefined
}

/** Deletes some of the calls of re-runs that ended before a time. */
export async function pruneTurns(db: Database, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ deleted: number }>`
    with old as (
      select t.rerun_id, t.turn from message_reruns r
      join message_rerun_turns t on t.rerun_id = r.id
      where r.ended_at < ${before} limit ${limit}),
    gone as (
      delete from message_rerun_turns t using old
      where t.rerun_id = old.rerun_id and t.turn = old.turn returning 1)
    select count(*) as deleted from gone`.execute(db)
  return rows[0]?.deleted ?? 0
}
