import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { UsageLimitTable } from './usage-tables.ts'

/** How a site, or an address of it, takes pushes. */
export type UsageLimits = Selectable<UsageLimitTable>

/** Every site and address about which something is known. */
export function listLimits(db: Database): Promise<UsageLimits[]> {
  return db.selectFrom('usage_limits').selectAll().orderBy('site').orderBy('signer').execute()
}

/** Those of a site and of one of its addresses; '' is the whole site. */
export async function findLimits(
  db: Database,
  site: string,
  signer: string,
): Promise<UsageLimits[]> {
  return db
    .selectFrom('usage_limits')
    .selectAll()
    .where('site', '=', site)
    .where('signer', 'in', ['', signer])
    .orderBy('signer')
    .execute()
}

/** Keeps what is known of a site or an address now; a member that is left out stays. */
export async function keepLimits(
  db: Database,
  { site, signer, ...changed }: Partial<UsageLimits> & Pick<UsageLimits, 'site' | 'signer'>,
): Promise<void> {
  await db
    .insertInto('usage_limits')
    .values({ site, signer, ...changed })
    .onConflict((conflict) =>
      conflict.columns(['site', 'signer']).doUpdateSet({ ...changed, site }),
    )
    .execute()
}

/**
 * Ends pauses: of addresses, and of their sites; without any of them all. That they had failed is known until
 * something is taken, which ends the alarm.
 */
export async function endPauses(
  db: Database,
  of?: readonly { readonly site: string; readonly signer: string }[],
): Promise<void> {
  const keys = of?.flatMap(({ site, signer }) => [`${site}/`, `${site}/${signer}`])
  const which = keys === undefined ? sql`true` : sql`site || '/' || signer = any(${keys})`
  await sql`
    update usage_limits set paused_until = null, reason = null, failures = least(failures, 1)
    where paused_until is not null and ${which}`.execute(db)
}
