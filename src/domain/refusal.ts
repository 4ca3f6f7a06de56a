import type { SellerSchemas } from '../contract/index.ts'

/** A result code of the store's documents (调用结果码); 000900 to 000903 belong to getLicenseAsync. */
export type ResultCode = SellerSchemas['LicenseResultCode']

/** A call that is answered with a code other than success; the message names the field or the reason. */
export class Refusal extends Error {
  readonly code: ResultCode

  constructor(code: ResultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Whether a code refuses a call: it is neither done nor under way (000004), of which the store asks again. */
export function isRefusalCode(code: string): boolean {
  return code !== '000000' && code !== '000004'
}

/** One that was released is refused with the same words as one that never was. */
export const unknownInstance = () => new Refusal('000003', 'instance is unknown or released')
