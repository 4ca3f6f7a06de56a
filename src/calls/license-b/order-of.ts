import type { SellerSchemas } from '../../contract/index.ts'
import { emptyOrder } from '../../db/order/orders.ts'
import type { OrderTable } from '../../db/order/order-tables.ts'
import type { Terms } from '../../domain/instance/applied-order.ts'
import type { Buyer } from '../../domain/instance/instance.ts'
import type { ExtendParam } from '../../domain/order/extend-params.ts'
import { plainNumber, wholeNumber } from '../../domain/order/number-v1.ts'
import { parseBeijingTime } from '../../domain/time/store-time.ts'
import { type Call, originOf } from '../call.ts'
import type { Services } from '../services.ts'
import { termsOfV1 } from '../v1-terms.ts'

type GetLicense = SellerSchemas['GetLicenseB']

// The two that the remarks of its page name.
const chargingModes: ReadonlyMap<string, string> = new Map([
  ['1', 'PERIOD'],
  ['3', 'ONE_TIME'],
])

/** What getLicense tells of its order; License 1.0 has no order lines, and no order query follows. */
export function orderOf(
  call: Call<GetLicense>,
  params: readonly ExtendParam[],
  { vault }: Services,
): OrderTable {
  const { body, now } = call
  const { orderId, expireTime } = body
  const buyer = buyerOf(body)
  return {
    ...emptyOrder({ ...originOf(call), orderId, orderLineId: '' }, now),
    state: 'fetched',
    charging_mode: chargingModes.get(plainNumber(body.chargingMode ?? '')) ?? null,
    period_type: body.periodType ?? null,
    period_number: wholeNumber(body.periodNumber) ?? null,
    product_id: body.productId,
    sku_code: body.skuCode ?? null,
    quantity: wholeNumber(body.amount) ?? null,
    expire_time: (expireTime && parseBeijingTime(expireTime)) || null,
    extend_params: vault.encrypt(JSON.stringify(params)),
    buyer: vault.encrypt(JSON.stringify(buyer)),
    fetched_at: now,
  }
}

/** Who bought. */
export function buyerOf({ customerId, customerName, userId, userName }: GetLicense): Buyer {
  return { customerId, customerName, userId, userName }
}

/** What the call tells of what was bought. */
export function toldOf(body: GetLicense, extendParams: readonly ExtendParam[]): Terms {
  const chargingMode = chargingModes.get(plainNumber(body.chargingMode ?? ''))
  return termsOfV1({ ...body, orderType: 'NEW', chargingMode, extendParams })
}
