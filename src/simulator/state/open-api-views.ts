import type { StoreSchemas } from '../../contract/index.ts'
import type { StoreInstance } from '../api/usage-record.ts'
import { orderInfoOf } from '../products/order-info.ts'
import type { Buyer, Purpose, StoreData } from './store-data.ts'

// How the order query calls a renewal with a change, and one that is cancelled, is not documented.
const orderTypes = {
  NEW: 'NEW',
  TRIAL: 'TRIAL',
  TRIAL_TO_FORMAL: 'TRIAL_TO_FORMAL',
  RENEWAL: 'RENEW',
  RENEWAL_CHANGE: 'RENEW',
  UPGRADE: 'CHANGE',
  UNSUBSCRIBE: 'UNSUBSCRIBE',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'UNSUBSCRIBE',
} as const satisfies Record<Purpose, string>

/** An order as the order query (查询订单) tells it; undefined for one that is unknown or not paid. */
export function orderInfo(data: StoreData, orderId: string): StoreSchemas['OrderInfo'] | undefined {
  const order = Object.hasOwn(data.orders, orderId) ? data.orders[orderId] : undefined
  if (order === undefined || order.state === 'pendingPayment') return undefined
  const { orderLineId, purpose, placedAt, offer, quantity, periods, expireTime, amount } = order
  const { trialDays } = offer
  const isTrial = purpose === 'TRIAL' && trialDays !== undefined
  return orderInfoOf({
    ...{ orderId, orderLineId, quantity, amount },
    orderType: orderTypes[purpose],
    placedAt: new Date(placedAt),
    product: isTrial ? { ...offer, periodType: 'day' } : offer,
    periods: isTrial ? trialDays : periods,
    extendParams: order.extendParams,
    buyer: buyerInfoOf(data.buyers[order.customerId]),
    ...(expireTime !== undefined && { expireTime: new Date(expireTime) }),
  })
}

function buyerInfoOf(buyer: Buyer | undefined): StoreSchemas['OrderInfo']['buyerInfo'] {
  if (buyer === undefined) return undefined
  const { customerId, customerName, mobilePhone, email, userId, userName } = buyer
  return {
    customerId,
    customerName,
    mobilePhone: mobilePhone ?? null,
    email: email ?? null,
    userId: userId ?? null,
    userName: userName ?? null,
  }
}

/** An instance as the usage ledger judges records of it, by the seller's id; undefined where unknown. */
export function storeInstanceOf(data: StoreData, instanceId: string): StoreInstance | undefined {
  const instance = Object.values(data.instances).find((one) => one.instanceId === instanceId)
  if (instance === undefined) return undefined
  const { status, order, product, offer } = instance
  const openedAt = data.orders[order]?.placedAt
  return {
    chargingMode: offer.chargingMode,
    isFrozen: status === 'FROZEN',
    isOffMarket: data.products[product]?.state === 'delisted',
    ...(openedAt !== undefined && { openedAt: new Date(openedAt) }),
  }
}
