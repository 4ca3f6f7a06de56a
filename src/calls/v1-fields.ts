import { V1FieldError, decryptV1Field } from '../crypto/v1-cipher.ts'
import { type ExtendParam, readExtendParams } from '../domain/order/extend-params.ts'
import { Refusal } from '../domain/refusal.ts'
import { parseBeijingTime } from '../domain/time/store-time.ts'
import type { Call } from './call.ts'

// Each reads one parameter of a V1 call; what cannot be read is Refusal 000002, which names it.

/** A time, Beijing's: the documents name no zone, and calls seen from the debugger carry that one. */
export function timeField(name: string, text: string): Date {
  const time = parseBeijingTime(text)
  // Eight hours back from year 1 lies a year that Postgres does not know.
  if (time === undefined || time.getUTCFullYear() < 1) {
    throw new Refusal('000002', `${name} is not a valid date`)
  }
  return time
}

/** An encrypted field in the clear, made with the key that signed the call. */
export function decryptedField(name: string, value: string, call: Call<unknown>): string {
  const { key, address } = call
  try {
    return decryptV1Field({ key, encryptType: address.product.v1Encryption, value })
  } catch (error) {
    if (!(error instanceof V1FieldError)) throw error
    throw new Refusal('000002', `${name} ${error.message}`, { cause: error })
  }
}

/** The extension parameters that the buyer filled in; none when the call has none. */
export function extendParamsField(text: string | undefined): readonly ExtendParam[] {
  if (text === undefined) return []
  const params = readExtendParams(text)
  if (params === undefined) {
    throw new Refusal('000002', 'saasExtendParams is not Base64 of a JSON list of names and values')
  }
  return params
}
