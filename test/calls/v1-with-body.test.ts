import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { createDeferred } from '../harness/deferred.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { v1Query } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'

const decided = createDeferred<Provisioned>()
let service: TestService
beforeAll(async () => {
  service = await startService({ ports: { provision: () => decided.passed } })
})
afterAll(() => service.stop())

// More than the buffers of a connection whose other side does not read.
const body = Buffer.alloc(10 * 1024 * 1024)

test('a body that comes with a GET is dropped as it comes, and does not wait for the answer', async () => {
  const query = v1Query(v1Purchase(), keys.v1)
  const headers = { 'content-length': body.length }
  const sent = request(`${service.url}/main/saas?${query}`, { headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
  })
  // Calls back once the last byte has left this process.
  await new Promise<void>((resolve) => sent.end(body, resolve))
  decided.open({ outcome: 'ready', appInfo: { frontEndUrl: 'https://app.example.com/' } })
  expect(await answered).toBe(200)
})
