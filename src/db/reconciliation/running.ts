import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Leased, LeftWork } from '../lease.ts'
import { newId } from '../new-id.ts'
import type { ReconciliationRow } from './reconciliations.ts'

// What holds of a reconciliation that somebody works on: a lease, which each step renews.

const leaseMs = 60_000

/** The reconciliation that a process works on. */
export type RunningReconciliation = Leased<ReconciliationRow>

/** Claims one of these sites that is due and that nobody works on. */
export async function claimReconciliation(
  db: Database,
  sites: readonly string[],
  now: Date,
): Promise<RunningReconciliation | undefined> {
  const lease = newId()
  const { rows } = await sql<ReconciliationRow>`
    update reconciliations set lease = ${lease}, lease_until = ${leaseFrom(now)}
    where id = (
      select id from reconciliations
      where state = 'running' and site = any(${sites}) and next_at <= ${now}
        and (lease_until is null or lease_until <= ${now})
      order by next_at limit 1 for update skip locked)
    returning *`.execute(db)
  const [row] = rows
  return row && { row, lease }
}

/** What a step adds. */
export interface Step {
  readonly after: string
  readonly asked: number
  readonly given: number
  readonly skipped: number
}

/** Keeps how far it is; false where it was ended, or another process has taken it over. */
export async function keepStep(
  db: Database,
  { row, lease }: RunningReconciliation,
  { after, asked, given, skipped }: Step,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update reconciliations set after = ${after}, orders = orders + 1, asked = asked + ${asked},
      given = given + ${given}, skipped = skipped + ${skipped}, attempts = 0, error = null,
      lease_until = ${leaseFrom(now)}, updated_at = ${now}
    where id = ${row.id} and lease = ${lease} and state = 'running'
    returning id`.execute(db)
  return rows.length === 1
}

/** Leaves it to whoever comes next, at once or later. */
export async function leaveReconciliation(
  db: Database,
  { row, lease }: RunningReconciliation,
  { error, attempts, nextAt, now }: LeftWork,
): Promise<void> {
  await sql`
    update reconciliations set lease = null, lease_until = null, error = ${error},
      attempts = ${attempts}, next_at = ${nextAt}, updated_at = ${now}
    where id = ${row.id} and lease = ${lease} and state = 'running'`.execute(db)
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}
