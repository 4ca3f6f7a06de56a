import type { SellerSchemas } from '../../contract/index.ts'
import type { AnyCall } from './calls.ts'

/** A result code of the seller contract (调用结果码). */
export type ResultCode = SellerSchemas['ResultCode'] | SellerSchemas['LicenseResultCode']

/** Success. */
export const done = '000000' satisfies ResultCode
/** A purchase that is being provisioned, or a license that is being made. */
export const underWay = '000004' satisfies ResultCode

/** Which call was made. */
export type CallName = Pick<AnyCall, 'generation' | 'activity'>

// V1, License B and C and the kit have no asynchronous answer.
const asynchronous: readonly AnyCall['generation'][] = ['saasV2', 'licenseA']
const takesTime = ['newInstance', 'getLicenseAsync']

/**
 * The codes that are fine for a call: success, and for a purchase of V2 and License A, its polling
 * and the application for a license that it is under way. Not so for the debugger and the dial test,
 * which want success.
 */
export function acceptedCodes(
  call: CallName,
  { test = false, polling = false }: { readonly test?: boolean; readonly polling?: boolean } = {},
): readonly ResultCode[] {
  const isPoll = call.activity === 'queryInstance' && polling
  const mayTakeTime = asynchronous.includes(call.generation) && (isPoll || mayBeUnderWay(call))
  return mayTakeTime && !test ? [done, underWay] : [done]
}

/** True for a call whose answer `000004` carries all that success does. */
export function mayBeUnderWay({ generation, activity }: CallName): boolean {
  return asynchronous.includes(generation) && takesTime.includes(activity)
}
