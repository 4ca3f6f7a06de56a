import { createVault } from '../../src/crypto/vault.ts'
import { openServer } from '../../src/db/database.ts'
import { type FedEvent, feed, feedKey } from '../../test/harness/feed-rows.ts'
import { withClient } from '../../test/harness/postgres.ts'
import type { Contender } from './arena.ts'
import { buy } from './call.ts'
import { until } from './until.ts'

const eventsOfTopic = 5
const batch = 500

type Sample = Required<Pick<FedEvent, 'type' | 'data'>>

/** What is told of a purchase: one is made for it. */
export async function sampleOf({ program, databaseUrl }: Contender): Promise<Sample> {
  const topic = `instance:${(await buy(program)).instanceId}`
  const database = openServer(databaseUrl)
  const find = () =>
    database.db
      .selectFrom('event_feed')
      .select(['type', 'data'])
      .where('topic', '=', topic)
      .execute()
  await until(async () => (await find()).length > 0)
  const [sample] = (await find()).map(({ type, data }) => {
    const opened = createVault(feedKey).decrypt(data).toString()
    return { type, data: JSON.parse(opened) as Record<string, unknown> }
  })
  await database.close()
  if (sample === undefined) throw new Error('nothing is told of a purchase')
  return sample
}

/** Puts so many such events into the feed, five of each of many instances. */
export async function owe(
  { databaseUrl }: Contender,
  { type, data }: Sample,
  count: number,
): Promise<void> {
  const instances = Array.from({ length: count / eventsOfTopic }, () => crypto.randomUUID())
  const events = Array.from({ length: count }, (_, index) => {
    const instanceId = instances[index % instances.length] ?? ''
    return { topic: `instance:${instanceId}`, type, data: { ...data, instanceId } }
  })
  const database = openServer(databaseUrl)
  for (let from = 0; from < count; from += batch) {
    await feed(database.db, events.slice(from, from + batch))
  }
  await database.close()
}

const anythingOpen = `
  select exists (select from event_outbox)
    or exists (select from webhook_cursors c, event_feed_state s, webhook_endpoints e
      where c.endpoint_id = e.id and c.position < s.position)
    or exists (select from webhook_lanes l join webhook_endpoints e on e.id = l.endpoint_id
      where e.state = 'enabled') as is_open`

/** Waits until all that has happened is owed, and all that is owed to who answers is settled. */
export async function told({ databaseUrl }: Contender): Promise<void> {
  await withClient(databaseUrl, (client) =>
    until(async () => {
      const { rows } = await client.query<{ is_open: boolean }>(anythingOpen)
      return rows[0]?.is_open === false
    }),
  )
}
