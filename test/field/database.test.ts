import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openServer } from '../../src/db/database.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { serviceProcess } from '../harness/process.ts'
import { newId } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { v1Buy } from '../harness/v1-store.ts'
import { type DebianPostgres, makeDebianPostgres, postgresPrograms } from './debian-postgres.ts'
import { withPrograms } from './programs.ts'

/** Starts on a database and sells through V2 and V1. */
async function expectSale(databaseUrl: string): Promise<void> {
  const service = await serviceProcess(databaseUrl)
  service.launch()
  await service.ready()
  expect((await storeCall(service, purchaseOf())).body).toMatchObject({ resultCode: '000000' })
  expect(await v1Buy(service, { customerName: '爱好𠮷' })).not.toBe('undefined')
  await service.stop()
}

/** An empty database for a user who owns nothing, with these rights. */
async function databaseWith(...rights: readonly string[]): Promise<string> {
  const guest = newId('guest').replace('-', '_')
  const url = new URL(await createDatabase(inject('postgresUrl'), 'empty'))
  await withClient(url.href, async (client) => {
    await client.query(`create role ${guest} login password 'pw'`)
    for (const right of rights) await client.query(`grant ${right} to ${guest}`)
  })
  url.username = guest
  url.password = 'pw'
  return url.href
}

test('a user with create on the schema alone, who owns nothing, is enough', async () => {
  await expectSale(await databaseWith('create, usage on schema public'))
})

test('a user who may create nothing there is told what is missing in one sentence', async () => {
  const service = await serviceProcess(await databaseWith('usage on schema public'))
  service.launch()
  await expect(service.ready()).rejects.toThrow(
    /Koogate does not start\. DATABASE_URL [^\n]*permission denied[^\n]*needs create[^\n]*\.\n$/,
  )
  await service.stop()
})

withPrograms(...postgresPrograms)("Debian's Postgres", () => {
  let server: DebianPostgres
  const access = 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n'
  const overTcp = () => `postgres://koogate:pw@127.0.0.1:${server.port}/postgres`
  beforeAll(async () => {
    server = await makeDebianPostgres(access)
    await server.start()
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  test.each([
    [
      'the host in the query',
      () => `postgres:///postgres?host=${server.folder}&port=${server.port}&user=koogate`,
    ],
    [
      'a user and no host',
      () => `postgres://koogate@/postgres?host=${server.folder}&port=${server.port}`,
    ],
  ])('is reached over its socket by %s', (_what, url) => expectSale(url()))

  test('is reached with a password of odd characters, encoded', async () => {
    const password = 'p%zz#/@:'
    await withClient(overTcp(), async (client) => {
      await client.query(`create role odd superuser login password '${password}'`)
    })
    const encoded = encodeURIComponent(password)
    await expectSale(`postgres://odd:${encoded}@127.0.0.1:${server.port}/postgres`)
  })

  test('may be restarted under load: every call is answered in time, and what was sold is there', async () => {
    await withClient(overTcp(), (client) => client.query('create database restarted'))
    const url = overTcp().replace(/postgres$/, 'restarted')
    const service = await serviceProcess(url)
    service.launch()
    await service.ready()
    const codes: unknown[] = []
    let slowestMs = 0
    let isOver = false
    const caller = async () => {
      while (!isOver) {
        const begun = performance.now()
        const { body } = await storeCall(service, purchaseOf())
        slowestMs = Math.max(slowestMs, performance.now() - begun)
        codes.push(body['resultCode'])
      }
    }
    const sold = () => codes.filter((code) => code === '000000').length
    const soldMore = (than: number) =>
      until(
        () => Promise.resolve(sold()),
        (count) => count > than + 50,
      )
    const callers = Promise.all(Array.from({ length: 4 }, caller))
    await soldMore(0)
    await server.stop()
    const failed = () => Promise.resolve(codes.includes('000005'))
    await until(failed, (has) => has)
    await server.start()
    await soldMore(sold())
    isOver = true
    await callers
    expect(new Set(codes)).toEqual(new Set(['000000', '000005']))
    expect(slowestMs).toBeLessThan(4_600)
    expect(await countInstances(url)).toBe(sold())
    await service.stop()
  })
})

async function countInstances(url: string): Promise<number> {
  const database = openServer(url)
  const { count } = await database.db
    .selectFrom('sold_instances')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await database.close()
  return count
}
