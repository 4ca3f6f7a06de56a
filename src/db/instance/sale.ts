import type { Selectable } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import {
  type AppliedOrder,
  type NewOrder,
  isSameOrder,
  newOrder,
} from '../../domain/instance/applied-order.ts'
import { type Instance, type OrderKey, hasOrderLines } from '../../domain/instance/instance.ts'
import { isTrial, planOf } from '../../domain/instance/plan.ts'
import { cancelRenewal } from '../../domain/instance/refund.ts'
import type { InstanceTable } from './instance-tables.ts'

type Row = Selectable<InstanceTable>

/** What is known of a sale beside the columns that are searched: one text, encrypted for the buyer in it. */
type Sale = Pick<Instance, 'orders' | 'buyer' | 'notes'>

/** Null for a purchase of which the columns tell everything: most are never changed, and a cipher costs. */
export function writeSale(instance: Instance, vault: Vault): Uint8Array | null {
  const { orders, buyer, notes } = instance
  if (isToldByColumns(instance)) return null
  return vault.encrypt(JSON.stringify({ orders: orders.map(short), buyer, notes }))
}

function isToldByColumns(instance: Instance): boolean {
  const { buyer, notes, attention } = instance
  const [order, ...others] = instance.orders
  if (order === undefined || others.length > 0) return false
  if (notes.length > 0 || buyer !== null || attention !== null) return false
  return tellsNoMore(order, purchaseOf(instance))
}

// Compared by hand: isDeepStrictEqual takes as long as the cipher.
function tellsNoMore(order: AppliedOrder, purchase: AppliedOrder): boolean {
  const { told, read, createdAt, productCount, isUndone, isUncertain, isQueried } = order
  if (read !== null || createdAt !== null || Object.keys(told).length > 0) return false
  if (productCount > 0 || isUndone || isUncertain || isQueried !== purchase.isQueried) return false
  return times.every((name) => order[name]?.getTime() === purchase[name]?.getTime())
}

const times = ['appliedAt', 'expireTime', 'expiryAfter'] as const

// What is as in every new order is left out: most orders are never refunded, nor read twice.
function short(order: AppliedOrder): Partial<AppliedOrder> {
  const given = Object.entries(order).filter(([, value]) => value !== null && value !== false)
  return Object.fromEntries(given)
}

/** What a row tells of its sale, with what version 0.2 has changed of it since. */
export function readSale(row: Row, vault: Vault): Sale {
  const sale = writtenSale(row, vault)
  const isLast = row.sale === null || row.sale_version === row.version
  return isLast ? sale : { ...sale, orders: withLatestOf(row, sale.orders) }
}

/** The orders that this version has written, without what the columns let guess of a later one. */
export function writtenOrders(row: Row, vault: Vault): readonly AppliedOrder[] {
  return writtenSale(row, vault).orders
}

function writtenSale(row: Row, vault: Vault): Sale {
  if (row.sale === null) return saleOfColumns(row)
  const sale = JSON.parse(vault.decrypt(row.sale).toString()) as Sale
  return { ...sale, orders: sale.orders.map(readOrder) }
}

type Written = Omit<NewOrder, 'appliedAt'> & { readonly [time in Time]?: string | null }
type Time = 'appliedAt' | 'expireTime' | 'expiryAfter' | 'createdAt'

function readOrder(kept: AppliedOrder): AppliedOrder {
  const { appliedAt, expireTime, expiryAfter, createdAt } = kept as unknown as Written
  return {
    ...newOrder(kept),
    appliedAt: new Date(appliedAt ?? 0),
    expireTime: timeOf(expireTime),
    expiryAfter: timeOf(expiryAfter),
    createdAt: timeOf(createdAt),
  }
}

function timeOf(text: string | null | undefined): Date | null {
  return typeof text === 'string' ? new Date(text) : null
}

// Version 0.2 kept the product beside it, of whichever order it was.
function saleOfColumns(row: Row): Sale {
  const order = purchaseOf({
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    latestOrderId: row.latest_order_id,
    expireTime: row.expire_time,
    family: row.family,
    test: row.test,
    createdAt: row.created_at,
  })
  const read = {
    ...(row.product_id !== null && { productId: row.product_id }),
    ...(row.trial && { orderType: 'TRIAL' }),
  }
  const isRead = Object.keys(read).length > 0
  const notes = row.attention === null ? [] : [row.attention]
  return { orders: [isRead ? { ...order, read } : order], buyer: null, notes }
}

type Columns = Pick<
  Instance,
  'orderId' | 'orderLineId' | 'latestOrderId' | 'expireTime' | 'family' | 'test' | 'createdAt'
>

/** The purchase as the columns of its instance tell it. */
function purchaseOf(columns: Columns): AppliedOrder {
  const { orderId, orderLineId, latestOrderId, createdAt } = columns
  const expireTime = latestOrderId === orderId ? columns.expireTime : null
  return newOrder({
    orderId,
    orderLineId,
    role: 'purchase',
    appliedAt: createdAt,
    expireTime,
    expiryAfter: expireTime,
    isQueried: isQueried(columns),
  })
}

// A replica of version 0.2 has changed the row since, during an upgrade, and left the sale as it was:
// what it applied last stands in the columns.
function withLatestOf(row: Row, orders: readonly AppliedOrder[]): readonly AppliedOrder[] {
  const ids = { orderId: row.latest_order_id, orderLineId: row.latest_order_line_id }
  const isKnown = orders.some((one) => isSameOrder(one, ids))
  const all = isKnown ? orders : applied(row, ids, orders)
  const productId = row.product_id
  if (productId === null || productId === planOf(all)?.productId) return all
  return all.map((one) =>
    isSameOrder(one, ids) ? { ...one, read: { ...one.read, productId } } : one,
  )
}

function applied(row: Row, ids: OrderKey, orders: readonly AppliedOrder[]) {
  const expireTime = row.expire_time
  const before = orders.at(-1)?.expiryAfter ?? null
  const order = { ...ids, expireTime, expiryAfter: expireTime, appliedAt: row.updated_at }
  if (expireTime !== null && before !== null && expireTime < before) {
    return cancelRenewal(orders, { ...order, expireTime })
  }
  const isConversion = isTrial(orders) && !row.trial
  const isUpgrade = expireTime?.getTime() === before?.getTime()
  const role = isConversion ? 'conversion' : isUpgrade ? 'upgrade' : 'renewal'
  const told = isUpgrade && !isConversion ? null : expireTime
  return [...orders, newOrder({ ...order, role, expireTime: told, isQueried: isQueried(row) })]
}

function isQueried(sold: Pick<Row, 'family' | 'test'>): boolean {
  return hasOrderLines(sold) && !sold.test
}
