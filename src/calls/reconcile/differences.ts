import type { OrderTable } from '../../db/order/order-tables.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Plan, planOf } from '../../domain/instance/plan.ts'
import type { Difference } from '../../domain/reconciliation/drift.ts'
import { isUnknownAtStore } from '../../domain/reconciliation/flagged.ts'
import type { OrderColumns } from '../order-columns.ts'

// A product's name is not among them: the seller may call it otherwise at any time.
const compared = {
  order_type: 'type',
  create_time: 'createTime',
  charging_mode: 'chargingMode',
  period_type: 'periodType',
  period_number: 'periodNumber',
  product_id: 'productId',
  sku_code: 'skuCode',
  quantity: 'quantity',
  expire_time: 'expireTime',
  currency: 'currency',
  currency_after_discount: 'currencyAfterDiscount',
} as const satisfies Partial<Record<keyof OrderColumns, string>>

/** What of an order line is kept otherwise than the store shows it. */
export function lineDifferences(kept: OrderTable, shown: OrderColumns): Difference[] {
  return Object.entries(compared).flatMap(([column, field]) => {
    const name = column as keyof typeof compared
    return difference(field, kept[name], shown[name])
  })
}

/** What of an instance would be otherwise, had it taken over what its order shows. */
export function instanceDifferences(kept: Instance, completed: Instance): Difference[] {
  if (kept === completed) return []
  const [before, after] = [planOf(kept.orders), planOf(completed.orders)]
  return [
    ...difference('trial', kept.trial, completed.trial),
    ...planMembers.flatMap((name) => difference(name, before?.[name], after?.[name])),
    ...difference('products', productsOf(before), productsOf(after)),
    ...difference('expireTime', kept.expireTime, completed.expireTime),
    ...(isUnknownAtStore(kept) && !isUnknownAtStore(completed)
      ? difference('attention', kept.attention, completed.attention)
      : []),
  ]
}

// Of a line that sells several.
function productsOf(plan: Plan | null): string | undefined {
  return plan?.products
    ?.map(({ productId, skuCode, quantity }) => `${productId}/${skuCode}: ${quantity ?? ''}`)
    .join(', ')
}

const planMembers = [
  'chargingMode',
  'periodType',
  'periodNumber',
  'productId',
  'skuCode',
  'quantity',
  'orderAmount',
] as const

type Value = string | number | boolean | Date | null | undefined

function difference(field: string, ours: Value, store: Value): Difference[] {
  const [one, other] = [textOf(ours), textOf(store)]
  return one === other ? [] : [{ field, ours: one, store: other }]
}

function textOf(value: Value): string | null {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value.toISOString() : String(value).slice(0, mostCharacters)
}

const mostCharacters = 512
