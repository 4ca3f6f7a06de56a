// What an import of what was sold before Koogate does, from the text of the design and as plainly as
// possible; it shares nothing with the service.

import type { ModelledOrder } from './modelled-orders.ts'
import { type ModelledInstance, type Sales, count } from './modelled-sales.ts'

/** A row of the seller's records, as the management API takes it. */
export interface ImportedRow {
  readonly instanceId: string
  readonly address: string
  readonly family: 'saas-v2' | 'saas-v1' | 'license-a'
  readonly orderId: string
  readonly orderLineId?: string
  readonly chargingMode?: string
  readonly productId?: string
  /** RFC 3339. */
  readonly expireTime?: string
  readonly trial: boolean
  readonly status: 'active' | 'frozen'
  readonly orders: readonly NamedOrder[]
}

/** An order that the row names. */
export interface NamedOrder {
  readonly role: 'renewal' | 'conversion' | 'change' | 'refund' | 'upgrade'
  readonly orderId: string
  readonly orderLineId?: string
}

/** How a generation tells repeats, and whose an order is. */
export interface ImportRules {
  /** What the purchase of the row is known by. */
  purchaseOf(row: ImportedRow): string
  /** What the order would be known by if it had bought something. */
  purchaseOfNamed(order: NamedOrder): string
  /** What a call with this order is known by. */
  appliedKey(instanceId: string, order: NamedOrder): string
  /** True where it has changed another instance, and can change one alone. */
  isOfAnother(instanceId: string, order: NamedOrder): boolean
}

export type ImportResult = 'created' | 'completed' | 'unchanged' | 'refused'

/** Imports a row: with everything or not at all. */
export function importRow(
  row: ImportedRow,
  { instances, applied, boughtBy, add }: Sales,
  rules: ImportRules,
  now: number,
): ImportResult {
  const purchase = rules.purchaseOf(row)
  const known = instances.get(row.instanceId)
  const bought = boughtBy(purchase)
  if (known !== undefined && known !== bought) return 'refused'
  if (bought !== undefined && bought !== known && !bought.held) return 'refused'
  const isStolen = row.orders.some((order) => {
    const buyer = boughtBy(rules.purchaseOfNamed(order))
    const isBuyer = buyer !== undefined && buyer.id !== row.instanceId
    return isBuyer || rules.isOfAnother(row.instanceId, order)
  })
  if (isStolen) return 'refused'

  const isNew = known === undefined || known.held
  if (bought?.held === true) instances.delete(bought.id)
  const instance = isNew ? addOf(row, purchase, add, now) : known
  const fresh = row.orders.filter((order) => {
    const key = rules.appliedKey(row.instanceId, order)
    const isFresh = !applied.has(key)
    applied.add(key)
    return isFresh
  })
  note(instance, fresh)
  if (isNew) return 'created'
  return fresh.length > 0 ? 'completed' : 'unchanged'
}

function addOf(row: ImportedRow, purchase: string, add: Sales['add'], now: number) {
  const expires = row.expireTime === undefined ? null : Date.parse(row.expireTime)
  const product = row.productId ?? null
  const frozen = row.status === 'frozen'
  const bought = { id: row.orderId, kind: 'purchase', expires, left: expires, product } as const
  const instance = add({
    ...{ id: row.instanceId, test: false, purchase, address: row.address },
    ...{ phase: 'ready', hasAddress: true, expireTime: expires, productId: product, frozen },
    frozenAfterExpiry: frozen && expires !== null && expires <= now,
    trial: row.trial,
    orders: [{ ...bought, imported: true, undone: false }],
  })
  count(instance, 'imported')
  return instance
}

// What the row names came before whatever the store has called since.
function note(instance: ModelledInstance, fresh: readonly NamedOrder[]): void {
  const { orders } = instance
  const last = orders.findLastIndex(({ imported, kind }) => imported || kind === 'purchase')
  orders.splice(last + 1, 0, ...fresh.flatMap((order) => noted(order, instance.expireTime)))
  for (const { role } of fresh) {
    if (role === 'conversion') instance.trial = false
    count(instance, role === 'upgrade' ? 'upgraded' : 'refreshed')
    instance.isPurchaseLatest = false
  }
}

// A renewal that was cancelled before the row was written is not in what it tells.
function noted({ role, orderId: id }: NamedOrder, left: number | null): ModelledOrder[] {
  if (role === 'refund') return []
  const told = { expires: null, left, product: null }
  return [{ id, kind: role, ...told, imported: true, undone: false }]
}
