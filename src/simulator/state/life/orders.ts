import { endOfPeriods } from '../../products/period.ts'
import { newOrderKey } from '../ids.ts'
import type { Moment } from '../moment.ts'
import type { Store } from '../store.ts'
import type { Offer, PlacedOrder } from '../store-data.ts'

/** What an order is made of; its ids and its moment are the store's. */
export type OrderDraft = Omit<
  PlacedOrder,
  'orderId' | 'orderLineId' | 'placedAt' | 'supervision' | 'unsubscription' | 'failedAt'
>

/** Places an order: the seller's order query finds it from now on. */
export function placeOrder({ data }: Store, draft: OrderDraft): PlacedOrder {
  const { purpose, state, customerId, product, offer, quantity, periods } = draft
  const { amount, instance, extendParams, expireTime } = draft
  const order: PlacedOrder = {
    ...newOrderKey(data),
    ...{ purpose, state, customerId, product, offer, quantity, periods, amount, instance },
    extendParams,
    placedAt: data.now,
    ...(expireTime !== undefined && { expireTime }),
  }
  data.orders[order.orderId] = order
  return order
}

/** Where so many periods of an offer end; nothing for what has none. */
export function endOf(from: Moment, offer: Offer, periods: number): Moment | undefined {
  const { periodType } = offer
  return periodType && endOfPeriods(new Date(from), periodType, periods).getTime()
}

/** Where a trial ends: at the end of its last day. */
export function endOfTrial(from: Moment, days: number): Moment {
  return endOfPeriods(new Date(from), 'day', days).getTime()
}
