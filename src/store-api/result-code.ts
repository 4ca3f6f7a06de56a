import { z } from 'zod'
import { toStorable } from '../domain/storable-text.ts'

/** What a result code asks of the caller: nothing more, another attempt later, or to give up. */
export type StoreOutcome = 'done' | 'retry' | 'final'

/** A code of the store or of its API gateway, without white space, and its message. */
export interface StoreResult {
  readonly code: string
  readonly message: string
}

// Result codes of the open APIs, productsdesc-bms_0dff4d8a9ede975f6674698a8064dbbesupport0.
const outcomes: ReadonlyMap<string, StoreOutcome> = new Map<string, StoreOutcome>([
  ['0000', 'done'],
  ['0100', 'final'],
  ['0101', 'final'],
  ['0150', 'final'],
  ['0151', 'final'],
  ['0154', 'final'],
  ['0199', 'final'],
  ['0250', 'retry'],
  ['0999', 'retry'],
  ['9001', 'final'],
  ['9002', 'final'],
  ['9003', 'final'],
  ['9004', 'final'],
])

/**
 * Decides by the code: `MKT.0100` is final although it comes with HTTP 500. Older editions write
 * `CBC.` for `MKT.`. A code that the table does not know, the gateway's among them, is decided by the
 * HTTP status: credentials and clocks are mended, and an order is fetched late and not never.
 */
export function outcomeOf(code: string, httpStatus: number): StoreOutcome {
  const number = /^(?:(?:MKT|CBC)\.)?(\d{4})$/.exec(code)?.[1]
  const known = number === undefined ? undefined : outcomes.get(number)
  return known ?? (mayPass(httpStatus) ? 'retry' : 'final')
}

/** True for an HTTP status that may be better at the next attempt: 401, 403, 408, 429 and 5xx. */
export function mayPass(httpStatus: number): boolean {
  return [401, 403, 408, 429].includes(httpStatus) || httpStatus >= 500
}

const message = z.string().catch('')
const Answer = z.union([
  z
    .object({ resultCode: z.string().min(1), resultMsg: message })
    .transform(({ resultCode, resultMsg }) => ({ code: resultCode, message: resultMsg })),
  z
    .object({ error_code: z.string().min(1), error_msg: message })
    .transform(({ error_code, error_msg }) => ({ code: error_code, message: error_msg })),
])

/**
 * Reads the code from an answer of the store (`resultCode`) or of its gateway (`error_code`);
 * undefined if it carries neither. One page prints `MKT. 0250`: white space is left out.
 */
export function readResult(body: unknown): StoreResult | undefined {
  const answer = Answer.safeParse(body)
  if (!answer.success) return undefined
  return { ...answer.data, code: codeOf(answer.data.code) }
}

// It is stored and shown: 64 characters are more than any of theirs has.
function codeOf(text: string): string {
  return toStorable(text.replace(/\s/g, '').slice(0, 64))
}
