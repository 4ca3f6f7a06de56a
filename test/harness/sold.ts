import type { OrderStore } from '../../src/simulator/api/order-store.ts'
import { newOrder } from './store.ts'

/** What an order of the store's books tells; what is left out is right. */
export interface Sold {
  readonly type?: string
  /** As the store writes times. */
  readonly createTime?: string
  readonly expireTime?: string | null
  readonly productId?: string
  readonly quantity?: number
  readonly sku?: string
  /** Without it nobody is told to have bought, and no product either. */
  readonly isBare?: boolean
}

const buyerInfo = {
  mobilePhone: '18688888888',
  email: null,
  customerId: '459bbbec25d24749b2eb83be37b602a8',
  customerName: 'mock_user_01',
  customerRealName: '测试用户1',
  customerType: 0,
  userId: null,
  userName: null,
}

/** Puts an order into the store's books. */
export function putOrder(store: OrderStore, sold: Sold = {}, order = newOrder()) {
  const { productId = 'P-basic', quantity = 10, sku = `sku-of-${productId}` } = sold
  const products = [
    { productId, skuCode: sku, linearValue: quantity, productName: `name of ${productId}` },
  ]
  store.orders.add({
    orderId: order.orderId,
    orderType: sold.type ?? 'NEW',
    createTime: sold.createTime ?? '20260101000000',
    buyerInfo: sold.isBare ? null : buyerInfo,
    extendParams: [],
    orderLine: [
      {
        orderLineId: order.orderLineId,
        chargingMode: 'PERIOD',
        periodType: 'year',
        periodNumber: 1,
        expireTime: sold.expireTime ?? null,
        productInfo: sold.isBare ? [] : products,
        extendParams: sold.isBare ? [] : [{ name: 'emailDomainName', value: 'test.example.com' }],
        currency: '100',
        currencyAfterDiscount: '90',
      },
    ],
  })
  return order
}
