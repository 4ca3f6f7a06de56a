import type { SellerSchemas } from '../contract.ts'
import type { Activity } from './activity.ts'

/** A result code of the seller contract (调用结果码). */
export type ResultCode = SellerSchemas['ResultCode']

/** Success. */
export const done = '000000' satisfies ResultCode
/** A purchase that is being provisioned. */
export const underWay = '000004' satisfies ResultCode

/**
 * The codes that are fine for a call: success, and for a purchase and its polling that it is under
 * way. Not so for the debugger and the dial test, which want success.
 */
export function acceptedCodes(
  activity: Activity,
  { test = false, polling = false }: { readonly test?: boolean; readonly polling?: boolean },
): readonly ResultCode[] {
  const mayTakeTime = activity === 'newInstance' || (activity === 'queryInstance' && polling)
  return mayTakeTime && !test ? [done, underWay] : [done]
}
