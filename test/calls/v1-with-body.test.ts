import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { openConnection } from '../attack/raw-request.ts'
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
  const head = [
    `GET /main/saas?${v1Query(v1Purchase(), keys.v1)} HTTP/1.1`,
    'host: x',
    'connection: close',
    `content-length: ${body.length}`,
  ]
  const bytes = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
  const { socket, closed } = openConnection(service, bytes)
  // The last byte has left this process.
  await once(socket, 'drain')
  decided.open({ outcome: 'ready', appInfo: { frontEndUrl: 'https://app.example.com/' } })
  expect(await closed).toContain('"resultCode":"000000"')
})
