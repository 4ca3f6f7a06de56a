import { afterAll, beforeAll, expect, test } from 'vitest'
import { compactSorted, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { openConnection } from '../attack/raw-request.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { purchaseOf } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** A signed purchase as bytes; what is left out is right. */
function purchase({ before = '', headers = ['Host: seller.example.com'] } = {}): string {
  const payload = compactSorted(purchaseOf())
  const signed = { nonce: newId(), timestamp: String(Date.now()) }
  const signature = signV2Query({ ...signed, payload, key: keys.basic })
  const query = new URLSearchParams({ ...signed, signature }).toString()
  const head = [
    `POST ${before}/main/saas?${query} HTTP/1.1`,
    ...headers,
    `Content-Length: ${Buffer.byteLength(payload)}`,
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${payload}`
}

const answered = (bytes: string) => openConnection(service, bytes).closed

test('a connection without a call stays open for longer than any balancer keeps one', async () => {
  const { headers } = await sendTo(service, '/health/live')
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? []
  // Google's keeps them for 600 s, which nobody can change there.
  expect(Number(seconds)).toBeGreaterThan(600)
})

test('idle connections make room for a new one when there are too many', async () => {
  const few = await startService({ limits: { connections: 1 } })
  const head = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n'
  const first = openConnection(few, head)
  await new Promise((resolve) => first.socket.once('data', resolve))
  openConnection(few, head)
  await first.closed
  expect((await sendTo(few, '/health/live')).status).toBe(200)
  await few.stop()
})

test('the absolute form of a target, which proxies may send, is the same call', async () => {
  expect(await answered(purchase({ before: 'http://seller.example.com' }))).toContain('"000000"')
})

test('an expectation that nobody knows does not keep a call from its answer', async () => {
  const headers = ['Host: seller.example.com', 'Expect: miracles']
  expect(await answered(purchase({ headers }))).toContain('"000000"')
})

test('a call without Host is refused in the form of every answer', async () => {
  const text = await answered(purchase({ headers: [] }))
  expect(text).toMatch(/^HTTP\/1\.1 400 .*"resultCode":"000002".*Host/s)
})

test('a V1 call of 40 KiB has a signed answer like any other', async () => {
  const parameters = { activity: 'newInstance', saasExtendParams: 'x'.repeat(40_000) }
  expect((await v1Call(service, parameters)).status).toBe(200)
})
