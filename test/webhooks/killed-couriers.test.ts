import { inject, expect, test } from 'vitest'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { openServer } from '../../src/db/database.ts'
import { feed } from '../harness/feed-rows.ts'
import { createDatabase } from '../harness/postgres.ts'
import { serviceProcess } from '../harness/process.ts'
import { startReceiver } from '../harness/receiver.ts'
import { scale } from '../harness/scale.ts'
import { until } from '../harness/until.ts'

const topics = 40
const limits = { jobsEveryMs: 20, deliveryLeaseMs: 1_000 }

test('couriers of two replicas that are killed lose no event and put none out of order', async () => {
  const secret = newWebhookSecret()
  const receiver = await startReceiver(() => secret)
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const database = openServer(databaseUrl)
  const settings = { KOOGATE_WEBHOOK_URL: receiver.url, KOOGATE_WEBHOOK_SECRET: secret }
  const replicas = await Promise.all(
    [0, 1].map(() => serviceProcess(databaseUrl, settings, { limits })),
  )
  for (const replica of replicas) replica.launch()
  await Promise.all(replicas.map((replica) => replica.ready()))
  // Slow enough to be killed in the middle of it.
  receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 10)
  const count = scale.killedCourierEvents
  const events = Array.from({ length: count }, (_, index) => ({
    topic: `instance:${index % topics}`,
    data: { index },
  }))
  const ids = await feed(database.db, events)
  const seen = () => new Set(receiver.received.map(({ id }) => id))
  for (let kills = 0; kills < scale.killsOfCouriers; kills += 1) {
    const least = Math.floor((count * (kills + 1)) / (scale.killsOfCouriers + 2))
    await until(
      () => Promise.resolve(seen()),
      ({ size }) => size >= least,
      60_000,
    )
    const replica = replicas[kills % 2]
    await replica?.kill()
    replica?.launch()
    await replica?.ready()
  }
  await until(
    () => Promise.resolve(seen()),
    ({ size }) => size >= count,
    60_000,
  )
  expect([...seen()].toSorted()).toEqual(ids.toSorted())
  expect(outOfOrder(receiver.received.map(({ data }) => Number(data['index'])))).toEqual([])
  expect(receiver.refused).toEqual([])
  for (const replica of replicas) await replica.stop()
  await database.close()
  await receiver.close()
})

/** The events whose first arrival came after that of a later one of their topic. */
function outOfOrder(indexes: readonly number[]): number[] {
  const last = new Map<number, number>()
  return [...new Set(indexes)].filter((index) => {
    const before = last.get(index % topics) ?? -1
    last.set(index % topics, Math.max(before, index))
    return index < before
  })
}
