import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { type Database, type OpenDatabase, openServer } from '../../src/db/database.ts'
import { makeLargeIndexes } from '../../src/db/make-indexes.ts'
import { createDatabase, overTcp, withClient } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { newId } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { v1Call } from '../harness/v1-call.ts'
import { type Neighbour, newFolder, put, startNeighbour, withPrograms } from './programs.ts'

/** Starts PgBouncer with its defaults before a server; returns the URL of a database through it. */
async function startBouncer(mode: 'session' | 'transaction', databaseUrl: string) {
  const target = overTcp(databaseUrl)
  const port = await freePort()
  const folder = newFolder()
  const server = `host=${target.hostname} port=${target.port} user=${target.username} password=${target.password}`
  const settings = [
    `[databases]\n* = ${server}\n[pgbouncer]`,
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
    `auth_type = any\npool_mode = ${mode}\nuser = nobody\ndefault_pool_size = ${mode === 'session' ? 4 : 6}`,
  ]
  const file = put(folder, 'pgbouncer.ini', `${settings.join('\n')}\n`)
  const bouncer = await startNeighbour(['pgbouncer', file], { port, folder })
  const url = overTcp(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return { bouncer, url: url.href }
}

withPrograms('pgbouncer').each(['session', 'transaction'] as const)(
  'behind PgBouncer in %s mode, with its defaults',
  (mode) => {
    let databaseUrl: string
    let bouncer: Neighbour
    let replicas: readonly ServiceProcess[]

    beforeAll(async () => {
      databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
      const started = await startBouncer(mode, databaseUrl)
      bouncer = started.bouncer
      replicas = await Promise.all(
        Array.from({ length: 2 }, () => serviceProcess(started.url, { LOG_LEVEL: 'warn' })),
      )
      for (const replica of replicas) replica.launch()
      await Promise.all(replicas.map((replica) => replica.ready()))
    })
    afterAll(async () => {
      for (const replica of replicas) await replica.stop()
      await bouncer.stop()
    })

    const some = (index = 0) => ({ url: replicas[index % replicas.length]?.url ?? '' })

    test('purchases and repeats make one instance each, at every replica', async () => {
      const call = purchaseOf()
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, index) => storeCall(some(index), call)),
      )
      const made = answers.map(({ body }) => [body['resultCode'], body['instanceId']])
      expect(made).toEqual(made.map(() => ['000000', call['businessId']]))
    })

    test('V1 sells too', async () => {
      const { body } = await v1Call(some(), {
        activity: 'newInstance',
        businessId: newId(),
        customerId: 'c',
        customerName: '爱好𠮷',
        orderId: newId(),
        productId: 'p',
      })
      expect(body).toMatchObject({ resultCode: '000000' })
    })

    test('changes of one instance at once all succeed', async () => {
      const instanceId = await buy(some())
      const changes = Array.from({ length: 16 }, (_, minute) => ({
        activity: 'refreshInstance',
        scene: 'RENEWAL',
        instanceId,
        expireTime: `203012311${String(600 + minute)}00`,
        ...newOrder(),
      }))
      const answers = await Promise.all(changes.map((one, index) => storeCall(some(index), one)))
      expect(answers.map(({ body }) => body['resultCode'])).toEqual(changes.map(() => '000000'))
    })

    test('nothing of a session is left behind: no setting, no lock, no transaction', async () => {
      // Of a start that had to wait the log says so; a fault is another thing.
      const lines = replicas.flatMap((replica) => replica.output().split('\n').filter(Boolean))
      const faults = lines.filter((line) => (JSON.parse(line) as { level: number }).level > 40)
      expect(faults).toEqual([])
      await withClient(databaseUrl, async (client) => {
        const { rows } = await client.query(
          "select locktype from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
        )
        expect(rows).toEqual([])
      })
    })
  },
)

withPrograms('pgbouncer')('an index of a large table, behind PgBouncer in transaction mode', () => {
  const names = ['instances_by_update', 'messages_by_family']
  let databaseUrl: string
  let bouncer: Neighbour
  let replicas: readonly OpenDatabase[]

  beforeAll(async () => {
    databaseUrl = await createDatabase(inject('postgresUrl'))
    await withClient(databaseUrl, async (client) => {
      await client.query(`alter database ${client.database ?? ''} set statement_timeout = '55s'`)
    })
    const started = await startBouncer('transaction', databaseUrl)
    bouncer = started.bouncer
    replicas = [1, 2].map(() => openServer({ url: started.url, pooled: true }))
  })
  beforeEach(() =>
    withClient(databaseUrl, (client) => client.query(`drop index if exists ${names.join()}`)),
  )
  afterAll(async () => {
    for (const replica of replicas) await replica.close()
    await bouncer.stop()
  })

  const textsOf = async (query: string) => {
    const rows: unknown[] = []
    await withClient(databaseUrl, async (client) => {
      rows.push(...(await client.query<[string]>({ text: query, rowMode: 'array' })).rows.flat())
    })
    return rows
  }
  const validIndexes = () =>
    textsOf(`select indexrelid::regclass::text from pg_index
      where indisvalid and indexrelid::regclass::text in ('${names.join("', '")}') order by 1`)
  const waiting = () =>
    textsOf(`select pid from pg_stat_activity where datname = current_database()
      and query like 'create index concurrently%' and wait_event_type = 'Lock'`)
  const locks = () =>
    textsOf(`select pid from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`)

  /** As long as it works nobody can make an index of the instances; returns what work returned. */
  async function whileWritten<Result>(work: () => Promise<Result>): Promise<Result> {
    let result: Promise<Result> | undefined
    await withClient(databaseUrl, async (writer) => {
      await writer.query('begin')
      await writer.query('lock table sold_instances in row exclusive mode')
      result = work()
      await result
    })
    return result as Promise<Result>
  }

  /** The setting in as many sessions at once as the pooler has left. */
  async function timeouts(): Promise<Set<string>> {
    const asked = Array.from({ length: 4 }, async () => {
      const { rows } = await sql<{ setting: string }>`
        select current_setting('statement_timeout') as setting, pg_sleep(0.1)`.execute(
        replicas[0]?.db as Database,
      )
      return rows[0]?.setting ?? ''
    })
    return new Set(await Promise.all(asked))
  }

  test('is made by one of the replicas, and what it needs reaches no other session', async () => {
    let making: Promise<unknown> = Promise.resolve()
    await whileWritten(async () => {
      const each = replicas.map((one) => makeLargeIndexes(one))
      making = Promise.all(each)
      await until(waiting, ({ length }) => length > 0)
      // The other one leaves it to this one.
      await Promise.race(each)
      expect(await waiting()).toHaveLength(1)
      expect(await timeouts()).toEqual(new Set(['55s']))
    })
    await making
    expect(await validIndexes()).toEqual(names)
    expect(await timeouts()).toEqual(new Set(['55s']))
    expect(await locks()).toEqual([])
  })

  test('is said to be missing where the server allows a statement too little time, and made without the pooler', async () => {
    await withClient(databaseUrl, async (client) => {
      await client.query(`alter database ${client.database ?? ''} set statement_timeout = '1s'`)
    })
    await textsOf(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    const making = () => makeLargeIndexes(replicas[0] as OpenDatabase)
    await expect(whileWritten(making)).rejects.toThrow(
      /instances_by_update .* statement_timeout.* DATABASE_URL that leads to Postgres itself/,
    )
    expect(await locks()).toEqual([])
    const direct = openServer(databaseUrl)
    await makeLargeIndexes(direct)
    await direct.close()
    expect(await validIndexes()).toEqual(names)
  })
})
