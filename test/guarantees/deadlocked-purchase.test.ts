import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buyA, callB, getLicenseOf } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder } from '../harness/store.ts'
import { v1Buy } from '../harness/v1-store.ts'

let service: TestService

// A sequence counts also what is rolled back.
const failing = 3
beforeAll(async () => {
  service = await startService()
  await sql`create sequence written`.execute(service.db)
  await sql`create function deadlock() returns trigger language plpgsql as $$
    begin
      if nextval('written') <= ${sql.raw(String(failing))} then
        raise 'deadlock detected' using errcode = 'deadlock_detected';
      end if;
      return new;
    end $$`.execute(service.db)
  await sql`create trigger deadlock before insert on sold_instances
    for each row execute function deadlock()`.execute(service.db)
})
beforeEach(async () => {
  await sql`alter sequence written restart`.execute(service.db)
})
afterAll(() => service.stop())

const written = async () => {
  const { rows } = await sql<{ times: string }>`
    select last_value as times from written`.execute(service.db)
  return Number(rows[0]?.times)
}

test.each([
  ['SaaS V2', (businessId: string) => buy(service, { businessId })],
  ['SaaS V1', (businessId: string) => v1Buy(service, { businessId })],
  ['License A', (businessId: string) => buyA(service, newOrder(), { businessId })],
  [
    'License B',
    async (businessId: string) =>
      String((await callB(service, getLicenseOf({ businessId }))).body['instanceId']),
  ],
])(
  '%s: after a deadlock an instance still gets the businessId, which is free',
  async (_, bought) => {
    const businessId = newId('business')
    expect(await bought(businessId)).toBe(businessId)
    expect(await written()).toBeGreaterThan(failing)
  },
)
