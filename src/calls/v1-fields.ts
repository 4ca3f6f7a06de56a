import { V1FieldError, decryptV1Field } from '../crypto/v1-cipher.ts'
import { Refusal } from '../domain/refusal.ts'
import { parseBeijingTime } from '../domain/time/store-time.ts'
import type { Call } from './call.ts'

// Each reads one parameter of a V1 call. A time that cannot be read is Refusal 000002, which names it:
// what is sold depends on it. What only informs is undefined then, and refuses nothing.

/** A time, Beijing's: the documents name no zone, and calls seen from the debugger carry that one. */
export function timeField(name: string, text: string): Date {
  const time = parseBeijingTime(text)
  // Eight hours back from year 1 lies a year that Postgres does not know.
  if (time === undefined || time.getUTCFullYear() < 1) {
    throw new Refusal('000002', `${name} is not a valid date`)
  }
  return time
}

/**
 * An encrypted field in the clear: made with the key that signed the call, or with another one that is
 * accepted, as in the midst of a rotation. Undefined if none opens it.
 */
export function decryptedField(value: string, { key, address }: Call<unknown>): string | undefined {
  const { v1Encryption: encryptType } = address.product
  for (const one of new Set([key, ...address.keys.v1])) {
    try {
      return decryptV1Field({ key: one, encryptType, value })
    } catch (error) {
      if (!(error instanceof V1FieldError)) throw error
    }
  }
  return undefined
}

/**
 * What an operator is told of parameters that came and could not be read, which `read` has as
 * undefined; undefined if all could.
 */
export function unreadSentence<Body extends { readonly orderId: string }>(
  body: Body,
  read: { readonly [Name in keyof Body]?: unknown },
): string | undefined {
  const names = Object.keys(read) as (keyof Body & string)[]
  const unread = names.filter((name) => body[name] !== undefined && read[name] === undefined)
  if (unread.length === 0) return undefined
  return `order ${body.orderId}: ${unread.join(', ')} could not be read`
}
