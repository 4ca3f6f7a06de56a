import { randomUUID } from 'node:crypto'
import { canonicalQuery } from '../crypto/ak-sk-signature.ts'
import { compactSortedDeeply, signUsage } from '../crypto/usage-signature.ts'
import type { SpanName } from '../span.ts'
import { type StoreContent, licenseForm } from './license-form.ts'
import { readOrder } from './order.ts'
import { readCodeInfo, readData, readLicense } from './read-license.ts'
import { readUsage } from './read-usage.ts'
import type { CodeKind, CodeRules } from './result-code.ts'
import type { StoreAnswers, StoreOperation, StoreRequest } from './store-operations.ts'

/** An answer as it could be read, or the names of the members that are missing or malformed. */
type Reading<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly faults: string }

/** How an open API is called and its answer read. */
export interface StoreOperationDefinition<Operation extends StoreOperation> extends CodeRules {
  readonly method: 'GET' | 'POST'
  /** Path and query, encoded. */
  readonly target: (request: StoreRequest<Operation>) => string
  /** Made once: every attempt sends the same bytes. */
  readonly content?: (request: StoreRequest<Operation>) => StoreContent
  /** Of one attempt, beside those of the access keys. */
  readonly headers?: (
    request: StoreRequest<Operation>,
    body: Buffer,
    now: Date,
  ) => Readonly<Record<string, string>>
  /** Whether sending it once more is harmless where the first may have arrived. */
  readonly isRepeatable: boolean
  /** What it is about: the id of an order or an event. */
  readonly subject?: (request: StoreRequest<Operation>) => string
  readonly read: (body: unknown) => Reading<StoreAnswers[Operation]>
  /** What metrics and traces call it. */
  readonly label: string
  readonly span: SpanName
}

// Codes of License 2.0, zh-cn_topic_0070649244, whose refusals mostly come with HTTP 200.
const licenseCodes = kinds({
  done: ['92020000'],
  later: ['92020001'],
  refused: ['92020002', '92020003', '92020004', '92020005', '92020011', '92020020'],
})
// Codes of the upload, zh-cn_topic_0070649352.
const uploadCodes = kinds({
  later: ['91381036'],
  refused: ['91381033', '91381034', '91381035', '91381037', '91381038', '91380150'],
})
// An account may lack the right to push usage alone: other calls are not to wait for that.
const usageCodes = kinds({ later: ['94060001'], refused: ['0151', 'MKT.0151', 'CBC.0151'] })

const ofLicenseCodes = { method: 'POST', codes: licenseCodes, content: jsonContent } as const
const ofUsage = {
  method: 'POST',
  isRead: false,
  codes: usageCodes,
  read: always(readUsage),
  label: 'usage-push',
  span: 'usage push',
} as const

/** The open APIs by operationId, as the contract has them. */
export const storeOperations: {
  readonly [Operation in StoreOperation]: StoreOperationDefinition<Operation>
} = {
  queryOrder: {
    method: 'GET',
    target: ({ query }) => `/api/mkp-openapi-public/global/v1/order/query?${queryOf(query)}`,
    isRead: true,
    isRepeatable: true,
    subject: ({ query }) => query.orderId,
    read: readOrderInfo,
    label: 'order-query',
    span: 'order query',
  },
  pushUsage: {
    ...ofUsage,
    target: () => '/api/mkp-openapi-public/global/v1/isv/usage-data',
    content: ({ body }) => json(compactSortedDeeply(body)),
    headers: ({ usageKey: key }, body, now) => {
      const [ts, nonce] = [String(now.getTime()), randomUUID()]
      return { ts, nonce, signature: signUsage({ key, ts, nonce, body }) }
    },
    // The same metering_sn.
    isRepeatable: true,
  },
  pushUsageOld: {
    ...ofUsage,
    target: () => '/rest/marketplace/v1/isv/usage-data',
    content: jsonContent,
    // Its records have no id of their own; the store knows them by instance, begin and end.
    isRepeatable: true,
  },
  activateLicense: {
    ...ofLicenseCodes,
    target: () => '/api/mkp-openapi-public/global/v1/license/activate',
    isRead: false,
    isRepeatable: true,
    read: always(readCodeInfo),
    label: 'license-activate',
    span: 'license activation',
  },
  activateLicenses: {
    ...ofLicenseCodes,
    target: () => '/api/mkp-openapi-public/global/v2/license/activate',
    isRead: false,
    isRepeatable: true,
    read: always(() => ({})),
    label: 'license-activate',
    span: 'license activation',
  },
  queryLicense: {
    ...ofLicenseCodes,
    target: () => '/api/mkp-openapi-public/global/v1/license/heartbeat',
    isRead: true,
    isRepeatable: true,
    read: always(readLicense),
    label: 'license-query',
    span: 'license query',
  },
  reportSoftwareUsage: {
    ...ofLicenseCodes,
    target: () => '/api/mkp-openapi-public/global/v2/license/software-usage-info',
    isRead: false,
    isRepeatable: true,
    read: always(readData),
    label: 'license-statistics',
    span: 'license statistics',
  },
  uploadEventFile: {
    method: 'POST',
    target: ({ path }) =>
      `/api/mkp-openapi-public/global/v1/market-event/${segment(path.event_id)}/file`,
    content: ({ license }) => licenseForm(license),
    codes: uploadCodes,
    isRead: false,
    // What the store does with a second one is not documented.
    isRepeatable: false,
    subject: ({ path }) => path.event_id,
    read: always(() => ({})),
    label: 'license-upload',
    span: 'license upload',
  },
}

function readOrderInfo(body: unknown): Reading<StoreAnswers['queryOrder']> {
  const raw = typeof body === 'object' && body !== null && 'orderInfo' in body ? body.orderInfo : {}
  const reading = readOrder(raw)
  return reading.ok ? { ok: true, answer: { order: reading.order, raw } } : reading
}

function always<Answer>(read: (body: unknown) => Answer) {
  return (body: unknown): Reading<Answer> => ({ ok: true, answer: read(body) })
}

function jsonContent({ body }: { readonly body: object }): StoreContent {
  return json(JSON.stringify(body))
}

function json(text: string): StoreContent {
  return { type: 'application/json', body: Buffer.from(text), kept: text }
}

function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  return canonicalQuery(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value.toWellFormed()] as const],
    ),
  )
}

// These two would lead to another path.
function segment(text: string): string {
  if (text === '.' || text === '..') throw new RangeError(`${text} is no part of a path`)
  return encodeURIComponent(text.toWellFormed())
}

function kinds(codes: Partial<Record<CodeKind, readonly string[]>>): ReadonlyMap<string, CodeKind> {
  const pairs = Object.entries(codes) as [CodeKind, readonly string[]][]
  return new Map(pairs.flatMap(([kind, list]) => list.map((code) => [code, kind] as const)))
}
