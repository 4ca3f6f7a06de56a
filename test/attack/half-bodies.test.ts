import { afterEach, expect, test } from 'vitest'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { wrongSignature } from './hostile-bodies.ts'
import { openConnection } from './raw-request.ts'

const mebibyte = 1024 * 1024
let service: TestService
afterEach(() => service.stop())

function half(length: number): Buffer {
  const { query, headers } = wrongSignature()
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `POST /main/saas/produceAPI/v2/allOrgSync?${query} HTTP/1.1\r\nhost: x\r\n${fields.join('')}content-length: ${length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.alloc(length - 1024, '1')])
}

test('bodies that never end are refused beyond their budget, and end with the time-out; others are served', async () => {
  service = await startService({
    limits: { bodyBytes: 4 * mebibyte, headMs: 1_000, requestMs: 1_500, checkMs: 100 },
  })
  const connections = Array.from({ length: 12 }, () => openConnection(service, half(2 * mebibyte)))
  await buy(service)
  const answers = await Promise.all(connections.map(({ closed }) => closed))
  expect(answers.filter((text) => text.includes('"resultCode":"000005"')).length).toBeGreaterThan(5)
  expect(answers.filter((text) => text.includes('408')).length).toBeGreaterThan(0)
})

test('a connection beyond the limit is closed as it comes', async () => {
  service = await startService({ limits: { connections: 2 } })
  const kept = [1, 2].map(() =>
    openConnection(service, 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n'),
  )
  await Promise.all(
    kept.map(({ socket }) => new Promise((resolve) => socket.once('data', resolve))),
  )
  expect(await openConnection(service, 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n').closed).toBe(
    '',
  )
  for (const { socket } of kept) socket.destroy()
})
