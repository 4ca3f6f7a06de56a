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
  /** The buyer of the mock orders by default. */
  readonly buyer?: OrderInfo['buyerInfo']
  /** What is paid; negative for a refund. */
  readonly amount?: number
  /** What the buyer filled in; what the mock orders have by default. */
  readonly extendParams?: Readonly<Record<string, string>>
}

/** The order as the order query tells it, shaped like the store's own mock answer. */
export function orderInfoOf(sale: Sale): OrderInfo {
  return {
    orderId: sale.orderId,
    orderType: sale.orderType,
    createTime: orderTime(sale.placedAt),
    orderLine: [orderLineOf(sale)],
    buyerInfo: sale.buyer ?? mockBuyer,
    extendParams: [],
  }
}

function orderLineOf(sale: Sale): OrderLine {
  const { orderLineId, product, quantity, expireTime, periods = 1 } = sale
  const { amount = 100, extendParams = mockParams } = sale
  const { chargingMode, periodType, productId, skuCode, productName } = product
  return {
    orderLineId,
    chargingMode,
    ...(periodType && { periodType, periodNumber: periods }),
    ...(expireTime && { expireTime: orderTime(expireTime) }),
    productInfo: [{ productId, skuCode, linearValue: quantity, productName }],
    extendParams: Object.entries(extendParams).map(([name, value]) => ({ name, value })),
    // The amount before a discount is empty for a refund.
    currency: amount < 0 ? '' : String(amount),
    currencyAfterDiscount: String(amount),
  }
}

const mockParams = { emailDomainName: 'test.xxxx.com', ip: '127.0.0.1' }

const mockBuyer = {
  mobilePhone: '18688888888',
  email: null,
  customerId: '459bbbec25d24749b2eb83be37b602a8',
  customerName: 'mock_user_01',
  customerRealName: '测试用户1',
  customerType: 0,
  userId: null,
  userName: null,
}
