import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { sendTo } from '../harness/contract-hook.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { instanceOf } from '../harness/management.ts'
import { until } from '../harness/until.ts'

test('two Koogates in two schemas of one database know nothing of each other', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const plain = await startService({ databaseUrl })
  const own = await startService({
    databaseUrl,
    settings: { KOOGATE_DATABASE_SCHEMA: 'koogate_two' },
  })
  const instanceId = await buy(own)
  expect((await instanceOf(own, instanceId))['status']).toBe('active')
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      'select (select count(*)::int from public.instances) plain, (select count(*)::int from koogate_two.instances) own',
    )
    expect(rows).toEqual([{ plain: 0, own: 1 }])
  })
  await own.stop()
  await plain.stop()
})

test('what a database has set for others does not hold for Koogate', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const name = new URL(databaseUrl).pathname.slice(1)
  await withClient(databaseUrl, async (client) => {
    for (const setting of [
      `datestyle = 'German'`,
      `lock_timeout = '1ms'`,
      `timezone = 'Asia/Shanghai'`,
    ])
      await client.query(`alter database ${name} set ${setting}`)
  })
  const service = await startService({ databaseUrl })
  const { createdAt } = (await instanceOf(service, await buy(service))) as { createdAt: string }
  expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000)
  await service.stop()
})

test('a server that went read-only is not ready, and is again once it takes what is written', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const name = new URL(databaseUrl).pathname.slice(1)
  const service = await startService({ databaseUrl, limits: { idleConnectionMs: 100 } })
  const status = async () => (await sendTo(service, '/health/ready')).status
  expect(await status()).toBe(200)
  await withClient(databaseUrl, async (client) => {
    const cut = () =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
    await client.query(`alter database ${name} set default_transaction_read_only = on`)
    await cut()
    expect(await status()).toBe(503)
    await client.query('set default_transaction_read_only = off')
    await client.query(`alter database ${name} reset default_transaction_read_only`)
    // No connection is cut: what was read-only is not used again.
    await until(status, (code) => code === 200)
    expect(await buy(service)).toMatch(/./)
  })
  await service.stop()
})

test('a connection is replaced in time, with all that it has prepared', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const service = await startService({ databaseUrl, limits: { connectionLifeSeconds: 1 } })
  const pids = async () => {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and state = 'idle' and query like 'with%'`.execute(
      service.db,
    )
    return rows.map(({ pid }) => pid)
  }
  await buy(service)
  const first = await until(pids, ({ length }) => length > 0)
  const later = await until(
    async () => {
      await buy(service)
      return pids()
    },
    (now) => now.length > 0 && now.every((pid) => !first.includes(pid)),
  )
  expect(later).not.toEqual(first)
  await service.stop()
})
