import { lengths, type ManagementSchemas } from '../contract/index.ts'
import { feedBounds } from '../db/event/feed.ts'
import { findInstance } from '../db/instance/instances.ts'
import type { TimelineRow, TimelineSubject } from '../db/timeline/timeline-row.ts'
import { readTimeline } from '../db/timeline/timeline.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { subjectOf } from '../domain/subject.ts'
import { type TimelineKind, timelineKinds } from '../domain/timeline/kinds.ts'
import type { Caller } from './access.ts'
import type { ManagementHandler } from './context.ts'
import { unknownInstance } from './not-found.ts'
import { lacksScope } from './problem.ts'
import { readTimelineCursor, timelineCursor } from './timeline-cursor.ts'
import { urlOf } from './url-of.ts'

type Entry = ManagementSchemas['InstanceTimelineEntry']

/** What happened to an instance, the newest first. Throws Problem 403, 404. */
export const listInstanceTimeline: ManagementHandler<'listInstanceTimeline'> = async (
  { path: { instanceId }, query: { kind, cursor, limit = lengths.pageSize } },
  { services: { db, vault, caller } },
) => {
  const kinds = kindsFor(caller, kind)
  const before = cursor === undefined ? undefined : readTimelineCursor(cursor, kind)
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined) throw unknownInstance(instanceId)
  const upTo = before?.upTo ?? (await feedBounds(db)).last
  const page = { kinds, from: before?.from, upTo, limit }
  const { items, next } = await readTimeline(db, subjectIn(instance), page)
  return {
    items: items.map((row) => viewEntry(row, instanceId)),
    nextCursor: next.size === 0 ? null : timelineCursor({ from: next, upTo }, kind),
  }
}

function kindsFor({ scopes }: Caller, kind: TimelineKind | undefined): readonly TimelineKind[] {
  if (kind === 'audit' && !scopes.has('admin')) {
    throw lacksScope('admin', 'Entries of the kind audit need a token with the scope admin.')
  }
  const may = timelineKinds.filter((one) => one !== 'audit' || scopes.has('admin'))
  return kind === undefined ? may : [kind]
}

function subjectIn(instance: Instance): TimelineSubject {
  const { instanceId, site, test, orderId, latestOrderId, orders } = instance
  const all = [orderId, latestOrderId, ...orders.map((order) => order.orderId)]
  const orderIds = [...new Set(all)].filter((id) => id !== '').slice(-lengths.instanceOrders)
  return { instanceId, site, test, orderIds }
}

function viewEntry(row: TimelineRow, instanceId: string): Entry {
  const { kind, at, id, what, outcome, code, text, value } = row
  return {
    ...{ kind, at: at.toISOString(), id, what, outcome, code, text, value },
    orderId: row.order_id,
    address: row.address,
    by: row.by_whom,
    ref: refs[kind](id, instanceId),
  }
}

const refs: Readonly<Record<TimelineKind, (id: string, instanceId: string) => string | null>> = {
  call: (id) => urlOf(['messages', id]),
  change: () => null,
  event: (id) => urlOf(['events', id]),
  delivery: (id) => urlOf(['webhook-attempts', id]),
  usage: (id) => urlOf(['usage', 'windows', id]),
  'outbound-call': (id) => urlOf(['outbound-calls', id]),
  ask: (_id, instanceId) => urlOf(['instances', instanceId]),
  audit: (_id, instanceId) => urlOf(['audit'], { subject: subjectOf('instance', instanceId) }),
}
