import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { startOrderStore } from '../../src/simulator/api/order-store.ts'
import { type CuttingPostgres, startCuttingPostgres } from '../harness/cutting-postgres.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, becomesReady, serviceProcess } from '../harness/process.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { scale } from '../harness/scale.ts'
import { until } from '../harness/until.ts'

// A process of its own: an error that nobody listens to would end it.
let database: OpenDatabase
let server: CuttingPostgres
let store: Awaited<ReturnType<typeof startOrderStore>>
let service: ServiceProcess

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
const callsAtOnce = 24

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'))
  database = openServer(url)
  server = await startCuttingPostgres(url)
  store = await startOrderStore(credentials)
  service = await serviceProcess(server.url, {
    KOOGATE_STORE_URL: store.url.href,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
  })
  service.launch()
  await service.ready()
})
afterAll(async () => {
  await service.stop()
  server.close()
  await store.close()
  await database.close()
})

afterEach(async () => {
  expect(service.isRunning(), service.output()).toBe(true)
  await becomesReady(service.url)
  expect(await codeOfPurchase()).toBe('000000')
})

async function codeOfPurchase(): Promise<unknown> {
  const { body } = await storeCall(service, purchaseOf())
  return body['resultCode']
}

async function codesOfPurchases(): Promise<Set<unknown>> {
  return new Set(await Promise.all(Array.from({ length: callsAtOnce }, codeOfPurchase)))
}

/** Ends every connection of the service but one's own; returns how many there were. */
async function terminateAll(): Promise<number> {
  const { rows } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db)
  return rows.length
}

test.each(['in one packet', 'by a reset'] as const)(
  'a connection that is cut %s as it is made fails one call and never the process',
  async (how) => {
    const known = server.cuts()
    server.cut(how)
    expect(await codesOfPurchases()).toEqual(new Set(['000005']))
    // The workers of the job queue make connections of their own, once a second.
    await until(
      () => Promise.resolve(server.cuts()),
      (cuts) => cuts > known + callsAtOnce + 4,
    )
    server.pass()
  },
)

test('bursts of pg_terminate_backend at work never end the process', async () => {
  for (let burst = 0; burst < scale.terminations; burst++) {
    const codes = codesOfPurchases()
    let ended = 0
    while (ended === 0) ended = await terminateAll()
    await terminateAll()
    expect([...(await codes)].filter((code) => code !== '000000' && code !== '000005')).toEqual([])
    expect(service.isRunning(), service.output()).toBe(true)
  }
})
