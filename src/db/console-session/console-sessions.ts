import { type Selectable, sql } from 'kysely'
import type { Scope } from '../../contract/index.ts'
import type { Database } from '../database.ts'
import type { ConsoleSessionTable } from './console-session-tables.ts'

/** A session as it is kept. */
export type ConsoleSessionRow = Selectable<ConsoleSessionTable>

/** A session with its token as that is now; one of the token of the settings has none. */
export interface ConsoleSessionAndToken extends ConsoleSessionRow {
  readonly name: string | null
  readonly scopes: readonly Scope[] | null
  readonly expires_at: Date | null
}

interface InsertOptions {
  /** The session that the browser had before, which ends. */
  readonly replaced: string | undefined
  /** How many a token has at most: those that were unused for longest end. */
  readonly most: number
}

/** Keeps a new session. Returns false if its token was deleted meanwhile. */
export async function insertConsoleSession(
  db: Database,
  row: ConsoleSessionRow,
  { replaced, most }: InsertOptions,
): Promise<boolean> {
  const owner = row.token_id === null ? sql`token_id is null` : sql`token_id = ${row.token_id}`
  await sql`delete from console_sessions where hash = ${replaced ?? null} or hash in (
    select hash from console_sessions where ${owner}
    order by last_used_at desc, created_at desc offset ${most - 1})`.execute(db)
  const { numAffectedRows = 0n } = await sql`insert into console_sessions
    (hash, token_id, settings_mark, created_at, last_used_at, ends_at)
    select ${row.hash}, ${row.token_id}, ${row.settings_mark},
      ${row.created_at}, ${row.last_used_at}, ${row.ends_at}
    where ${row.token_id}::uuid is null
      or exists (select from tokens where id = ${row.token_id} for key share)`.execute(db)
  return numAffectedRows > 0n
}

/** The session with this hash, one that has ended too. */
export function findConsoleSession(
  db: Database,
  hash: string,
): Promise<ConsoleSessionAndToken | undefined> {
  return db
    .selectFrom('console_sessions')
    .leftJoin('tokens', 'tokens.id', 'console_sessions.token_id')
    .selectAll('console_sessions')
    .select(['tokens.name', 'tokens.scopes', 'tokens.expires_at'])
    .where('console_sessions.hash', '=', hash)
    .executeTakeFirst()
}

/** Notes a use of a session and of its token, unless another replica has noted one after `since`. */
export async function noteConsoleSessionUse(
  db: Database,
  hash: string,
  { at, since }: { readonly at: Date; readonly since: Date },
): Promise<void> {
  await sql`
    with used as (update console_sessions set last_used_at = ${at}
      where hash = ${hash} and last_used_at < ${since} returning token_id)
    update tokens set last_used_at = ${at} from used
      where tokens.id = used.token_id
        and (tokens.last_used_at is null or tokens.last_used_at < ${since})`.execute(db)
}

/** Ends a session; false if it had ended. */
export async function deleteConsoleSession(db: Database, hash: string): Promise<boolean> {
  const query = db.deleteFrom('console_sessions').where('hash', '=', hash)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/** Deletes some of the sessions that have ended. */
export async function pruneConsoleSessions(
  db: Database,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from console_sessions where hash in (
    select hash from console_sessions where ends_at <= ${before} order by ends_at limit ${limit})`.execute(
    db,
  )
  return Number(numAffectedRows)
}
