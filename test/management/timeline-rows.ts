import { randomBytes, randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import type { MessageRow } from '../../src/db/message/messages.ts'
import { type TimelineKind, timelineKinds } from '../../src/domain/timeline/kinds.ts'
import { defaultSite } from '../../src/domain/scope.ts'
import type { TestService } from '../harness/service.ts'

interface Filling {
  readonly instanceId: string
  readonly orderId: string
  /** Of all rows; otherwise three moments to come, for the feed is in the order of its positions. */
  readonly at?: Date
}

/** What was made, in the order in which the timeline shows it. */
export type TimelineRows = readonly { readonly kind: TimelineKind; readonly id: string }[]

interface Made {
  readonly kind: TimelineKind
  readonly id: string
  readonly at: Date
  readonly key: string
}

/** Writes three rows of each kind at each of three moments, so that many are of one time. */
export async function fillTimeline(service: TestService, filling: Filling): Promise<TimelineRows> {
  const now = Date.now()
  const moments = filling.at ? [filling.at] : [1, 2, 3].map((n) => new Date(now + n * 1000))
  const made: Made[] = []
  for (const at of moments) {
    for (let n = 0; n < 3; n += 1) made.push(...(await fillMoment(service, filling, at)))
  }
  const rank = ({ kind }: Made) => timelineKinds.indexOf(kind)
  return made.toSorted(
    (one, other) =>
      other.at.getTime() - one.at.getTime() ||
      rank(one) - rank(other) ||
      (one.key < other.key ? 1 : -1),
  )
}

// One row of each kind, and of calls one with the order alone and one with both.
async function fillMoment({ db, app }: TestService, filling: Filling, at: Date): Promise<Made[]> {
  const { instanceId, orderId } = filling
  const newId = () => v7({ msecs: at.getTime(), random: randomBytes(16) })
  const { vault } = app.services
  const empty = vault.encrypt('{}')
  const { position } = await db
    .updateTable('event_feed_state')
    .set((state) => ({ position: state('position', '+', 1) }))
    .returning('position')
    .executeTakeFirstOrThrow()
  const ids = { event: newId(), change: newId(), usage: newId(), ask: newId() }
  const others = { delivery: newId(), 'outbound-call': newId(), audit: newId() }
  const calls = [newId(), newId(), newId()]
  const call: Omit<MessageRow, 'id' | 'instance_id' | 'order_id'> = {
    ...{ address: 'main', family: 'saas-v2', operation: 'saasV2', activity: 'queryInstance' },
    ...{ tenant_id: null, license_id: null, test: false, verified: true, rerun_of: null },
    ...{ key_fingerprints: null },
    ...{ result_code: '000000', result_msg: 'success.', duration_ms: 1, received_at: at },
    ...{ body: empty, answer: vault.encrypt('{"resultCode":"000000","resultMsg":"success."}') },
  }
  await db
    .insertInto('messages')
    .values(
      calls.map((id, n) => ({
        ...{ ...call, id },
        instance_id: n === 1 ? null : instanceId,
        order_id: n === 0 ? null : orderId,
      })),
    )
    .execute()
  await db
    .insertInto('events')
    .values({
      ...{ id: ids.change, instance_id: instanceId, type: 'instance.changed' },
      ...{ order_id: null, at, in_feed: true },
    })
    .execute()
  await db
    .insertInto('event_feed')
    .values({
      ...{ position, id: ids.event, topic: `instance:${instanceId}`, topic_seq: 9 },
      ...{ type: 'instance.changed', site: defaultSite, address: 'main', test: false },
      ...{ personal: false, at, data: empty },
    })
    .execute()
  await db
    .insertInto('webhook_attempts')
    .values({
      ...{ id: others.delivery, at, endpoint_id: 'nowhere', event_id: ids.event },
      ...{ type: 'instance.changed', attempt: 1, replay: false, ms: 5 },
      ...{ status: 503, error: 'status 503', answer: null },
    })
    .execute()
  const begin = new Date(at.getTime() + Math.floor(Math.random() * 1e12))
  await db
    .insertInto('usage_windows')
    .values({
      ...{ metering_sn: ids.usage, site: defaultSite, signer: 'main', test: false },
      ...{ instance_id: instanceId, package_id: '', begin_time: begin, end_time: begin },
      ...{ value: '1', records: 1, state: 'ready', seal_at: at, deadline: at },
      ...{ created_at: at, updated_at: at },
    })
    .execute()
  await db
    .insertInto('asks')
    .values({
      ...{ id: ids.ask, kind: 'provision', subject: instanceId, version: position },
      ...{ instance_id: instanceId, site: defaultSite, order_id: orderId, order_line_id: '' },
      ...{ state: 'refused', attempt: 1, next_at: null, lease_until: null, deadline: null },
      ...{ answer_code: null, last_error: null, last_answer: null, details: null },
      ...{ created_at: at, updated_at: at },
    })
    .execute()
  await db
    .insertInto('outbound_calls')
    .values({
      ...{ id: others['outbound-call'], at, site: defaultSite, operation: 'queryOrder' },
      ...{ subject: orderId, host: 'store', method: 'GET', path: '/', status: 200 },
      ...{ code: 'MKT.0000', result: 'done', ms: 5 },
      content: vault.encrypt('{"request":"{}","answer":"{}"}'),
    })
    .execute()
  const subject = `instance:${instanceId}`
  await db
    .insertInto('audit')
    .values({
      ...{ id: others.audit, at, kind: 'change', token_id: 'settings', token_name: 'settings' },
      ...{ operation: 'putMetadata', subjects: [subject], fields: ['metadata'] },
      request_id: randomUUID(),
    })
    .execute()
  await db.insertInto('audit_subjects').values({ subject, id: others.audit }).execute()
  return [
    ...calls.map((id) => ({ kind: 'call' as const, id, key: id, at })),
    ...Object.entries({ ...ids, ...others }).map(([kind, id]) => ({
      kind: kind as TimelineKind,
      id,
      key: kind === 'event' ? String(position).padStart(16, '0') : id,
      at,
    })),
  ]
}
