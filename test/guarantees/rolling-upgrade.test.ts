import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, startService } from '../harness/service.ts'
import { buy, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

// More at once than the service has connections to its database.
const atOnce = 40

/** The codes of a query that is sent many times at once, so that every connection prepares it. */
async function codesOf(instanceId: string): Promise<Set<unknown>> {
  const call = { activity: 'queryInstance', instanceId }
  const answers = await Promise.all(Array.from({ length: atOnce }, () => storeCall(service, call)))
  return new Set(answers.map(({ body }) => body['resultCode']))
}

test('a replica goes on when a newer one adds a column: no connection keeps a stale plan', async () => {
  const instanceId = await buy(service)
  expect(await codesOf(instanceId)).toEqual(new Set(['000000']))
  await sql`alter table instances add column added_later text`.execute(service.db)
  // What a connection had prepared fails once, with a code that the store repeats the call for.
  const isWell = (codes: Set<unknown>) => codes.size === 1 && codes.has('000000')
  await until(() => codesOf(instanceId), isWell)
  for (let i = 0; i < 3; i++) expect(await codesOf(instanceId)).toEqual(new Set(['000000']))
})
