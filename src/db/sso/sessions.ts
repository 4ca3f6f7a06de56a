import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { SsoCodeTable, SsoSessionTable } from './sso-tables.ts'

/** A session as it is kept. */
export type SessionRow = Selectable<SsoSessionTable>

/** Keeps a new session with the code for it; the session of the browser before, if any, ends. */
export async function insertSession(
  db: Database,
  session: SessionRow,
  { code, replaced }: { readonly code: SsoCodeTable; readonly replaced: string | undefined },
): Promise<void> {
  if (replaced !== undefined) await deleteSessionOfCookie(db, replaced)
  await db.insertInto('sso_sessions').values(session).execute()
  await db.insertInto('sso_codes').values(code).execute()
}

/** Takes a code, which nobody can take again, and returns its session; undefined if it is not good. */
export async function takeCode(
  db: Database,
  codeHash: string,
  now: Date,
): Promise<SessionRow | undefined> {
  const taken = await db
    .deleteFrom('sso_codes')
    .where('code_hash', '=', codeHash)
    .returning(['session_id', 'ends_at'])
    .executeTakeFirst()
  if (taken === undefined || taken.ends_at <= now) return undefined
  return findSession(db, taken.session_id, now)
}

/** The session with this id, unless it has ended. */
export function findSession(db: Database, id: string, now: Date): Promise<SessionRow | undefined> {
  return db
    .selectFrom('sso_sessions')
    .selectAll()
    .where('id', '=', id)
    .where('ends_at', '>', now)
    .executeTakeFirst()
}

/** The session of a browser's cookie, unless it has ended. */
export function findSessionOfCookie(
  db: Database,
  cookieHash: string,
  now: Date,
): Promise<SessionRow | undefined> {
  return db
    .selectFrom('sso_sessions')
    .selectAll()
    .where('cookie_hash', '=', cookieHash)
    .where('ends_at', '>', now)
    .executeTakeFirst()
}

/** Notes that the user is active, and when the session ends unless that happens again. */
export async function touchSession(
  db: Database,
  id: string,
  times: Pick<SessionRow, 'active_at' | 'ends_at'>,
): Promise<void> {
  await db.updateTable('sso_sessions').set(times).where('id', '=', id).execute()
}

/**
 * Takes the renewal of a session's tokens upon itself: true for one caller of many, until `until`. Who
 * has read tokens that were renewed meanwhile is too late.
 */
export async function claimRenewal(
  db: Database,
  { id, access_ends_at }: SessionRow,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sso_sessions')
    .set({ renewing_until: until })
    .where('id', '=', id)
    .where('access_ends_at', '=', access_ends_at)
    .where((where) =>
      where.or([where('renewing_until', 'is', null), where('renewing_until', '<=', now)]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Keeps renewed tokens. */
export async function saveTokens(
  db: Database,
  id: string,
  renewed: Pick<SessionRow, 'tokens' | 'access_ends_at' | 'ends_at'>,
): Promise<void> {
  await db
    .updateTable('sso_sessions')
    .set({ ...renewed, renewing_until: null })
    .where('id', '=', id)
    .execute()
}

/** Gives the renewal up: somebody may try again. */
export async function giveUpRenewal(db: Database, id: string): Promise<void> {
  await db.updateTable('sso_sessions').set({ renewing_until: null }).where('id', '=', id).execute()
}

/** Ends a session, of an address if one is given, and returns it as it was; its codes go with it. */
export function deleteSession(
  db: Database,
  id: string,
  address?: string,
): Promise<SessionRow | undefined> {
  const session = db.deleteFrom('sso_sessions').where('id', '=', id)
  const ofAddress = address === undefined ? session : session.where('address', '=', address)
  return ofAddress.returningAll().executeTakeFirst()
}

/** Ends the session of a browser's cookie and returns it as it was. */
export function deleteSessionOfCookie(
  db: Database,
  cookieHash: string,
): Promise<SessionRow | undefined> {
  return db
    .deleteFrom('sso_sessions')
    .where('cookie_hash', '=', cookieHash)
    .returningAll()
    .executeTakeFirst()
}

/** Deletes some of the sessions that have ended. */
export async function pruneSessions(db: Database, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from sso_sessions where id in (
      select id from sso_sessions where ends_at <= ${before} order by ends_at limit ${limit})`.execute(
    db,
  )
  return Number(numAffectedRows)
}

/** Deletes codes that nobody exchanged. */
export async function pruneCodes(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('sso_codes').where('ends_at', '<=', before).execute()
}
