import type { SellerSchemas } from '../../contract/index.ts'
import type { OrderTable } from '../../db/order/order-tables.ts'
import type { Terms } from '../../domain/instance/applied-order.ts'
import { type ExtendParam, readExtendParams } from '../../domain/order/extend-params.ts'
import { plainNumber, wholeNumber } from '../../domain/order/number-v1.ts'
import { chargingModeV1, orderPartV1 } from '../../domain/order/purchase-v1.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'
import { decryptedField, timeField, unreadSentence } from '../v1-fields.ts'
import { termsOfV1 } from '../v1-terms.ts'
import { orderFromCall } from './order-row.ts'

type NewInstance = SellerSchemas['NewInstanceV1']

/** A newInstance call with everything read that has a form of its own. */
export interface ReadPurchase {
  /** What tells instances of one order apart. */
  readonly orderLineId: string
  readonly expireTime: Date | null
  readonly acceptanceTime: Date | null
  readonly isTrial: boolean
  readonly periodNumber: number | undefined
  readonly quantity: number | undefined
  /** In the clear: at rest only inside the vault. */
  readonly buyer: Readonly<Record<string, string | undefined>>
  readonly extendParams: readonly ExtendParam[]
  /** What came and could not be read, for the operator; none of that is a reason to refuse an order. */
  readonly attention: string | undefined
}

/** Reads the call. Throws Refusal 000002 for a time that is none. */
export function readPurchase(call: Call<NewInstance>): ReadPurchase {
  const { body } = call
  const buyer = buyerOf(call)
  const periodNumber = wholeNumber(body.periodNumber)
  const quantity = wholeNumber(body.amount)
  const extend = readExtendParams(body.saasExtendParams)
  return {
    periodNumber,
    quantity,
    orderLineId: orderPartV1(body),
    expireTime: time('expireTime', body.expireTime),
    acceptanceTime: time('acceptanceTime', body.acceptanceTime),
    isTrial: plainNumber(body.trialFlag ?? '') === '1',
    buyer,
    extendParams: extend.params,
    attention: unreadSentence(body, {
      mobilePhone: buyer['mobilePhone'],
      email: buyer['email'],
      saasExtendParams: extend.isWhole || undefined,
      amount: quantity,
      periodNumber,
    }),
  }
}

function time(name: string, text: string | undefined): Date | null {
  return text === undefined ? null : timeField(name, text)
}

function buyerOf(call: Call<NewInstance>): ReadPurchase['buyer'] {
  const { customerId, customerName, userId, userName, mobilePhone, email } = call.body
  return {
    customerId,
    customerName,
    userId,
    userName,
    mobilePhone: mobilePhone && decryptedField(mobilePhone, call),
    email: email && decryptedField(email, call),
  }
}

/** What the call tells of what was bought. */
export function toldOf(body: NewInstance, { isTrial, extendParams }: ReadPurchase): Terms {
  return termsOfV1({
    ...body,
    orderType: isTrial ? 'TRIAL' : 'NEW',
    chargingMode: chargingModeV1(body.chargingMode),
    extendParams,
  })
}

/** The row of the order that the call tells. */
export function purchaseOrder(
  call: Call<NewInstance>,
  read: ReadPurchase,
  services: Services,
): OrderTable {
  const { body } = call
  const { vault } = services
  const columns = {
    order_type: read.isTrial ? 'TRIAL' : 'NEW',
    charging_mode: chargingModeV1(body.chargingMode),
    period_type: body.periodType ?? null,
    period_number: read.periodNumber ?? null,
    product_id: body.productId,
    sku_code: body.skuCode ?? null,
    quantity: read.quantity ?? null,
    expire_time: read.expireTime,
    currency_after_discount: body.orderAmount ?? null,
    extend_params: vault.encrypt(JSON.stringify(read.extendParams)),
    buyer: vault.encrypt(JSON.stringify(read.buyer)),
  }
  return orderFromCall(call, read.orderLineId, columns, services)
}
