import type { StoreSchemas } from '../../../src/contract/index.ts'
import { signStoreRequest } from '../../../src/crypto/ak-sk-signature.ts'
import type { Call, Parts, Seller } from './parts.ts'
import { isObject, parseJson, textOf } from './parse.ts'

export type OrderInfo = StoreSchemas['OrderInfo']

/** The open APIs of the store: its origin, and the key pair that it gave. */
export interface OpenApi {
  readonly url: URL
  readonly accessKey: string
  readonly secretKey: string
}

const root = '/api/mkp-openapi-public/global/v1'
// The store waits 5 s for the answer that waits for this.
const withinMs = 3_000

async function ask(
  { url: origin, accessKey, secretKey }: OpenApi,
  {
    path,
    method,
    type,
    body = '',
  }: { path: string; method: 'GET' | 'POST'; type: string; body?: string },
): Promise<unknown> {
  const url = new URL(root + path, origin)
  const given = { 'content-type': type }
  const signed = { method, url, headers: given, body, accessKey, secretKey, now: new Date() }
  const { host: _host, ...headers } = signStoreRequest(signed)
  const signal = AbortSignal.timeout(withinMs)
  const sent = method === 'GET' ? {} : { body }
  const answer = await fetch(url, { method, headers, signal, ...sent })
  return parseJson(await answer.text())
}

async function readOrder({ members }: Call, { openApi }: Seller): Promise<OrderInfo | undefined> {
  if (openApi === undefined) return undefined
  const line =
    members['orderLineId'] === undefined ? {} : { orderLineId: textOf(members['orderLineId']) }
  const query = new URLSearchParams({ orderId: textOf(members['orderId']), ...line })
  const type = 'application/json'
  const answer = await ask(openApi, {
    path: `/order/query?${query.toString()}`,
    method: 'GET',
    type,
  })
  if (isObject(answer) && answer['resultCode'] === 'MKT.0000')
    return answer['orderInfo'] as OrderInfo
  throw new Error('the store does not tell the order')
}

async function uploadLicense(
  { members }: Call,
  license: string,
  { openApi }: Seller,
): Promise<void> {
  if (openApi === undefined) return
  const boundary = `seller-${crypto.randomUUID()}`
  const part = JSON.stringify({ type: 'CHARACTERS', characters: license })
  const body = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="isvUpdateFileReq"',
    'Content-Type: application/json',
    '',
    part,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  const type = `multipart/form-data; boundary=${boundary}`
  const path = `/market-event/${encodeURIComponent(textOf(members['eventId']))}/file`
  const answer = await ask(openApi, { path, method: 'POST', type, body })
  if (!isObject(answer) || answer['error_code'] !== 'CBC.0000')
    throw new Error('the store does not take the license')
}

export const openApiParts = { readOrder, uploadLicense } satisfies Partial<Parts>
