import type { Terms } from '../domain/instance/applied-order.ts'
import { type ExtendParam } from '../domain/order/extend-params.ts'
import { wholeNumber } from '../domain/order/number-v1.ts'
import { present } from '../domain/present.ts'

/** What calls of V1 and License 1.0 tell of an order, as it stands in their queries. */
export interface ToldV1 {
  readonly orderType?: string | undefined
  readonly chargingMode?: string | null | undefined
  readonly periodType?: string | undefined
  readonly periodNumber?: string | undefined
  readonly productId?: string | undefined
  readonly skuCode?: string | undefined
  readonly amount?: string | number | undefined
  readonly diskSize?: string | number | undefined
  readonly bandWidth?: string | number | undefined
  readonly orderAmount?: string | undefined
  readonly provisionType?: string | number | undefined
  readonly extendParams?: readonly ExtendParam[] | undefined
}

/** The same as terms; what is missing, or is no whole number where one is due, is left out. */
export function termsOfV1(told: ToldV1): Terms {
  return present({
    orderType: told.orderType,
    chargingMode: told.chargingMode,
    periodType: told.periodType,
    periodNumber: numberOf(told.periodNumber),
    productId: told.productId,
    skuCode: told.skuCode,
    quantity: numberOf(told.amount),
    diskSize: numberOf(told.diskSize),
    bandWidth: numberOf(told.bandWidth),
    orderAmount: told.orderAmount,
    provisionType: told.provisionType?.toString(),
    extendParams: told.extendParams,
  })
}

function numberOf(told: string | number | undefined): number | undefined {
  return wholeNumber(told?.toString())
}
