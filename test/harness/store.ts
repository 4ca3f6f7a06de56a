import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { createBackend } from '../../src/contract.ts'
import { compactSorted, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import type { TestService } from './service.ts'

/** One thing to spoil of a valid signed call; what is left out is right. */
export interface StoreCallOptions {
  readonly address?: string
  readonly path?: 'saas' | 'orders'
  readonly key?: string
  readonly timestamp?: string | null
  readonly nonce?: string | null
  readonly signature?: string | null
  readonly rawBody?: Buffer | string
  readonly contentType?: string | null
  readonly method?: string
}

export interface StoreAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}

type Members = Readonly<Record<string, unknown>>

/** Calls a service as the store does, and holds every answer against the contract. */
export async function storeCall(
  service: Pick<TestService, 'url'>,
  members: Members,
  options: StoreCallOptions = {},
): Promise<StoreAnswer> {
  const { address = 'main', path = 'saas', method = 'POST', contentType } = options
  const payload = options.rawBody ?? compactSorted(members)
  const url = `${service.url}/${address}/${path}?${signedQuery(payload, path, options)}`
  const response = await fetch(url, {
    method,
    headers:
      contentType === null
        ? {}
        : { 'content-type': contentType ?? 'application/json;charset=utf8' },
    ...(method !== 'GET' && { body: payload }),
  })
  const text = await response.text()
  const answer = { status: response.status, headers: response.headers, text, body: parsed(text) }
  await expectContract(path, answer)
  return answer
}

function signedQuery(
  payload: Buffer | string,
  path: 'saas' | 'orders',
  options: StoreCallOptions,
): URLSearchParams {
  const key = options.key ?? (path === 'saas' ? 'basic-key-for-tests' : 'order-key-for-tests')
  const timestamp = options.timestamp === undefined ? String(Date.now()) : options.timestamp
  const nonce = options.nonce === undefined ? randomUUID() : options.nonce
  const right = signV2Query({ key, timestamp: timestamp ?? '', nonce: nonce ?? '', payload })
  const signature = options.signature === undefined ? right.toUpperCase() : options.signature
  const query = { signature, timestamp, nonce }
  const present = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return new URLSearchParams(present)
}

function parsed(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}

const operations = { saas: 'saasV2', orders: 'orders' } as const
const contract = createBackend(
  'seller',
  { 'store-time': (text) => /^\d{14}(\d{3})?$/.test(text) },
  { handlers: {} },
)

/** Every answer, a refusal too, is of the contract's type, in ASCII, with the store's content type. */
async function expectContract(path: 'saas' | 'orders', answer: StoreAnswer): Promise<void> {
  const backend = await contract
  const { errors } = backend.validateResponse(answer.body, operations[path], answer.status)
  expect(errors ?? [], answer.text).toEqual([])
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(answer.text).toMatch(/^[\x20-\x7e]*$/)
  expect(JSON.stringify(answer.body['resultMsg']).length).toBeLessThanOrEqual(257)
}

let made = 0

/** Ids of an order line that no other call has. */
export function newOrder(): { orderId: string; orderLineId: string } {
  made += 1
  const orderId = `CS${process.pid}T${Date.now()}N${made}`
  return { orderId, orderLineId: `${orderId}-000001` }
}

/** A valid purchase of a new order line. */
export function purchaseOf(order = newOrder(), more: Members = {}): Members {
  return { activity: 'newInstance', businessId: randomUUID(), ...order, ...more }
}

/** Buys an instance and returns its id. */
export async function buy(service: Pick<TestService, 'url'>, more: Members = {}): Promise<string> {
  const { body } = await storeCall(service, purchaseOf(newOrder(), more))
  return String(body['instanceId'])
}
