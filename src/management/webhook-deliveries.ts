import type { ManagementSchemas } from '../contract/index.ts'
import { type AttemptRow, findAttempt, listAttempts } from '../db/webhook/attempts.ts'
import {
  type DeliveryRow,
  type GivenUpRow,
  deliveriesOf,
  isGivenUp,
  listDeliveries,
  listGivenUp,
} from '../db/webhook/deliveries.ts'
import { newestFirst } from '../db/page.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { badCursor, nextCursor, pageFrom } from './cursor.ts'
import { unknownWebhookAttempt } from './not-found.ts'
import { endpointOf } from './webhook-endpoints.ts'

const shownAttempts = 100

/** What is owed to an endpoint, in the order of the feed. Throws Problem 404. */
export const listWebhookDeliveries: ManagementHandler<'listWebhookDeliveries'> = async (
  { path, query },
  { services },
) => {
  const { id: endpointId } = await endpointOf(path.id, services)
  const page = pageFrom('webhook-deliveries', query)
  if (page.after && !/^\d{1,15}\/(true|false)$/.test(page.after[1])) throw badCursor()
  const found = await listDeliveries(
    services.db,
    { endpointId, topic: query.topic, failing: query.failing },
    page,
  )
  return {
    items: found.items.map(viewDelivery),
    nextCursor: nextCursor('webhook-deliveries', found),
  }
}

/** How it stands with one event at one endpoint. Throws Problem 404 for an unknown endpoint. */
export const getWebhookDelivery: ManagementHandler<'getWebhookDelivery'> = async (
  { path: { id, eventId } },
  { services },
) => {
  const { db } = services
  const endpoint = await endpointOf(id, services)
  const page = {
    limit: shownAttempts,
    after: undefined,
    sort: newestFirst,
    updatedAfter: undefined,
  }
  const [owed, { items }, givenUp] = await Promise.all([
    deliveriesOf(db, endpoint.id, eventId),
    listAttempts(db, { endpointId: endpoint.id, eventId }, page),
    isGivenUp(db, endpoint.id, eventId),
  ])
  const isDelivered = items.some(({ error }) => error === null)
  const state =
    owed.length > 0 ? 'pending' : isDelivered ? 'delivered' : givenUp ? 'given_up' : 'not_sent'
  return {
    eventId,
    state,
    owed: owed.map(viewDelivery),
    attempts: items.map((row) => viewAttempt(row, services)),
  }
}

/** Attempts, the newest first. */
export const listWebhookAttempts: ManagementHandler<'listWebhookAttempts'> = async (
  { query },
  { services },
) => {
  const { since = '', until = '', ...filter } = query
  const times = { since: parseDateTime(since), until: parseDateTime(until) }
  const page = pageFrom('webhook-attempts', query)
  const found = await listAttempts(services.db, { ...filter, ...times }, page)
  return {
    items: found.items.map((row) => viewAttempt(row, services)),
    nextCursor: nextCursor('webhook-attempts', found),
  }
}

/** One attempt. Throws Problem 404. */
export const getWebhookAttempt: ManagementHandler<'getWebhookAttempt'> = async (
  { path: { id } },
  { services },
) => {
  const row = await findAttempt(services.db, id)
  if (row === undefined) throw unknownWebhookAttempt(id)
  return viewAttempt(row, services)
}

/** What was given up, the newest first. */
export const listWebhookGivenUp: ManagementHandler<'listWebhookGivenUp'> = async (
  { query },
  { services },
) => {
  const found = await listGivenUp(services.db, query, pageFrom('webhook-given-up', query))
  return {
    items: found.items.map(viewGivenUp),
    nextCursor: nextCursor('webhook-given-up', found),
  }
}

function viewDelivery(row: DeliveryRow): ManagementSchemas['WebhookDelivery'] {
  const { event_id: eventId, position, type, topic, replay, attempt: attempts } = row
  return {
    eventId,
    position,
    type,
    topic,
    timestamp: row.at?.toISOString() ?? null,
    replay,
    attempts,
    nextAt: row.next_at?.toISOString() ?? null,
  }
}

function viewAttempt(
  row: AttemptRow,
  { vault, show }: ManagementServices,
): ManagementSchemas['WebhookAttempt'] {
  const { id, endpoint_id: endpointId, event_id: eventId, type, attempt, replay } = row
  const answer = row.answer === null ? '' : vault.decrypt(row.answer).toString()
  return {
    id,
    at: row.at.toISOString(),
    endpointId,
    eventId,
    type,
    attempt,
    replay,
    succeeded: row.error === null,
    status: row.status,
    error: row.error,
    answer: show(subjectOf('webhook-endpoint', endpointId), answer, () => ''),
    ms: row.ms,
    sentAt: new Date(row.at.getTime() - row.ms).toISOString(),
  }
}

function viewGivenUp(row: GivenUpRow): ManagementSchemas['WebhookGivenUp'] {
  const { id, endpoint_id: endpointId, event_id: eventId, position, type, topic, reason } = row
  return {
    id,
    at: row.at.toISOString(),
    endpointId,
    eventId,
    position,
    type,
    topic,
    reason,
    replayedAt: row.replayed_at?.toISOString() ?? null,
  }
}
