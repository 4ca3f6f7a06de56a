import { plainNumber } from './number-v1.ts'

// What the members of a V1 order mean.

const payPerUse: readonly string[] = ['0', '5']

const chargingModes: Readonly<Record<string, string>> = {
  '0': 'ON_DEMAND',
  '1': 'PERIOD',
  '3': 'ONE_TIME',
  '5': 'ON_DEMAND_PKG',
}

/** What tells the instances of one order apart: nothing, or in a pay-per-use order the product. */
export function orderPartV1(call: {
  readonly chargingMode?: string | undefined
  readonly productId: string
}): string {
  const mode = plainNumber(call.chargingMode ?? '')
  return payPerUse.includes(mode) ? call.productId : ''
}

/** The charging mode in the words of the order query; a number that no page lists stays as it is. */
export function chargingModeV1(number: string | undefined): string | null {
  if (number === undefined) return null
  const mode = plainNumber(number)
  return chargingModes[mode] ?? mode
}

/** The order type of a refreshInstance call in the words of the order query. */
export function refreshTypeV1(call: {
  readonly isCancelled: boolean
  readonly endsTrial: boolean
}): string {
  if (call.isCancelled) return 'UNSUBSCRIBE'
  return call.endsTrial ? 'TRIAL_TO_FORMAL' : 'RENEW'
}
