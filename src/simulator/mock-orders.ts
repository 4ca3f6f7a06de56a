import type { StoreSchemas } from '../contract.ts'

type OrderInfo = StoreSchemas['OrderInfo']
type OrderLine = StoreSchemas['OrderLine']

interface Kind {
  readonly orderType: string
  readonly chargingMode: string
  readonly charging: string
  readonly periodType?: 'year' | 'month' | 'day'
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
export function mockOrder(orderId: string, now: Date): OrderInfo | undefined {
  const kind = kinds.get(orderId)
  if (kind === undefined) return undefined
  return {
    orderId,
    orderType: kind.orderType,
    createTime: storeTime(now),
    orderLine: [mockLine(`${orderId}-000001`, kind, now)],
    buyerInfo: {
      mobilePhone: '18688888888',
      email: null,
      customerId: '459bbbec25d24749b2eb83be37b602a8',
      customerName: 'mock_user_01',
      customerRealName: '测试用户1',
      customerType: 0,
      userId: null,
      userName: null,
    },
    extendParams: [],
  }
}

function mockLine(orderLineId: string, kind: Kind, now: Date): OrderLine {
  return {
    orderLineId,
    chargingMode: kind.chargingMode,
    ...(kind.periodType && periodFrom(now, kind.periodType)),
    productInfo: [
      {
        productId: 'OFFI846204237451911168',
        skuCode: '0a4d1578-5295-46a7-92d4-7c803dccc51d',
        linearValue: 50,
        productName: `MOCK测试商品,测试规格,基础版,${kind.charging}`,
      },
    ],
    extendParams: [
      { name: 'emailDomainName', value: 'test.xxxx.com' },
      { name: 'ip', value: '127.0.0.1' },
    ],
    currency: '100',
    currencyAfterDiscount: '100',
  }
}

// One period on, at the end of that day, as the known answer has it.
function periodFrom(now: Date, periodType: 'year' | 'month' | 'day') {
  const end = periodType === 'day' ? daysAfter(now, 1) : monthsAfter(now, monthsOf[periodType])
  end.setUTCHours(23, 59, 59)
  return { periodType, periodNumber: 1, expireTime: storeTime(end) }
}

const monthsOf = { year: 12, month: 1 }

function daysAfter(moment: Date, days: number): Date {
  const later = new Date(moment)
  later.setUTCDate(later.getUTCDate() + days)
  return later
}

// The last day of a shorter month: 31 January and a month is 28 or 29 February.
function monthsAfter(moment: Date, months: number): Date {
  const later = new Date(moment)
  later.setUTCMonth(later.getUTCMonth() + months)
  const spilt = later.getUTCDate() !== moment.getUTCDate()
  return spilt ? daysAfter(later, -later.getUTCDate()) : later
}

function storeTime(moment: Date): string {
  return moment.toISOString().replace(/\D/g, '').slice(0, 14)
}
