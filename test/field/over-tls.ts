import { request } from 'node:https'
import { compactSorted, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { keys, newId } from '../harness/service.ts'
import { newOrder, purchaseOf } from '../harness/store.ts'
import { v1Query } from '../harness/v1-call.ts'

/** What a front end answered. */
export interface Received {
  readonly status: number
  readonly rawHeaders: readonly string[]
  readonly text: string
}

/** Calls a front end on this machine over TLS. */
export function call(port: number, path: string, body?: string): Promise<Received> {
  const method = body === undefined ? 'GET' : 'POST'
  const options = { port, path, method, host: 'localhost', rejectUnauthorized: false }
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, text })
      })
    })
    sent.on('error', reject).end(body)
  })
}

/** A V2 purchase of its own, as the store sends it. */
export function purchase(port: number): Promise<Received> {
  const payload = compactSorted(purchaseOf())
  const signed = { nonce: newId(), timestamp: String(Date.now()) }
  const signature = signV2Query({ ...signed, payload, key: keys.basic })
  return call(
    port,
    `/main/saas?${new URLSearchParams({ ...signed, signature }).toString()}`,
    payload,
  )
}

/** The path and query of a V1 purchase. */
export const v1Purchase = (more: Record<string, string> = {}) => {
  const order = { orderId: newOrder().orderId, businessId: newId(), productId: 'p', ...more }
  return `/main/saas?${v1Query({ activity: 'newInstance', customerId: 'c', customerName: '爱好', ...order }, keys.v1)}`
}
