import { sql } from 'kysely'
import type { DriftState } from '../../domain/reconciliation/drift.ts'
import type { Database } from '../database.ts'
import { newId } from '../new-id.ts'
import type { DriftRow } from './drifts.ts'

// Longer than the store may take to give an order, and the product to be asked.
const leaseMs = 60_000

/** Somebody has taken over the repair of a drift: nothing was written. */
export class RepairLostError extends Error {}

/** A drift that this request alone repairs, until its lease is over. */
export interface Claimed {
  readonly drift: DriftRow
  readonly attempt: string
}

/** Claims a drift for its repair; undefined where it was repaired, or somebody is about to. */
export async function claimDrift(
  db: Database,
  id: string,
  now: Date,
): Promise<Claimed | undefined> {
  const attempt = newId()
  const { rows } = await sql<DriftRow>`
    update reconciliation_drifts set state = 'applying', attempt = ${attempt},
      lease_until = ${new Date(now.getTime() + leaseMs)}
    where id = ${id} and repair <> 'none'
      and (state in ('open', 'failed') or (state = 'applying' and lease_until <= ${now}))
    returning *`.execute(db)
  const [drift] = rows
  return drift && { drift, attempt }
}

/** What the repair of a drift came to. */
export interface RepairEnd {
  readonly state: Extract<DriftState, 'applied' | 'failed' | 'gone'>
  readonly result: string | null
}

/** Ends the repair of a drift. Throws RepairLostError where it is not ours any more. */
export async function endRepair(
  db: Database,
  { drift, attempt }: Claimed,
  { state, result }: RepairEnd,
  now: Date,
): Promise<void> {
  const appliedAt = state === 'failed' ? null : now
  const { rows } = await sql`
    update reconciliation_drifts set state = ${state}, result = ${result}, attempt = null,
      lease_until = null, applied_at = ${appliedAt}
    where id = ${drift.id} and attempt = ${attempt}
    returning id`.execute(db)
  if (rows.length === 0)
    throw new RepairLostError(`drift ${drift.id} is repaired by another request`)
}
