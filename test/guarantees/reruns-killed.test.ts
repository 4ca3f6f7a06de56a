import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { shortLimits } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { begin, rerunOf, whenEnded } from '../management/reruns.ts'

const random = seededRandom(seed)
const calls = 24
let database: OpenDatabase
let service: ServiceProcess

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'))
  database = openServer(url)
  const limits = { ...shortLimits, jobsEveryMs: 10, rerunEveryMs: 5, drainMs: 0 }
  service = await serviceProcess(url, {}, { limits })
})
afterAll(async () => {
  await service.stop()
  await database.close()
})

const rerunsMade = async (): Promise<string[]> => {
  const rows = await database.db
    .selectFrom('messages')
    .select('rerun_of')
    .where('rerun_of', 'is not', null)
    .execute()
  return rows.flatMap(({ rerun_of: of }) => of ?? [])
}

test('a re-run of all that match goes on after kills at random points, and runs each message once', async () => {
  service.launch()
  await service.ready()
  await Promise.all(Array.from({ length: calls }, () => buy(service)))
  await sql`update messages set result_code = '000005'`.execute(database.db)
  const begun = await begin(service, { outcome: 'failure' })
  expect(begun.toRun).toBe(calls)
  for (let kills = 1; kills <= scale.killsOfReruns; kills += 1) {
    const enough = (await rerunsMade()).length + random.between(1, 4)
    while ((await rerunsMade()).length < Math.min(enough, calls - 1)) await wait(1)
    await wait(random.between(0, 4))
    await service.kill()
    // What it has left belongs to it for two minutes.
    await sql`update message_reruns set lease_until = now()`.execute(database.db)
    service.launch()
    await service.ready()
  }
  const done = await whenEnded(service, await rerunOf(service, begun.id))
  expect(done).toMatchObject({ state: 'done', succeeded: calls, waiting: 0, skippedSince: [] })
  const made = await rerunsMade()
  expect(made).toHaveLength(calls)
  expect(new Set(made).size).toBe(calls)
})
