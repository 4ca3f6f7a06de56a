import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../harness/postgres.ts'
import { type TestService, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { waitingFor } from '../harness/waiting.ts'
import { manage } from './client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The lists that wait for the table; a chore of the service may wait for it too. */
const waiting = async () =>
  (await waitingFor('kit_bindings', service.db)).filter((query) =>
    query.includes('kit_bindings binding'),
  )

test('twenty lists that take long leave the calls of the store as they are', async () => {
  await withClient(String(service.databaseUrl), async (client) => {
    await client.query('begin')
    // Tenants are what a purchase has nothing to do with.
    await client.query('lock table kit_bindings in access exclusive mode')
    const lists = Promise.all(Array.from({ length: 20 }, () => manage(service, '/tenants')))
    await until(waiting, ({ length }) => length >= 4)
    const bought = await Promise.all(
      Array.from({ length: 40 }, () => storeCall(service, purchaseOf())),
    )
    expect(new Set(bought.map(({ body }) => body['resultCode']))).toEqual(new Set(['000000']))
    await until(waiting, ({ length }) => length === 4)
    await client.query('commit')
    const statuses = (await lists).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})
