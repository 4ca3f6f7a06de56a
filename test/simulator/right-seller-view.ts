import type { SellerView } from '../../src/simulator/scenarios/seller-view.ts'
import type { OrderInfo } from '../broken-sellers/right-seller/open-api.ts'
import type { Seller } from '../broken-sellers/right-seller/parts.ts'

/** What the people of a seller in memory see of what it has really sold. */
export function viewOf({ memory }: Seller): SellerView {
  return {
    readInstance(id) {
      const instance = memory.real.instances.get(id)
      if (instance === undefined) return Promise.resolve(undefined)
      const { status, order, expireTime } = instance
      const product = order?.orderLine[0]?.productInfo?.[0]
      return Promise.resolve({
        status,
        productId: product?.productId ?? null,
        expireTime: dateOf(expireTime),
        order: order === undefined ? null : orderOf(order),
        appInfo: null,
      })
    },
    read: () => Promise.resolve(undefined),
    putAppInfo: () => Promise.resolve(),
  }
}

function orderOf({ orderId, orderType, orderLine }: OrderInfo) {
  const quantity = orderLine[0]?.productInfo?.[0]?.linearValue ?? null
  return { orderId, state: 'fetched', type: orderType, quantity }
}

function dateOf(text = ''): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text)?.slice(1).map(Number)
  if (parts === undefined) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
