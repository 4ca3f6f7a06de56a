import { type RawBuilder, sql } from 'kysely'
import type { OrderKey } from '../../domain/instance/instance.ts'
import type { Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'

/** An order that a call has applied to an instance that was there; its claim is the record of it. */
export interface AppliedOrder extends Scope, OrderKey {
  readonly instanceId: string
  readonly activity: string
  /** Why a renewal of V2 changed the expiry; V1 has none. */
  readonly scene: string | undefined
  readonly appliedAt: Date
}

interface Row {
  readonly site: string
  readonly test_address: string
  readonly instance_id: string
  readonly activity: string
  readonly ids: readonly string[]
  /** What stands for the line of a V1 order; empty where there is none. */
  readonly v1_line: string
  readonly claimed_at: Date
}

/** The orders that were applied to an instance, at most so many, the newest first. */
export async function listAppliedTo(
  db: Database,
  instanceId: string,
  limit: number,
): Promise<AppliedOrder[]> {
  return appliedOrders(db, sql`claims.instance_id = ${instanceId}`, limit)
}

/** Which of these orders were applied to which instances, the newest first. */
export async function listAppliedOf(
  db: Database,
  orderIds: readonly string[],
): Promise<AppliedOrder[]> {
  // Spelt as the index of these events has it.
  const changed = sql`select instance_id from events where order_id = any(${orderIds})
    and type in ('instance.refreshed', 'instance.upgraded')`
  return appliedOrders(
    db,
    sql`claims.instance_id in (${changed}) and claim_key::json ->> 1 = any(${orderIds})`,
  )
}

async function appliedOrders(db: Database, which: RawBuilder<unknown>, limit = 10_000) {
  const { rows } = await sql<Row>`
    select claims.site, claims.test_address, claims.instance_id, activity, claim_key::json as ids,
      case when family = 'saas-v1' then order_line_id else '' end as v1_line, claimed_at
    from claims join sold_instances using (instance_id)
    where ${which} and activity in ('refreshInstance', 'upgradeInstance', 'upgrade', 'refreshLicense')
    order by claimed_at desc, claim_key desc limit ${limit}`.execute(db)
  return rows.map(toApplied)
}

// The ids of a claim: instance, order, and since V2 line and scene. V1 has no lines: its orders stand
// where its calls know the instance, which a V2 purchase may have taken over (orderPartOf).
function toApplied(row: Row): AppliedOrder {
  const [, orderId = '', orderLineId = row.v1_line, scene] = row.ids
  return {
    site: row.site,
    testAddress: row.test_address,
    instanceId: row.instance_id,
    activity: row.activity,
    orderId,
    orderLineId,
    scene,
    appliedAt: row.claimed_at,
  }
}
