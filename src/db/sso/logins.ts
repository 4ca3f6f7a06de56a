import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { SsoLoginTable } from './sso-tables.ts'

/** A login as it is kept. */
export type LoginRow = Selectable<SsoLoginTable>

/** Keeps a login that begins. */
export async function insertLogin(db: Database, row: LoginRow): Promise<void> {
  await db.insertInto('sso_logins').values(row).execute()
}

/** By what a login is taken: of one browser, at one address, begun after a time. */
export interface LoginAt {
  readonly browserHash: string
  readonly address: string
  readonly step: LoginRow['step']
  readonly after: Date
}

/** Takes the login with this id, so that nobody else does; undefined if there is none. */
export function takeLogin(
  db: Database,
  idHash: string,
  { browserHash, address, step, after }: LoginAt,
): Promise<LoginRow | undefined> {
  return db
    .deleteFrom('sso_logins')
    .where('id_hash', '=', idHash)
    .where('browser_hash', '=', browserHash)
    .where('address', '=', address)
    .where('step', '=', step)
    .where('created_at', '>', after)
    .returningAll()
    .executeTakeFirst()
}

/** Takes the latest login of a browser at this step, of a tenant if one is given. */
export async function takeLatestLogin(
  db: Database,
  { browserHash, address, step, after }: LoginAt,
  tenantId?: string,
): Promise<LoginRow | undefined> {
  const { rows } = await sql<LoginRow>`
    delete from sso_logins where id_hash = (
      select id_hash from sso_logins
      where browser_hash = ${browserHash} and address = ${address} and step = ${step}
        and created_at > ${after}
        ${tenantId === undefined ? sql`` : sql`and tenant_id = ${tenantId}`}
      order by created_at desc limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0]
}

/** Which logins are forgotten. */
export interface LoginPrune {
  /** All that began before this. */
  readonly before: Date
  /** None that began after this: their users are at the auth centre. */
  readonly underWay: Date
  /** Of those between the two the newest of so many in all stay. */
  readonly most: number
}

/**
 * Deletes logins that are over, and of the others all but the newest `most`: whoever opens the login page
 * again and again fills no disk, and pushes nobody out who has just begun.
 */
export async function pruneLogins(
  db: Database,
  { before, underWay, most }: LoginPrune,
): Promise<void> {
  await sql`
    delete from sso_logins where created_at <= greatest(${before}::timestamptz, (
      select least(created_at, ${underWay}::timestamptz) from sso_logins
      order by created_at desc offset ${most} limit 1))`.execute(db)
}
