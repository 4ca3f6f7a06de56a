import { announce } from '../calls/announce.ts'
import { clearAlarm } from '../calls/alarms.ts'
import type { Changes } from '../calls/changes.ts'
import { persistIn } from '../calls/persist.ts'
import { newWebhookSecret } from '../crypto/webhook-secret.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import { newId } from '../db/new-id.ts'
import { inTransaction } from '../db/transaction.ts'
import { insertAttempts } from '../db/webhook/attempts.ts'
import {
  type EndpointRow,
  healthOf,
  lockEndpoint,
  updateEndpoint,
} from '../db/webhook/endpoints.ts'
import { hurryLanes } from '../db/webhook/settle-lanes.ts'
import { subjectOf } from '../domain/subject.ts'
import { pausedSoFarMs } from '../domain/webhook/endpoint-health.ts'
import { targetOf } from '../jobs/webhooks/endpoint-target.ts'
import { type Posted, postEvent } from '../jobs/webhooks/post-event.ts'
import { attemptRow } from '../jobs/webhooks/run-lane.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { unknownWebhookEndpoint } from './not-found.ts'
import { Problem } from './problem.ts'
import { changeEndpoint, endpointOf, standsInSettings, viewEndpoint } from './webhook-endpoints.ts'

const rotationMs = 24 * 60 * 60_000
const testType = 'webhook.test'

/** Sends a test event and shows what was answered. Throws Problem 404. */
export const testWebhookEndpoint: ManagementHandler<'testWebhookEndpoint'> = async (
  { path },
  { services },
) => {
  const row = await endpointOf(path.id, services)
  const { eventId, posted } = await sendTest(row, services)
  const { outcome, status, error, answer, ms } = posted
  const subject = subjectOf('webhook-endpoint', row.id)
  return {
    succeeded: outcome === 'delivered',
    eventId,
    status,
    error,
    answer: services.show(subject, answer.slice(0, 1_024).toWellFormed(), () => ''),
    ms,
  }
}

/** Switches an endpoint on once it has taken a test event. Throws Problem 404, and 409 if it does not. */
export const enableWebhookEndpoint: ManagementHandler<'enableWebhookEndpoint'> = async (
  { path: { id } },
  { services },
) => {
  const tested = await endpointOf(id, services)
  const { posted } = await sendTest(tested, services)
  if (posted.outcome !== 'delivered') throw notAnswering(posted)
  const subject = subjectOf('webhook-endpoint', id)
  // What is cleared is told, so only one that is open is.
  const isOpen = await isAlarmOpen(services.db, 'endpoint.disabled', subject)
  const alarms = isOpen ? [clearAlarm('endpoint.disabled', subject)] : []
  await inTransaction(services.db, async (transaction) => {
    const row = await lockEndpoint(transaction, id)
    if (row === undefined) throw unknownWebhookEndpoint(id)
    // The test went to where it is no more.
    if (row.url !== tested.url) throw new Problem(409, `Endpoint ${id} was changed meanwhile.`)
    await updateEndpoint(transaction, id, enabled(row, services))
    await persistIn(transaction, { alarms } satisfies Changes, withSubject(id, services))
  })
  announce({ alarms }, services)
  await inTransaction(services.db, (transaction) => hurryLanes(transaction, id, services.now()))
  services.newEvents.emit('feed')
  services.newEvents.emit('owed')
  return viewEndpoint(await endpointOf(id, services), services)
}

/** Has the events of an endpoint wait. Throws Problem 404, and 409 for one that gets none. */
export const pauseWebhookEndpoint: ManagementHandler<'pauseWebhookEndpoint'> = async (
  { path: { id } },
  { services },
) => {
  const { state } = await endpointOf(id, services)
  if (state !== 'paused') {
    await changeEndpoint(id, services, (row) => {
      if (row.state !== 'enabled') throw new Problem(409, `Endpoint ${id} is ${row.state}.`)
      const now = services.now()
      const paused_ms = pausedSoFarMs(healthOf(row), now)
      return { state: 'paused', stopped_at: now, paused_until: null, paused_ms }
    })
  }
  return viewEndpoint(await endpointOf(id, services), services)
}

/** Makes a new secret, which this answer alone shows. Throws Problem 404, and 409 for the settings. */
export const rotateWebhookSecret: ManagementHandler<'rotateWebhookSecret'> = async (
  { path: { id } },
  { services },
) => {
  const { url } = await endpointOf(id, services)
  if (url === null) throw standsInSettings(id)
  const secret = newWebhookSecret()
  await changeEndpoint(id, services, (row) => ({
    secret: services.vault.encrypt(secret),
    old_secret: row.secret,
    old_until: new Date(services.now().getTime() + rotationMs),
  }))
  return { ...(await viewEndpoint(await endpointOf(id, services), services)), secret }
}

async function sendTest(
  row: EndpointRow,
  services: ManagementServices,
): Promise<{ readonly eventId: string; readonly posted: Posted }> {
  const target = targetOf(row, services)
  if (target === undefined) throw unknownWebhookEndpoint(row.id)
  const eventId = newId()
  const timestamp = services.now().toISOString()
  const event = { id: eventId, type: testType, timestamp, data: { endpointId: row.id } }
  const posted = await postEvent(event, target, services)
  const subject = { endpointId: row.id, eventId, type: testType, attempt: 1, replay: false }
  const kept = attemptRow(subject, posted, services)
  await insertAttempts(services.db, kept === undefined ? [] : [kept])
  return { eventId, posted }
}

function enabled(row: EndpointRow, { now }: ManagementServices) {
  const at = now()
  const stoppedMs = Math.max(0, at.getTime() - (row.stopped_at ?? at).getTime())
  return {
    state: 'enabled' as const,
    disabled_reason: null,
    stopped_at: null,
    failures: 0,
    pauses: 0,
    failing_since: null,
    last_failed_at: null,
    last_success_at: at,
    paused_until: null,
    paused_ms: pausedSoFarMs(healthOf(row), at) + stoppedMs,
    ...(row.state !== 'enabled' && { updated_at: at }),
  }
}

function withSubject(id: string, services: ManagementServices): ManagementServices {
  const own = subjectOf('webhook-endpoint', id)
  return { ...services, audit: () => services.audit([own]) }
}

function notAnswering({ error }: Posted): Problem {
  const detail = `The endpoint did not take the test event (${error ?? 'no answer'}); it stays as it is.`
  return new Problem(409, detail, { code: 'webhook-not-answering' })
}
