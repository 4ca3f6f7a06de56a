import { createSchemaValidator, type StoreSchemas } from '../../contract/index.ts'
import type { StoreRequest } from '../../crypto/ak-sk-signature.ts'
import { orderTime } from '../store-time.ts'
import { type CodeBook, type SoldCode, memoryBook } from './code-book.ts'
import { refusal, type StoreCode, type WireAnswer } from './store-refusal.ts'

const paths = {
  '/api/mkp-openapi-public/global/v1/license/activate': 'activate',
  '/api/mkp-openapi-public/global/v2/license/activate': 'activateAll',
  '/api/mkp-openapi-public/global/v1/license/heartbeat': 'query',
  '/api/mkp-openapi-public/global/v2/license/software-usage-info': 'report',
} as const

/** What the store is called for about codes. */
export type CodeCall = (typeof paths)[keyof typeof paths]

/** A call about codes that arrived, and the code that it was answered with. */
export interface ReceivedCodeCall {
  readonly call: CodeCall
  readonly codes: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
  readonly at: Date
  readonly answer: string
}

/** The codes that the store has sold, and what it was called for. */
export interface CodeDesk {
  /** Sells a code, received by its buyer and good for a year unless it is said otherwise. */
  readonly sell: (code: string, more?: Partial<SoldCode>) => SoldCode
  readonly find: (code: string) => SoldCode | undefined
  readonly calls: readonly ReceivedCodeCall[]
  /** Plays the faults at the next calls of a kind, one at each; none ends those that are left. */
  readonly fail: (call: CodeCall, ...faults: CodeFault[]) => void
  /** Who answers a request; undefined if it is not about codes. */
  readonly desk: (request: StoreRequest) => CodeExchange | undefined
}

/** A code of the calls about license codes, or of the gateway, a connection that is reset, or no answer. */
export type CodeFault = `9202${string}` | `9500${string}` | StoreCode | 'refuse' | 'hang'

/** How a call about codes is answered. */
export interface CodeExchange {
  readonly fault: CodeFault | undefined
  readonly note: (answer: string) => void
  /** The answer with the code of a fault, or the right one. */
  readonly answerOf: (fault: CodeFault | undefined) => WireAnswer | Promise<WireAnswer>
}

const yearMs = 365 * 24 * 3_600_000

/** Opens the desk; `now` is the store's clock, and `kept` where codes are that it has not sold itself. */
export function createCodeDesk(now: () => Date, kept?: CodeBook): CodeDesk {
  const sold = new Map<string, SoldCode>()
  const book = kept ?? memoryBook(sold, now)
  const calls: ReceivedCodeCall[] = []
  const faults = new Map<CodeCall, CodeFault[]>()
  return {
    sell(code, more = {}) {
      const expireTime = new Date(now().getTime() + yearMs)
      const orderId = `CS${sold.size + 1}`
      const one: SoldCode = { status: 'received', expireTime, orderId, ...more }
      sold.set(code, one)
      return one
    },
    find: (code) => book.find(code),
    calls,
    fail: (call, ...next) => void faults.set(call, next),
    desk(request) {
      const call = callIn(request)
      if (call === undefined) return undefined
      const body = membersOf(jsonIn(request.body))
      return {
        fault: faults.get(call)?.shift(),
        note: (answer) => void calls.push({ call, codes: codesIn(body), body, at: now(), answer }),
        answerOf: (fault) => (fault === undefined ? answer(call, body, book) : failure(fault)),
      }
    },
  }
}

function callIn({ method, url }: StoreRequest): CodeCall | undefined {
  const path = url.pathname.replace(/\/$/, '')
  return method === 'POST' && path in paths ? paths[path as keyof typeof paths] : undefined
}

function answer(call: CodeCall, body: unknown, book: CodeBook): Answered {
  const [violation] = validators[call](body)
  return violation === undefined
    ? answers[call](body, book)
    : said('95000001', violation.message, 400)
}

function failure(fault: CodeFault): WireAnswer {
  return isStoreCode(fault) ? refusal(fault) : said(fault)
}

function isStoreCode(fault: CodeFault): fault is StoreCode {
  return fault.includes('.')
}

const schemaOf = {
  activate: 'ActivateLicenseRequest',
  activateAll: 'ActivateLicensesRequest',
  query: 'QueryLicenseRequest',
  report: 'SoftwareUsageRequest',
} as const satisfies Record<CodeCall, keyof StoreSchemas>

const formats = { 'store-time': () => true }
const validators = Object.fromEntries(
  Object.entries(schemaOf).map(([call, schema]) => [
    call,
    createSchemaValidator('store', schema, formats),
  ]),
) as Record<CodeCall, ReturnType<typeof createSchemaValidator>>

type Answered = WireAnswer | Promise<WireAnswer>

// The validators above have seen each body.
const answers: Record<CodeCall, (body: unknown, book: CodeBook) => Answered> = {
  activate: (body, book) => activate(body as StoreSchemas['ActivateLicenseRequest'], book),
  activateAll: (body, book) => activateAll(body as StoreSchemas['ActivateLicensesRequest'], book),
  query: (body, book) => query(body as StoreSchemas['QueryLicenseRequest'], book),
  report: (body, book) => report(body as StoreSchemas['SoftwareUsageRequest'], book),
}

async function activate(
  { license }: StoreSchemas['ActivateLicenseRequest'],
  book: CodeBook,
): Promise<WireAnswer> {
  const refusal = whyNotActivated(license, book)
  if (refusal !== undefined) return said(refusal)
  const isActivated = await book.activate(license)
  const one = book.find(license)
  if (!isActivated || one === undefined) return said('92020003')
  const { expireTime, orderId, productId = 'OFFI461867333479178240', amount = 1 } = one
  const info = {
    status: 'ALIVE',
    expire_time: orderTime(expireTime),
    product_id: productId,
    amount,
    order_id: orderId,
  }
  return said('92020000', 'success', 200, { license_code_info: JSON.stringify(info) })
}

// All or nothing (inferred).
async function activateAll(
  { license_list: codes }: StoreSchemas['ActivateLicensesRequest'],
  book: CodeBook,
): Promise<WireAnswer> {
  if (codes.some((code) => whyNotActivated(code, book) !== undefined)) return said('92020020')
  for (const code of codes) await book.activate(code)
  return said('92020000', 'success')
}

function whyNotActivated(code: string, book: CodeBook): string | undefined {
  const status = book.find(code)?.status
  if (status === undefined) return '92020005'
  if (status === 'waiting') return '92020004'
  return status === 'received' ? undefined : '92020003'
}

function query({ license }: StoreSchemas['QueryLicenseRequest'], book: CodeBook): WireAnswer {
  const one = book.find(license)
  if (one === undefined) return said('92020005')
  const { status, activatedAt, expireTime } = one
  if (status === 'waiting' || status === 'received') return said('92020011')
  return said('92020000', 'success', 200, {
    license_code: license,
    status,
    ...(activatedAt && { activate_time: orderTime(activatedAt) }),
    expire_time: orderTime(expireTime),
  })
}

function report(
  { usage_info: used }: StoreSchemas['SoftwareUsageRequest'],
  book: CodeBook,
): WireAnswer {
  const isSold = used.every(({ license }) => book.find(license)?.activatedAt !== undefined)
  return isSold ? said('92020000', 'success') : said('92020020')
}

// HTTP 200 and meaning, zh-cn_topic_0070649195.
const meanings: Readonly<Record<string, string>> = {
  92020001: 'internal error',
  92020002: 'invalid param',
  92020003: 'illegal state',
  92020004: 'the user has not received the code',
  92020005: 'the code does not exist',
  92020011: 'the code is not activated',
  92020020: 'there is an invalid code in the list',
}

/** An answer about codes; its envelope differs from that of the order query. */
function said(code: string, message?: string, status = 200, data?: object): WireAnswer {
  const body = { error_code: code, error_msg: message ?? meanings[code] ?? 'refused' }
  return { status, body: { ...body, ...(data && { data }) } }
}

function codesIn(body: Readonly<Record<string, unknown>>): string[] {
  const { license, license_list: list, usage_info: used } = body
  const codes = [
    license,
    ...itemsOf(list),
    ...itemsOf(used).map((one) => membersOf(one)['license']),
  ]
  return codes.filter((code) => typeof code === 'string')
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function jsonIn(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString())
  } catch {
    return undefined
  }
}
