import { z } from 'zod'
import { toStorable } from '../domain/storable-text.ts'
import type { StoreFailureKind } from './store-client.ts'

/** What a result code says: success, or why not. */
export type CodeKind = 'done' | StoreFailureKind

/** A code of the store or of its API gateway, without white space, and its message. */
export interface ResultCode {
  readonly code: string
  readonly message: string
}

/** What an operation makes of codes. */
export interface CodeRules {
  /** Codes of its own, as they are written. */
  readonly codes?: ReadonlyMap<string, CodeKind> | undefined
  /** Whether it only reads: then it is asked again after a code that nobody knows. */
  readonly isRead: boolean
}

// Codes of the open APIs by their number, productsdesc-bms_0dff4d8a9ede975f6674698a8064dbbesupport0. 0151
// and 0154 speak of who calls, 0150 of what is asked: a product that another account has published.
const common: ReadonlyMap<string, CodeKind> = new Map<string, CodeKind>([
  ['0000', 'done'],
  ['0100', 'refused'],
  ['0101', 'refused'],
  ['0102', 'refused'],
  ['0150', 'refused'],
  ['0151', 'access'],
  ['0154', 'access'],
  ['0199', 'refused'],
  ['0250', 'later'],
  ['0999', 'later'],
  ['9001', 'refused'],
  ['9002', 'refused'],
  ['9003', 'refused'],
  ['9004', 'refused'],
])

/**
 * Decides by the code: `MKT.0100` is refused although it comes with HTTP 500. Older editions write
 * `CBC.` for `MKT.`. The gateway's 401 and 403 are about our keys or our clock. A code that nobody knows is
 * decided by the HTTP status, and by whether the call only reads: an order is fetched late and not never.
 */
export function kindOfCode(code: string, httpStatus: number, rules: CodeRules): CodeKind {
  const number = /^(?:(?:MKT|CBC)\.)?(\d{4})$/.exec(code)?.[1]
  const known = rules.codes?.get(code) ?? (number === undefined ? undefined : common.get(number))
  if (known !== undefined) return known
  if (isOfGateway(code) && [401, 403].includes(httpStatus)) return 'access'
  return rules.isRead || mayPass(httpStatus) ? 'later' : 'refused'
}

/** The same of an answer without a code: something in front of the store gave it, be it a page with HTTP 200. */
export function kindOfStatus(httpStatus: number, { isRead }: CodeRules): StoreFailureKind {
  return isRead || httpStatus < 400 || mayPass(httpStatus) ? 'later' : 'refused'
}

// 401 and 403 without a code of the gateway: nobody knows what they are about.
function mayPass(httpStatus: number): boolean {
  return httpStatus >= 500 || [401, 403, 406, 408, 429].includes(httpStatus)
}

/** Whether a code is of the API gateway in front of the store. */
export function isOfGateway(code: string): boolean {
  return /^API(GW|G)\./.test(code)
}

/** Whether an answer says that the site is called too often. */
export function isThrottled(code: string | undefined, httpStatus: number): boolean {
  return httpStatus === 429 || /^(?:MKT|CBC)\.0250$/.test(code ?? '')
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
export function readResult(body: unknown): ResultCode | undefined {
  const answer = Answer.safeParse(body)
  if (!answer.success) return undefined
  return { ...answer.data, code: codeOf(answer.data.code) }
}

// It is stored and shown: 64 characters are more than any of theirs has.
function codeOf(text: string): string {
  return toStorable(text.replace(/\s/g, '').slice(0, 64))
}
