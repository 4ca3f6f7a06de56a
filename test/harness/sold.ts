import type { OrderStore } from '../../src/simulator/api/order-store.ts'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { products } from '../../src/simulator/products/products.ts'
import { newOrder } from './store.ts'

/** What an order of the store's books tells; what is left out is right. */
export interface Sold {
  readonly type?: string
  /** As the store writes times. */
  readonly createTime?: string
  readonly expireTime?: string | null
  readonly productId?: string
  /** More of them on the same line. */
  readonly otherProducts?: readonly string[]
  readonly quantity?: number
  readonly sku?: string
  /** Without it nobody is told to have bought, and no product either. */
  readonly isBare?: boolean
}

/** Puts an order into the store's books. */
export function putOrder(store: OrderStore, sold: Sold = {}, order = newOrder()) {
  const { productId = 'P-basic', otherProducts = [] } = sold
  const { buyerInfo, orderLine, ...info } = orderInfoOf({
    ...order,
    orderType: sold.type ?? 'NEW',
    placedAt: new Date(),
    product: products.standardYear,
    quantity: sold.quantity ?? 10,
  })
  const lineOf = (id: string) => ({
    productId: id,
    skuCode: sold.sku ?? `sku-of-${id}`,
    linearValue: sold.quantity ?? 10,
    productName: `name of ${id}`,
  })
  store.orders.add({
    ...info,
    createTime: sold.createTime ?? '20260101000000',
    buyerInfo: (!sold.isBare && buyerInfo) || null,
    orderLine: orderLine.map((line) => ({
      ...line,
      expireTime: sold.expireTime ?? null,
      productInfo: sold.isBare ? [] : [productId, ...otherProducts].map(lineOf),
      extendParams: sold.isBare ? [] : [{ name: 'emailDomainName', value: 'test.example.com' }],
      currencyAfterDiscount: '90',
    })),
  })
  return order
}
