import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { newBinding, tenantOf } from '../harness/kit-call.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { openConnection } from './raw-request.ts'

const kibibyte = 1024
let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** What a signed call is answered whose body is so long, blanks at its end, and comes in such chunks. */
function sendInChunks(bytes: number, size: number, end = '0\r\n\r\n'): Promise<string> {
  const payload = JSON.stringify(tenantOf(newBinding())).padEnd(bytes)
  const [timestamp, nonce] = [String(Date.now()), randomUUID()]
  const head = [
    'POST /main/saas/produceAPI/v2/tenantSync HTTP/1.1',
    'host: x',
    'connection: close',
    'transfer-encoding: chunked',
    `x-sign: ${signKitV2({ key: keys.kit, timestamp, nonce, payload })}`,
    `x-timestamp: ${timestamp}`,
    `x-nonce: ${nonce}`,
  ]
  const chunks = Array.from({ length: Math.ceil(payload.length / size) }, (_none, place) => {
    const chunk = payload.slice(place * size, (place + 1) * size)
    return `${chunk.length.toString(16)}\r\n${chunk}\r\n`
  })
  const sent = `${head.join('\r\n')}\r\n\r\n${chunks.join('')}${end}`
  return openConnection(service, sent).closed
}

test.each([
  [kibibyte, 1],
  [64 * kibibyte, 64],
  [512 * kibibyte, 512],
  [10 * 1024 * kibibyte, 2 * kibibyte],
  [10 * 1024 * kibibyte, 64 * kibibyte],
])('a signed body of %i bytes is accepted in chunks of %i', async (bytes, size) => {
  expect(await sendInChunks(bytes, size)).toContain('"resultCode":"000000"')
})

test('a body of many small chunks is refused', async () => {
  const text = await sendInChunks(1024 * kibibyte, 16)
  expect(text).toContain('"resultMsg":"body has too much between its chunks"')
})

test('and that as soon as its beginning has come, whatever follows', async () => {
  const text = await sendInChunks(8 * kibibyte, 1, '')
  expect(text).toContain('"resultMsg":"body has too much between its chunks"')
})
