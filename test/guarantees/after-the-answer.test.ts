import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { withClient } from '../harness/postgres.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'

let service: TestService

// The answer leaves while the database may still answer when it can.
beforeAll(async () => {
  service = await startService({
    limits: { answerWithinMs: 1_500, queryWithinMs: 60_000 },
  })
})
afterAll(() => service.stop())

/** Waits until the service has nothing under way in its database any more. */
async function whenIdle(): Promise<void> {
  const busy = async () => {
    const { rows } = await sql<{ busy: number }>`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(
      service.db,
    )
    return rows[0]?.busy
  }
  await until(busy, (count) => count === 0)
}

test('a call of the kit that gets its lock after 000005 has left writes nothing', async () => {
  const binding = newBinding()
  await kitCall(service, 'tenantSync', tenantOf(binding, { name: 'before' }))
  const nameOf = async () => {
    const row = await service.db
      .selectFrom('kit_bindings')
      .select(['name', 'state'])
      .where('tenant_id', '=', binding.tenantId)
      .executeTakeFirst()
    return row
  }
  const before = await nameOf()
  expect(before).toMatchObject({ name: 'before' })
  await withClient(String(service.databaseUrl), async (client) => {
    await client.query('begin')
    await client.query('select * from kit_bindings where tenant_id = $1 for update', [
      binding.tenantId,
    ])
    const change = tenantOf(binding, { name: 'after', flag: 2, timeStamp: '20300101000000000' })
    const { body } = await kitCall(service, 'tenantSync', change)
    expect(body).toMatchObject({ resultCode: '000005' })
    await client.query('commit')
  })
  await whenIdle()
  expect(await nameOf()).toEqual(before)
})
