import { type SellerOperation, lengths } from '../../contract/index.ts'
import type { FailingPurchaseTable } from '../../db/standing/standing-tables.ts'
import type { InstanceFamily } from '../../domain/instance/instance.ts'
import { orderPartV1 } from '../../domain/order/purchase-v1.ts'
import { kindOf } from '../../domain/scope.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { type Members, membersOf } from '../call.ts'
import type { AnsweredCall } from './answered-call.ts'
import { purchaseWindowMs } from './purchase-windows.ts'

// The calls that buy. A renewal or an upgrade is of an order too, but its buyer has something already.
const purchases: Partial<Record<SellerOperation, { family: InstanceFamily; activity: string }>> = {
  saasV2: { family: 'saas-v2', activity: 'newInstance' },
  saasV1: { family: 'saas-v1', activity: 'newInstance' },
  licenseA: { family: 'license-a', activity: 'newInstance' },
  licenseB: { family: 'license-b', activity: 'getLicense' },
}

/**
 * What one failed attempt adds to its purchase; undefined for what buys nothing, has succeeded, or
 * names no order that could be told from others.
 */
export function failingPurchaseRow({
  call,
  activity,
  resultCode,
}: AnsweredCall): FailingPurchaseTable | undefined {
  const { operation, address, receivedAt } = call
  const purchase = purchases[operation]
  if (resultCode === '000000' || purchase?.activity !== activity) return undefined
  const line = lineOf(purchase.family, membersOf(call))
  if (line === undefined) return undefined
  return {
    ...line,
    site: address.site,
    kind: kindOf(purchase.family),
    address: address.name,
    activity,
    attempts: 1,
    first_at: receivedAt,
    last_at: receivedAt,
    last_code: resultCode,
    due_at: new Date(receivedAt.getTime() + purchaseWindowMs(operation, activity)),
    failed_at: null,
  }
}

/** Several attempts of one purchase together; the first one says until when the store tries. */
export function addFailingPurchase(
  one: FailingPurchaseTable,
  other: FailingPurchaseTable,
): FailingPurchaseTable {
  const [earlier, later] = one.last_at <= other.last_at ? [one, other] : [other, one]
  const { first_at, due_at } = earlier
  return { ...later, first_at, due_at, attempts: one.attempts + other.attempts }
}

type Line = Pick<FailingPurchaseTable, 'order_id' | 'order_line_id'>

// The call may have broken its contract, so its members are anything.
function lineOf(family: InstanceFamily, members: Members): Line | undefined {
  const orderId = idIn(members['orderId'])
  const lineId = lineIdIn(family, members)
  if (orderId === undefined || lineId === undefined) return undefined
  return { order_id: orderId, order_line_id: lineId }
}

// As the instance of the purchase is known by.
function lineIdIn(family: InstanceFamily, members: Members): string | undefined {
  if (family === 'license-b') return ''
  if (family !== 'saas-v1') return idIn(members['orderLineId'])
  const { chargingMode, productId } = members
  const mode = typeof chargingMode === 'string' ? chargingMode : undefined
  return orderPartV1({ chargingMode: mode, productId: idIn(productId) ?? '' })
}

function idIn(value: unknown): string | undefined {
  const isId = typeof value === 'string' && value !== '' && value.length <= lengths.orderId
  return isId && isStorable(value) ? value : undefined
}
