import DataLoader from 'dataloader'
import { sql } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import type { Instance, OrderKey } from '../../domain/instance/instance.ts'
import type { Kind, Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'
import { type InstanceRow, toInstance } from './instances.ts'

/** The purchase of an order line, of which there is one. */
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
    select index, instances.* from json_to_recordset(${JSON.stringify(keys.map(toRow))}::json) as own
      (index int, site text, kind text, test_address text, order_id text, order_line_id text)
    join instances using (order_id, order_line_id, site, kind, test_address)`.execute(db)
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
  }
}
