import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, type OpenDatabase, openServer } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { defaultLimits } from '../../src/limits.ts'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { createDatabase } from '../harness/postgres.ts'
import { startService } from '../harness/service.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'
import { waitingFor } from '../harness/waiting.ts'

// Of any statement, and of one in a transaction that has more time.
const queryWithinMs = 300
const deadlineMs = 3_000

const sleep = (db: Database, seconds: number) => sql`select pg_sleep(${seconds})`.execute(db)
const isOutlasted = async (db: Database) => {
  await expect(sleep(db, 60)).rejects.toThrow(/timeout/)
}

describe('a statement of a transaction', () => {
  let database: OpenDatabase
  beforeAll(async () => {
    const url = await createDatabase(inject('postgresUrl'), 'empty')
    database = openServer(url, { ...defaultLimits, queryWithinMs })
  })
  afterAll(() => database.close())

  const transaction = (seconds: number, withinMs?: number) =>
    inTransaction(database.db, (inside) => sleep(inside, seconds), withinMs)

  test('may take the time of the transaction, and no other statement may meanwhile or after', async () => {
    const long = transaction(0.8, deadlineMs)
    await isOutlasted(database.db)
    await long
    await isOutlasted(database.db)
    await expect(transaction(0.8)).rejects.toThrow(/timeout/)
  })

  test('that a pooler hands on is waited for once, and not again for its rollback', async () => {
    const url = await createDatabase(inject('postgresUrl'), 'empty')
    const limits = { ...defaultLimits, queryWithinMs: 2_000 }
    const pooled = openServer({ url, pooled: true }, limits)
    const begun = performance.now()
    await isOutlasted(pooled.groups)
    expect(performance.now() - begun).toBeLessThan(3_800)
    await pooled.close()
  })

  test('may not take longer than that', async () => {
    await expect(transaction(60, 600)).rejects.toThrow(/timeout/)
  })
})

test('a call of the kit that waits for another longer than a statement may take is written', async () => {
  const service = await startService({ limits: { answerWithinMs: 60_000, queryWithinMs } })
  const binding = newBinding()
  const lock = await lockTable(service.databaseUrl, 'kit_bindings')
  const answer = kitCall(service, 'tenantSync', tenantOf(binding))
  await until(
    () => waitingFor('kit_bindings', service.db),
    ({ length }) => length > 0,
  )
  for (let i = 0; i < 2; i++) await isOutlasted(service.db)
  await lock.release()
  expect((await answer).body).toMatchObject({ resultCode: '000000' })
  await service.stop()
})
