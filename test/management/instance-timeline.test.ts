import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { timelineKinds } from '../../src/domain/timeline/kinds.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder } from '../harness/store.ts'
import { readerOf, tokenWith } from '../harness/tokens.ts'
import { whenPlaced } from '../events/feed.ts'
import { faultyFields, manage, read } from './client.ts'
import { type TimelineRows, fillTimeline } from './timeline-rows.ts'

type Entry = ManagementSchemas['InstanceTimelineEntry']

let service: TestService
let instanceId: string
let rows: TimelineRows
const order = newOrder()
beforeAll(async () => {
  service = await startService()
  instanceId = await buy(service, order)
  const other = newOrder()
  const otherId = await buy(service, other)
  // The debugger may use the very order of a real purchase.
  await buy(service, { ...order, testFlag: '1' })
  await whenPlaced(service)
  // Several of each kind at each of three moments, of another instance too.
  rows = await fillTimeline(service, { instanceId, orderId: order.orderId })
  await fillTimeline(service, { instanceId: otherId, orderId: other.orderId })
})
afterAll(() => service.stop())

const page = (query: string, options = {}) =>
  read(service, 'InstanceTimeline', `/instances/${instanceId}/timeline?${query}`, options)

async function readAll(query: string, limit: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor === '' ? '' : `&cursor=${cursor}`
    const { items, nextCursor } = await page(`${query}limit=${limit}${after}`)
    if (nextCursor !== null) expect(items).toHaveLength(limit)
    entries.push(...items)
    cursor = nextCursor
  }
  return entries
}

// A place among the deliveries: they are read up to the position that a cursor names.
const attempt = `1-${'0'.repeat(32)}`
const nameOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>) => `${kind} ${id}`

describe('listInstanceTimeline', () => {
  it('has each thing of each kind once, the newest first, of one moment by kind and id', async () => {
    const made = rows.map(nameOf)
    const all = await readAll('', 200)
    expect(all.map(nameOf).filter((name) => made.includes(name))).toEqual(made)
    const times = all.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(timelineKinds))
    // What is not of these is what the purchase itself left: no row of another instance or of a test call.
    const others = all.filter((entry) => !made.includes(nameOf(entry)))
    expect(others.map(({ kind, what }) => `${kind} ${what}`).toSorted()).toEqual([
      'call newInstance',
      'change instance.activated',
      'change instance.created',
      'event instance.activated',
      'event instance.created',
    ])
  })

  it('gives the whole list by pages of any size', async () => {
    const all = (await readAll('', 200)).map(nameOf)
    for (let limit = 1; limit <= all.length; limit += limit < 12 ? 1 : 7) {
      expect((await readAll('', limit)).map(nameOf), `${limit} a page`).toEqual(all)
    }
  })

  it.each(timelineKinds)('gives only entries of the kind %s, by pages too', async (kind) => {
    const all = await readAll('', 200)
    const own = all.filter((entry) => entry.kind === kind).map(nameOf)
    expect((await readAll(`kind=${kind}&`, 2)).map(nameOf)).toEqual(own)
  })

  it('shows nothing twice and passes over nothing when things come between two pages', async () => {
    const before = (await readAll('', 200)).map(nameOf)
    const first = await page('limit=5')
    await fillTimeline(service, { instanceId, orderId: order.orderId, at: later() })
    const rest = await page(`limit=200&cursor=${first.nextCursor ?? ''}`)
    expect([...first.items, ...rest.items].map(nameOf)).toEqual(before)
  })

  it('says where the whole of each entry is read', async () => {
    const entries = await readAll('', 200)
    const refs = new Map(entries.map(({ kind, ref }) => [kind, ref]))
    expect(refs.get('change')).toBeNull()
    for (const [kind, ref] of refs) {
      if (ref === null) continue
      const { status, text } = await manage(service, ref.replace('/api/v1', ''))
      expect(status, `${kind}: ${text}`).toBe(200)
    }
  })

  it('shows what was done by this API to who has the scope admin alone', async () => {
    const authorization = await readerOf(service)
    const { items } = await page('limit=200', { authorization })
    expect(items.some(({ kind }) => kind === 'audit')).toBe(false)
    expect(items.length).toBeGreaterThan(10)
    const path = `/instances/${instanceId}/timeline?kind=audit`
    const { status, headers } = await manage(service, path, { authorization })
    expect(status).toBe(403)
    expect(headers.get('www-authenticate')).toContain('scope="admin"')
    const admin = await tokenWith(service, ['read', 'admin'])
    expect((await page('kind=audit', admin)).items.length).toBeGreaterThan(0)
  })

  it.each([
    ['any text', 'nonsense'],
    ['another list’s', cursorOf('instances 2026-11-18T10:19:31.000Z 1')],
    ['that of one kind', cursorOf('timeline/call.1........')],
    ['one with more behind it', cursorOf('timeline/all.1.........')],
    ['one with no number', cursorOf('timeline/all.x........')],
    ['one with a number that ends nowhere', cursorOf(`timeline/all.Infinity..${attempt}......`)],
    ['one with a number that is none', cursorOf(`timeline/all.NaN..${attempt}......`)],
    ['one with a number beyond all', cursorOf(`timeline/all.1e+30..${attempt}......`)],
  ])('refuses a cursor that it did not give: %s', async (_case, cursor) => {
    const answer = await manage(service, `/instances/${instanceId}/timeline?cursor=${cursor}`)
    expect(faultyFields(answer)).toEqual(['cursor'])
  })

  it('answers 404 for an instance that is not known', async () => {
    const answer = await manage(service, `/instances/${randomUUID()}/timeline`)
    expect(answer.status).toBe(404)
  })
})

function later(): Date {
  return new Date(Date.now() + 60_000)
}

function cursorOf(text: string): string {
  return Buffer.from(text).toString('base64url')
}
