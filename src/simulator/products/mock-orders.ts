import type { StoreSchemas } from '../../contract/index.ts'
import { firstLineOf } from './order-ids.ts'
import { orderInfoOf } from './order-info.ts'
import { endOfPeriods } from './period.ts'
import type { Product } from './products.ts'

interface Kind extends Pick<Product, 'chargingMode' | 'periodType'> {
  readonly orderType: string
  readonly charging: string
}

const yearly = { chargingMode: 'PERIOD', charging: '包周期', periodType: 'year' } as const
const monthly = { ...yearly, periodType: 'month' } as const
const daily = { ...yearly, periodType: 'day' } as const

// The fixed orders of the documents. Only the first one's answer is known in full; the others
// differ from it in what their names tell.
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['MOCKPERIODYEARNEW', { orderType: 'NEW', ...yearly }],
  ['MOCKONETIMENEW', { orderType: 'NEW', chargingMode: 'ONE_TIME', charging: '一次性' }],
  ['MOCKONDEMAND', { orderType: 'NEW', chargingMode: 'ON_DEMAND', charging: '按需' }],
  ['MOCKONDEMANDPKG', { orderType: 'NEW', chargingMode: 'ON_DEMAND_PKG', charging: '按需套餐包' }],
  ['MOCKPERIODDAYTRIAL', { orderType: 'TRIAL', ...daily }],
  ['MOCKMONTYTRIALTOFORMAL', { orderType: 'TRIAL_TO_FORMAL', ...monthly }],
  ['MOCKMONTYUNSUBSCRIBE', { orderType: 'UNSUBSCRIBE', ...monthly }],
  ['MOCKMONTYRENEW', { orderType: 'RENEW', ...monthly }],
  ['MOCKMONTYCHANGE', { orderType: 'CHANGE', ...monthly }],
])

/** Ids of the fixed mock orders; the one line of each is `<orderId>-000001`. */
export const mockOrderIds: readonly string[] = [...kinds.keys()]

/** A fixed mock order as if it were placed at `now`, or undefined for another id. */
export function mockOrder(orderId: string, now: Date): StoreSchemas['OrderInfo'] | undefined {
  const kind = kinds.get(orderId)
  if (kind === undefined) return undefined
  const { orderType, charging, ...terms } = kind
  const { periodType } = terms
  return orderInfoOf({
    orderId,
    orderLineId: firstLineOf(orderId),
    orderType,
    placedAt: now,
    product: {
      ...terms,
      productId: 'OFFI846204237451911168',
      skuCode: '0a4d1578-5295-46a7-92d4-7c803dccc51d',
      productName: `MOCK测试商品,测试规格,基础版,${charging}`,
    },
    quantity: 50,
    expireTime: periodType && endOfPeriods(now, periodType),
  })
}
