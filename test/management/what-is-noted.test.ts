import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listKeyUsages } from '../../src/db/key-usage/key-usages.ts'
import { createKeyUsageTracker } from '../../src/calls/key-usage-tracker.ts'
import { applicationFor, buyA, callA } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from './client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test('a use of a key that is noted while others are saved is saved the next time', async () => {
  const tracker = createKeyUsageTracker()
  const key = newId('key')
  const lastUse = async () => {
    const uses = await listKeyUsages(service.db)
    return uses.find(({ address }) => address === key)?.last_used_at
  }
  const [first, meanwhile] = [new Date('2030-01-01'), new Date('2030-01-02')]
  tracker.record(key, 'basic', key, first)
  const saving = tracker.save(service.db)
  tracker.record(key, 'basic', key, meanwhile)
  await saving
  expect(await lastUse()).toEqual(first)
  await tracker.save(service.db)
  expect(await lastUse()).toEqual(meanwhile)
})

test('of a call that nobody signed the beginning of its body is kept, 16 KiB', async () => {
  const mark = newId('unsigned')
  const call = purchaseOf(undefined, { businessId: mark, memo: 'x'.repeat(100_000) })
  await storeCall(service, call, { signature: '0'.repeat(64) })
  const kept = () =>
    service.db.selectFrom('messages').select('body').where('verified', '=', false).execute()
  const [row] = await until(kept, (rows) => rows.length > 0)
  const body = service.app.services.vault.decrypt(Buffer.from(row?.body ?? ''))
  expect(body).toHaveLength(16 * 1024)
  expect(body.toString()).toContain(mark)
})

describe('a query of the management API', () => {
  test('reads a + as a blank, and %2B as a +', async () => {
    const id = newId('CS')
    const orders = { blank: `${id} 1`, plus: `${id}+1` }
    for (const orderId of Object.values(orders)) {
      await storeCall(service, purchaseOf({ orderId, orderLineId: `${orderId}-1` }))
    }
    const found = async (query: string) =>
      (await read(service, 'InstanceList', `/instances?orderId=${query}`)).items.map(
        ({ orderId }) => orderId,
      )
    expect(await found(`${id}+1`)).toEqual([orders.blank])
    expect(await found(`${id}%201`)).toEqual([orders.blank])
    expect(await found(`${id}%2B1`)).toEqual([orders.plus])
  })
})

test.each(['.', '..'])(
  'an application under the event %s is 000002: no path of the upload can be built of it',
  async (eventId) => {
    const call = applicationFor(await buyA(service), { eventId })
    expect((await callA(service, call)).body).toMatchObject({ resultCode: '000002' })
  },
)
