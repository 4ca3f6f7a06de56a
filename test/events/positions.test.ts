import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { raiseAlarm } from '../../src/calls/alarms.ts'
import { persistIn } from '../../src/calls/persist.ts'
import type { Database } from '../../src/db/database.ts'
import type { EventOutboxTable } from '../../src/db/event/event-tables.ts'
import { placeEvents } from '../../src/db/event/relay.ts'
import { pruneFeed } from '../../src/db/event/prune-feed.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { compile } from '../../src/db/unit-of-work-statement.ts'
import { newId as newUuid } from '../../src/db/new-id.ts'
import { listEvents } from '../../src/management/events.ts'
import { killRelays } from '../harness/kill-relays.ts'
import { scale } from '../harness/scale.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { dump } from '../harness/schema-fixture.ts'
import { type TestService, managementToken, newId, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { faultyFields, manage, read } from '../management/client.ts'
import { type Event, feedOf, typesOf, whenPlaced } from './feed.ts'

const limits = { eventsEveryMs: 50, eventsPauseMs: 1 }

/** Waits for events until there are so many, going on with what each answer says. */
async function follow(service: Pick<TestService, 'url'>, count: number): Promise<Event[]> {
  const events: Event[] = []
  for (let after = 0; events.length < count;) {
    const path = `/events?after=${after}&limit=7&wait=5`
    const { items, next } = await read(service, 'EventList', path)
    events.push(...items)
    after = next
  }
  return events
}

/** Tells one event, and kills the relay that gives it a position, which is held up there; how often. */
function killHeldRelay({ db, app }: TestService): Promise<number> {
  return db.transaction().execute(async (holding) => {
    await sql`lock table event_feed in share mode`.execute(holding)
    // In a transaction of somebody's own an event waits for the relay.
    const alarms = [raiseAlarm('kit.users', 'tenant:t', 'Some were left out.')]
    await inTransaction(db, (own) => persistIn(own, { alarms }, app.services))
    return killRelays(db, (ended) => ended > 0)
  })
}

describe('while two replicas sell', () => {
  let one: TestService
  let other: TestService
  beforeAll(async () => {
    one = await startService({ limits })
    other = await startService({ limits, databaseUrl: String(one.databaseUrl) })
  })
  afterAll(() => Promise.all([one.stop(), other.stop()]))

  test('a reader that pages the feed misses no position and meets none twice, though relays die', async () => {
    const instances = scale.soldWhileRead
    const reading = follow(other, instances * 4 + 1)
    const held = await killHeldRelay(one)
    let isSold = false
    const killing = killRelays(one.db, () => isSold)
    const live = async (index: number) => {
      const service = index % 2 === 0 ? one : other
      const instanceId = await buy(service)
      const set = { activity: 'updateInstanceStatus', instanceId }
      await storeCall(other, { ...set, status: 'FREEZE' })
      await storeCall(one, { ...set, status: 'UNFREEZE' })
      return `instance:${instanceId}`
    }
    // No more at once than a replica takes connections.
    const waiting = Array.from({ length: instances }, (_, index) => index).values()
    const topics: string[] = []
    const liveOn = async () => {
      for (const index of waiting) topics.push(await live(index))
    }
    await Promise.all(Array.from({ length: 100 }, liveOn))
    isSold = true
    const events = await reading
    expect(held + (await killing)).toBeGreaterThan(0)
    expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1))
    for (const topic of topics) {
      const types = ['created', 'activated', 'frozen', 'unfrozen']
      expect(typesOf(events, topic)).toEqual(types.map((type) => `instance.${type}`))
    }
  })
})

/** Gives what waits positions, once the service's own relay is not at it; how many changes. */
async function placeChanges(db: Database, limit: number): Promise<number> {
  const { changes } = await until(
    () => placeEvents(db, limit),
    (placed) => placed.changes > 0,
  )
  return changes
}

describe('a feed', () => {
  let service: TestService
  beforeAll(async () => {
    // Its relay never looks by itself in this time.
    service = await startService({ limits: { ...limits, eventsEveryMs: 100 } })
  })
  afterAll(() => service.stop())

  test('a change whose clock was ahead comes behind those before it in its topic', async () => {
    const { db } = service
    const topic = `instance:${newId()}`
    const ids = Array.from({ length: 3 }, newUuid)
    // The later the version, the smaller the id: as if three replicas had three clocks.
    const data = service.app.services.vault.encrypt('{}')
    const rows = [1, 2, 3].map((seq) =>
      outboxRow({ topic, topic_seq: seq, id: ids[3 - seq], data }),
    )
    await db.transaction().execute(async (transaction) => {
      await transaction.executeQuery(compile([{ outbox: rows }]))
      expect(await placeChanges(transaction, 1)).toBe(3)
    })
    const placed = await db
      .selectFrom('event_feed')
      .select('topic_seq')
      .where('topic', '=', topic)
      .orderBy('position')
      .execute()
    expect(placed.map(({ topic_seq }) => topic_seq)).toEqual([1, 2, 3])
  })

  test.each(['order:china/', 'alarm:a/', 'usage:'])(
    '%s which has no version, has them as they were committed, whatever the clocks say',
    async (kind) => {
      const { db } = service
      const topic = `${kind}${newId()}`
      const data = service.app.services.vault.encrypt('{}')
      const at = Date.now()
      // The first replica is ahead of the second one, and the second one of the third.
      const rows = [3, 2, 1].map((seconds) =>
        outboxRow({ topic, topic_seq: at + seconds * 1_000, id: newUuid(), data }),
      )
      await db.transaction().execute(async (transaction) => {
        for (const row of rows) await transaction.executeQuery(compile([{ outbox: [row] }]))
        expect(await placeChanges(transaction, 10)).toBe(3)
      })
      const placed = db.selectFrom('event_feed').select('id').where('topic', '=', topic)
      const ids = (await placed.orderBy('position').execute()).map(({ id }) => id)
      expect(ids).toEqual(rows.flatMap((row) => row.ids))
    },
  )

  test('who waits has an event as soon as it comes, and nothing when nothing comes', async () => {
    const { last } = await read(service, 'EventList', '/events?limit=1')
    const nothing = await read(service, 'EventList', `/events?after=${last}&wait=1`)
    expect(nothing).toEqual({ items: [], next: last, last })
    const waiting = read(service, 'EventList', `/events?after=${last}&wait=25&type=instance.*`)
    const instanceId = await buy(service)
    const begun = performance.now()
    const { items } = await waiting
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(items[0]).toMatchObject({ type: 'instance.created', data: { instanceId } })
  })

  test('filters let through what they name, and go on behind what they leave out', async () => {
    const instanceId = await buy(service, { testFlag: '1' })
    await whenPlaced(service)
    const { last } = await read(service, 'EventList', '/events?limit=1')
    const query = `/events?after=0&test=true&address=main&type=instance.activated`
    const found = await read(service, 'EventList', query)
    expect(found.items.map(({ topic, type }) => [topic, type])).toEqual([
      [`instance:${instanceId}`, 'instance.activated'],
    ])
    expect(found.next).toBe(last)
    const id = String(found.items[0]?.id)
    expect(await read(service, 'Event', `/events/${id}`)).toEqual(found.items[0])
  })

  test('backwards the newest comes first, down to the oldest that is kept', async () => {
    await whenPlaced(service)
    const all = await feedOf(service)
    const positions: number[] = []
    let before = 0
    do {
      const page = await read(service, 'EventList', `/events?before=${before}&limit=3`)
      positions.push(...page.items.map(({ position }) => position))
      before = page.next
    } while (before > 1)
    expect(positions).toEqual(all.map(({ position }) => position).toReversed())
    const end = `/events?before=${positions.at(-1) ?? 0}`
    expect(await read(service, 'EventList', end)).toMatchObject({ items: [], next: 1 })
    const { type } = all[0] ?? {}
    const typed = await read(service, 'EventList', `/events?before=0&type=${type ?? ''}`)
    const wanted = all.filter((one) => one.type === type).map(({ id }) => id)
    expect(typed.items.map(({ id }) => id)).toEqual(wanted.toReversed())
    for (const other of ['after=0', 'wait=1']) {
      const answer = await manage(service, `/events?before=0&${other}`)
      expect([answer.status, faultyFields(answer)]).toEqual([400, [other.split('=')[0]]])
    }
  })

  test('an unknown type, a position ahead and an unknown event are refused', async () => {
    expect(faultyFields(await manage(service, '/events?type=instance.sold,order.*'))).toEqual([
      'type',
    ])
    expect(faultyFields(await manage(service, '/events?after=1000000'))).toEqual(['after'])
    expect((await manage(service, `/events/${newUuid()}`)).status).toBe(404)
  })

  test('what is personal is in clear with that scope only, and its reading is noted', async () => {
    const bought = { customerName: 'zhangsan', mobilePhone: '18687654321', email: 'li@example.com' }
    const instanceId = newId('old')
    const body = {
      ...{ instanceId, address: 'main', family: 'saas-v2', ...newOrder(), buyer: bought },
      appInfo: { frontEndUrl: 'https://app.example.com/old' },
    }
    expect((await manage(service, '/instances', { method: 'POST', body })).status).toBe(200)
    await whenPlaced(service)
    const topic = encodeURIComponent(`instance:${instanceId}`)
    const dataFor = async (scopes: readonly ('read' | 'personal')[]) => {
      const { authorization } = await tokenWith(service, scopes)
      const [event] = await feedOf(service, { query: `topic=${topic}`, authorization })
      return event?.data['buyer']
    }
    expect(await dataFor(['read', 'personal'])).toMatchObject(bought)
    expect(await dataFor(['read'])).toMatchObject({
      customerName: 'z***n',
      mobilePhone: '186****4321',
      email: 'l***@example.com',
    })
    const subject = encodeURIComponent(`instance:${instanceId}`)
    const audit = await read(service, 'AuditList', `/audit?operation=listEvents&subject=${subject}`)
    expect(audit.items).toHaveLength(1)
    const { rows } = await sql<{ data: Buffer }>`
      select data from event_feed union all select data from event_outbox`.execute(service.db)
    expect(rows.some(({ data }) => data.includes('18687654321'))).toBe(false)
  })

  test('a dump that is restored elsewhere goes on behind the position that was read', async () => {
    await whenPlaced(service)
    const before = await feedOf(service)
    const restored = await createDatabase(inject('postgresUrl'), 'empty')
    let text = ''
    await withClient(String(service.databaseUrl), async (client) => {
      text = await dump(client, { isSample: false })
    })
    await withClient(restored, (client) => client.query(text))
    const next = await startService({ limits, databaseUrl: restored })
    try {
      expect(await feedOf(next)).toEqual(before)
      const instanceId = await buy(next)
      const after = Number(before.at(-1)?.position)
      const more = await until(
        () => feedOf(next, { after }),
        (list) => list.length > 0,
      )
      expect(more.map(({ position }) => position)).toEqual([after + 1, after + 2])
      expect(typesOf(more, `instance:${instanceId}`)).toHaveLength(2)
    } finally {
      await next.stop()
    }
  })

  test('a position behind which events are pruned is 410 with the oldest one', async () => {
    await whenPlaced(service)
    const all = await feedOf(service)
    const later = all.find(({ timestamp }) => timestamp > String(all[0]?.timestamp))
    const before = new Date(String(later?.timestamp))
    const isYoung = ({ timestamp }: Event) => Date.parse(timestamp) >= before.getTime()
    const pruned = all.findIndex(isYoung)
    expect(pruned).toBeGreaterThan(0)
    expect(await pruneFeed(service.db, { before, ofSettings: [] })).toBe(pruned)
    const gone = await manage(service, '/events?after=0')
    expect([gone.status, gone.body['code'], gone.body['oldest']]).toEqual([
      410,
      'position-pruned',
      pruned + 1,
    ])
    const { items } = await read(service, 'EventList', '/events')
    expect(items[0]?.position).toBe(pruned + 1)
    expect((await manage(service, `/events?after=${pruned}`)).status).toBe(200)
    const backwards = await read(service, 'EventList', `/events?before=${pruned + 2}`)
    expect(backwards).toMatchObject({ items: [{ position: pruned + 1 }], next: 1 })
  })

  test('a position that is pruned while it is read is 410, and never a gap', async () => {
    await buy(service)
    await whenPlaced(service)
    const { last } = await read(service, 'EventList', '/events?limit=1')
    const pruning = { before: new Date(Date.now() + 3_600_000), ofSettings: [] }
    let isPruned = false
    // Behind the first answer of the database, which tells what the feed reaches from and to.
    const inBetween: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (!isPruned) await pruneFeed(service.db, pruning)
        isPruned = true
        return result
      },
    }
    const { services } = service.app
    const gone = new AbortController().signal
    const reading = { ...services, gone, db: services.db.withPlugin(inBetween) }
    const query = { after: last - 1 }
    const answer = listEvents({ query } as never, { services: reading } as never)
    await expect(answer).rejects.toMatchObject({ status: 410, oldest: last + 1 })
  })

  test('who hangs up is waited for no longer', async () => {
    const listening = () => service.app.services.newEvents.listenerCount('feed')
    const before = listening()
    const hangUp = new AbortController()
    const { last } = await read(service, 'EventList', '/events?limit=1')
    const waiting = fetchFeed(service.url, `wait=25&after=${last}`, hangUp.signal)
    await until(
      () => Promise.resolve(listening()),
      (count) => count > before,
    )
    hangUp.abort()
    await expect(waiting).rejects.toThrow()
    await until(
      () => Promise.resolve(listening()),
      (count) => count === before,
    )
  })

  test('a stop does not wait for who waits', async () => {
    const own = await startService({ limits })
    const listening = () => own.app.services.newEvents.listenerCount('feed')
    const before = listening()
    const waiting = read(own, 'EventList', '/events?wait=25')
    await until(
      () => Promise.resolve(listening()),
      (count) => count > before,
    )
    const begun = performance.now()
    await own.stop()
    expect((await waiting).items).toEqual([])
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

function fetchFeed(url: string, query: string, signal: AbortSignal) {
  const headers = { authorization: `Bearer ${managementToken}` }
  return fetch(`${url}/api/v1/events?${query}`, { headers, signal })
}

function outboxRow(
  own: Pick<EventOutboxTable, 'topic' | 'topic_seq' | 'data'> & { readonly id: string | undefined },
): EventOutboxTable {
  return {
    ...{ types: ['instance.changed'], ids: [newUuid()] },
    ...{ site: 'china', address: 'main', test: false, personal: false, at: new Date() },
    ...own,
    id: own.id ?? newUuid(),
  }
}
