import type { OrderStore } from '../simulator/api/order-store.ts'
import { firstLineOf, type OrderKey } from '../simulator/products/order-ids.ts'
import { orderInfoOf, type Sale } from '../simulator/products/order-info.ts'
import { endOfPeriods } from '../simulator/products/period.ts'
import { products } from '../simulator/products/products.ts'

/** What a buyer orders: 50 of a yearly product for one period, unless told otherwise. */
export type OrderedSale = Partial<Omit<Sale, keyof OrderKey | 'placedAt'>>

/** Places an order, and makes it known to our store if the seller asks there. */
export type PlaceOrder = (sale?: OrderedSale) => OrderKey

/** How a buyer's orders come about. */
export function createPlaceOrder(
  newId: (kind: string) => string,
  orderStore: Pick<OrderStore, 'orders'> | undefined,
): PlaceOrder {
  return (sale = {}) => {
    const orderId = newId('ORDER')
    const key = { orderId, orderLineId: firstLineOf(orderId) }
    const placedAt = new Date()
    const { product = products.standardYear, periods = 1 } = sale
    const { periodType } = product
    const expireTime = periodType && endOfPeriods(placedAt, periodType, periods)
    const whole = { orderType: 'NEW', quantity: 50, expireTime, ...sale, product, periods }
    orderStore?.orders.add(orderInfoOf({ ...key, ...whole, placedAt }))
    return key
  }
}

const orderTypes: Readonly<Record<string, string>> = {
  refreshInstance: 'RENEW',
  refreshLicense: 'RENEW',
  refreshLicenseCode: 'RENEW',
  upgradeInstance: 'CHANGE',
  upgrade: 'CHANGE',
  releaseInstance: 'UNSUBSCRIBE',
}

/** What kind of order a call tells of. */
export function orderTypeOf(activity: string): string {
  return orderTypes[activity] ?? 'NEW'
}
