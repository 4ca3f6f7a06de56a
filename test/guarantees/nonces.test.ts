import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nonceRow } from '../../src/db/nonce/nonces.ts'
import { type TestService, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const windowMs = 60_000
const begin = Date.UTC(2030, 0, 1)
let now = begin
let service: TestService

beforeAll(async () => {
  service = await startService({
    limits: { tidyEveryMs: 50 },
    ports: { now: () => new Date(now) },
  })
})
afterAll(() => service.stop())

/** Waits until the service has removed old nonces, as it does now and then. */
async function whenTidied(): Promise<void> {
  const row = nonceRow([randomUUID()], new Date(0))
  await service.db.insertInto('nonces').values(row).execute()
  const left = () =>
    service.db.selectFrom('nonces').select('hash').where('hash', '=', row.hash).execute()
  await until(left, (rows) => rows.length === 0)
}

// The store's clock may be a minute ahead of ours, so a call is accepted for two.
test('a nonce is remembered for as long as its timestamp is accepted', async () => {
  const sent = { nonce: randomUUID(), timestamp: String(begin + windowMs) }
  const call = purchaseOf()
  now = begin
  expect((await storeCall(service, call, sent)).body).toMatchObject({ resultCode: '000000' })
  for (const age of [1, windowMs, 2 * windowMs]) {
    now = begin + age
    await whenTidied()
    const { body } = await storeCall(service, call, sent)
    expect(body, `${age} ms later`).toMatchObject({ resultCode: '000001' })
  }
  now = begin + 2 * windowMs + 1
  expect((await storeCall(service, call, sent)).body).toMatchObject({ resultCode: '000002' })
})
