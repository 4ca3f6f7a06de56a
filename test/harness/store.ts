import { randomUUID } from 'node:crypto'
import { compactSorted, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { type Answer, sendTo } from './contract-hook.ts'
import { type TestService, keys } from './service.ts'

/** The paths behind an address that take a V2 query signature, and the keys they are bound to. */
const keyOfPath = {
  saas: keys.basic,
  license: keys.basic,
  'license-code': keys.license,
  orders: keys.order,
}

/** One thing to spoil of a valid signed call; what is left out is right. */
export interface StoreCallOptions {
  readonly address?: string
  readonly path?: keyof typeof keyOfPath
  readonly key?: string
  readonly timestamp?: string | null
  readonly nonce?: string | null
  readonly signature?: string | null
  readonly rawBody?: Buffer<ArrayBuffer> | string
  readonly contentType?: string | null
  readonly method?: string
  /** The path as it is, for one that is written oddly. */
  readonly target?: string
  /** Put behind the signed query as it is. */
  readonly extraQuery?: string
}

/** What a call of the store was answered. */
export type StoreAnswer = Answer

type Members = Readonly<Record<string, unknown>>

/** Calls a service as the store does. */
export async function storeCall(
  service: Pick<TestService, 'url'>,
  members: Members,
  options: StoreCallOptions = {},
): Promise<StoreAnswer> {
  const { address = 'main', path = 'saas', method = 'POST', contentType } = options
  const payload = options.rawBody ?? compactSorted(members)
  const query = signedQuery(payload, path, options).toString()
  const target = options.target ?? `/${address}/${path}`
  return sendTo(service, `${target}?${query}${options.extraQuery ?? ''}`, {
    method,
    headers:
      contentType === null
        ? {}
        : { 'content-type': contentType ?? 'application/json;charset=utf8' },
    ...(method !== 'GET' && { body: payload }),
  })
}

function signedQuery(
  payload: Buffer | string,
  path: keyof typeof keyOfPath,
  options: StoreCallOptions,
): URLSearchParams {
  const key = options.key ?? keyOfPath[path]
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
