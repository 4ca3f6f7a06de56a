import { expect, inject, test } from 'vitest'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { startService } from '../harness/service.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Upgrade } from '../harness/v1-store.ts'

// A connection keeps a plan from its sixth use on.
const uses = 10

test('what calls have prepared while tables are small reads none of them whole', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const service = await startService({ databaseUrl })
  const instanceId = await v1Buy(service, { amount: '1' })
  for (let amount = 2; amount < 2 + uses; amount++) {
    const { body } = await v1Call(service, v1Upgrade(instanceId, { amount: String(amount) }))
    expect(body).toMatchObject({ resultCode: '000000' })
  }
  // What a session has counted is told when it ends.
  await service.stop()
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ table: string; used: boolean }>(`
      select relname as table, idx_scan > 0 as used from pg_stat_user_tables
      where relname in ('sold_instances', 'order_lines', 'claims') and seq_scan = 0 order by 1`)
    expect(rows).toEqual([
      { table: 'claims', used: true },
      { table: 'order_lines', used: true },
      { table: 'sold_instances', used: true },
    ])
  })
})
