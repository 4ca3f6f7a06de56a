import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { asJson } from '../json-row.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { WebhookAttemptTable } from './webhook-tables.ts'

/** What became of one request to an endpoint. */
export type AttemptRow = Selectable<WebhookAttemptTable>

/** Keeps attempts. */
export async function insertAttempts(db: Database, rows: readonly AttemptRow[]): Promise<void> {
  if (rows.length > 0) await attemptsInsert(rows).execute(db)
}

/** What keeps attempts, as a part of a statement too. */
export function attemptsInsert(rows: readonly AttemptRow[]): RawBuilder<unknown> {
  return sql`
    insert into webhook_attempts
      (id, at, endpoint_id, event_id, type, attempt, replay, ms, status, error, answer)
    select id, at, endpoint_id, event_id, type, attempt, replay, ms, status, error, answer
    from json_populate_recordset(null::webhook_attempts, ${JSON.stringify(rows.map(asJson))})`
}

/** Which attempts a list shows; each member that is left out lets all through. */
export interface AttemptFilter {
  readonly endpointId?: string | undefined
  readonly eventId?: string | undefined
  readonly succeeded?: boolean | undefined
  readonly since?: Date | undefined
  readonly until?: Date | undefined
}

/** Attempts, the newest first. */
export function listAttempts(
  db: Database,
  { endpointId, eventId, succeeded, since, until }: AttemptFilter,
  page: Page,
): Promise<PageOf<AttemptRow>> {
  let query = db.selectFrom('webhook_attempts').selectAll()
  if (endpointId !== undefined) query = query.where('endpoint_id', '=', endpointId)
  if (eventId !== undefined) query = query.where('event_id', '=', eventId)
  if (succeeded !== undefined) query = query.where('error', succeeded ? 'is' : 'is not', null)
  if (since !== undefined) query = query.where('at', '>=', since)
  if (until !== undefined) query = query.where('at', '<', until)
  return pageOfQuery(query, { time: 'at', id: 'id' }, page)
}

/** One attempt. */
export function findAttempt(db: Database, id: string): Promise<AttemptRow | undefined> {
  return db.selectFrom('webhook_attempts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Forgets at most so many attempts of before a time, and notes that they are not known; returns how many. */
export async function pruneAttempts(db: Database, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from webhook_attempts where id in (
        select id from webhook_attempts where at < ${before} order by at, id limit ${limit})
      returning id),
    noted as (
      update webhook_attempts_state set pruned_before = greatest(pruned_before, ${before})
      where exists (select from gone))
    select count(*)::integer as count from gone`.execute(db)
  return rows[0]?.count ?? 0
}

/** Since when every attempt is kept; undefined where none was ever pruned. */
export async function attemptsKnownSince(db: Database): Promise<Date | undefined> {
  const { pruned_before } = await db
    .selectFrom('webhook_attempts_state')
    .select('pruned_before')
    .executeTakeFirstOrThrow()
  return pruned_before ?? undefined
}
