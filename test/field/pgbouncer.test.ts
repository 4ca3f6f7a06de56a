import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { newId } from '../harness/service.ts'
import { v1Call } from '../harness/v1-call.ts'
import { type Neighbour, newFolder, put, startNeighbour, withPrograms } from './programs.ts'

/** Starts PgBouncer with its defaults before a server; returns the URL of a database through it. */
async function startBouncer(mode: 'session' | 'transaction', databaseUrl: string) {
  const target = new URL(databaseUrl)
  const port = await freePort()
  const folder = newFolder()
  const server = `host=${target.hostname} port=${target.port} user=${target.username} password=${target.password}`
  const settings = [
    `[databases]\n* = ${server}\n[pgbouncer]`,
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
    `auth_type = any\npool_mode = ${mode}\nuser = nobody\ndefault_pool_size = ${mode === 'session' ? 30 : 6}`,
  ]
  const file = put(folder, 'pgbouncer.ini', `${settings.join('\n')}\n`)
  const bouncer = await startNeighbour(['pgbouncer', file], { port, folder })
  const url = new URL(databaseUrl)
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
      // In session mode every connection of a replica has one of the server.
      const count = mode === 'session' ? 1 : 2
      replicas = await Promise.all(
        Array.from({ length: count }, () => serviceProcess(started.url, { LOG_LEVEL: 'error' })),
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
      expect(replicas.map((replica) => replica.output())).toEqual(replicas.map(() => ''))
      await withClient(databaseUrl, async (client) => {
        const { rows } = await client.query(
          "select locktype from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
        )
        expect(rows).toEqual([])
      })
    })
  },
)
