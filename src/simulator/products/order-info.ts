import type { StoreSchemas } from '../../contract/index.ts'
import type { OrderKey } from './order-ids.ts'
import type { Product } from './products.ts'
import { orderTime } from '../store-time.ts'

type OrderInfo = StoreSchemas['OrderInfo']
type OrderLine = StoreSchemas['OrderLine']

/** One product sold on one order line; `expireTime` is left out for what does not expire. */
export interface Sale extends OrderKey {
  readonly orderType: string
  readonly placedAt: Date
  readonly product: Product
  readonly quantity: number
  readonly periods?: number
  readonly expireTime?: Date | undefined
}

/** The order as the order query tells it, shaped like the store's own mock answer. */
export function orderInfoOf(sale: Sale): OrderInfo {
  return {
    orderId: sale.orderId,
    orderType: sale.orderType,
    createTime: orderTime(sale.placedAt),
    orderLine: [orderLineOf(sale)],
    buyerInfo: buyer,
    extendParams: [],
  }
}

function orderLineOf({ orderLineId, product, quantity, expireTime, periods = 1 }: Sale): OrderLine {
  const { chargingMode, periodType, productId, skuCode, productName } = product
  return {
    orderLineId,
    chargingMode,
    ...(periodType && { periodType, periodNumber: periods }),
    ...(expireTime && { expireTime: orderTime(expireTime) }),
    productInfo: [{ productId, skuCode, linearValue: quantity, productName }],
    extendParams: [
      { name: 'emailDomainName', value: 'test.xxxx.com' },
      { name: 'ip', value: '127.0.0.1' },
    ],
    currency: '100',
    currencyAfterDiscount: '100',
  }
}

const buyer = {
  mobilePhone: '18688888888',
  email: null,
  customerId: '459bbbec25d24749b2eb83be37b602a8',
  customerName: 'mock_user_01',
  customerRealName: '测试用户1',
  customerType: 0,
  userId: null,
  userName: null,
}
