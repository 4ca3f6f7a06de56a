import DataLoader from 'dataloader'
import { sql } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import type { Instance, OrderKey } from '../../domain/instance/instance.ts'
import type { Kind, Scope } from '../../domain/scope.ts'
import { claimKeyOf } from '../claim/claims.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'
import { type InstanceRow, toInstance } from './instances.ts'

/**
 * The purchase of an order line, of which there is one. An instance that was taken over from another
 * generation has the line that it was bought by there as a claim.
 */
export interface PurchaseKey extends Scope, OrderKey {
  readonly kind: Kind
}

/** Finds the instance that an order line bought (newInstance does not know its id). */
export type FindPurchase = (key: PurchaseKey) => Promise<Instance | undefined>

const maxKeys = 64

/** Reads with one statement what is asked for in one turn of the event loop; nothing is remembered. */
export function createFindPurchase(db: Database, vault: Vault): FindPurchase {
  const loader = new DataLoader(
    (keys: readonly PurchaseKey[]) => findByPurchases(db, vault, keys),
    {
      cache: false,
      maxBatchSize: maxKeys,
      batchScheduleFn: setImmediate,
    },
  )
  return (key) => loader.load(key)
}

async function findByPurchases(
  db: Database,
  vault: Vault,
  keys: readonly PurchaseKey[],
): Promise<(Instance | undefined)[]> {
  const { rows } = await sql<InstanceRow & { index: number }>`
    with own as (select * from json_to_recordset(${JSON.stringify(keys.map(toRow))}::json) as own
      (index int, site text, kind text, test_address text, order_id text, order_line_id text,
        activity text, claim_key text))
    select index, sold_instances.* from own
    join sold_instances using (order_id, order_line_id, site, kind, test_address)
    union all
    select index, sold_instances.* from own
    join claims using (claim_key, activity, site, kind, test_address)
    join sold_instances on sold_instances.instance_id = claims.instance_id`.execute(db)
  const found = new Map(rows.map((row) => [row.index, row]))
  return keys.map((_key, index) => {
    const row = found.get(index)
    return row && toInstance(row, vault)
  })
}

function toRow({ kind, orderId, orderLineId, ...scope }: PurchaseKey, index: number) {
  return {
    index,
    ...scopeColumns(scope),
    kind,
    order_id: orderId,
    order_line_id: orderLineId,
    activity: 'newInstance',
    claim_key: claimKeyOf([orderId, orderLineId]),
  }
}

/** Finds what V1 has sold of an order, if it is one instance: V1 has no lines that would tell several apart. */
export async function findSoldInV1(
  db: Database,
  vault: Vault,
  { site, kind, orderId }: PurchaseKey,
): Promise<Instance | undefined> {
  const rows = await db
    .selectFrom('sold_instances')
    .selectAll()
    .where('order_id', '=', orderId)
    .where((where) => where.and({ site, kind, family: 'saas-v1', test: false }))
    .limit(2)
    .execute()
  const [row, other] = rows
  return row && other === undefined ? toInstance(row, vault) : undefined
}
