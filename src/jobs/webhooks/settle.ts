import { announce } from '../../calls/announce.ts'
import { type AlarmChange, raiseAlarm } from '../../calls/alarms.ts'
import type { Changes } from '../../calls/changes.ts'
import { persistIn } from '../../calls/persist.ts'
import { retrying } from '../../calls/retrying.ts'
import type { Services } from '../../calls/services.ts'
import type { Database } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { inTransaction } from '../../db/transaction.ts'
import { insertAttempts } from '../../db/webhook/attempts.ts'
import { type GivenUpRow, insertGivenUp } from '../../db/webhook/deliveries.ts'
import {
  type EndpointRow,
  findEndpoint,
  healthOf,
  lockEndpoint,
  saveHealth,
} from '../../db/webhook/endpoints.ts'
import {
  type LockedLane,
  type SettledLane,
  hurryLanes,
  lockLanes,
  settleLanes,
} from '../../db/webhook/lanes.ts'
import { subjectOf } from '../../domain/subject.ts'
import {
  type EndpointHealth,
  afterFailure,
  afterSuccess,
  isDoubtful,
  pausedSoFarMs,
} from '../../domain/webhook/endpoint-health.ts'
import { afterFailedAttempt, freshLane } from '../../domain/webhook/lane-state.ts'
import type { LaneResult } from './run-lane.ts'

/**
 * Writes down what became of lanes, all of it in one commit: who is owed what is not owed any more,
 * when the lanes come next, and how the endpoints have answered. Endpoints are locked before lanes,
 * both in the order of their keys. What the database undoes for the sake of another change is written
 * anew: a lane that is not given back waits for the end of its lease.
 */
export async function settle(results: readonly LaneResult[], services: Services): Promise<void> {
  const { db, now } = services
  const { recovered, changes } = await retrying(() =>
    inTransaction(db, (transaction) => settleIn(transaction, results, services)),
  )
  if (changes.alarms?.length) announce(changes, services)
  for (const { row } of recovered) {
    await inTransaction(db, (transaction) => hurryLanes(transaction, row.id, now()))
  }
}

async function settleIn(
  transaction: Database,
  results: readonly LaneResult[],
  services: Services,
): Promise<{ readonly recovered: readonly Health[]; readonly changes: Changes }> {
  const { now } = services
  const byEndpoint = [...Map.groupBy(results, ({ claimed }) => claimed.endpointId)].toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  )
  const healths = new Map<string, Health>()
  for (const [id, own] of byEndpoint) {
    const health = await healthAfter(transaction, id, { results: own, now: now() })
    if (health !== undefined) healths.set(id, health)
  }
  const locked = await lockLanes(
    transaction,
    results.map(({ claimed }) => claimed),
  )
  const settled = settledLanes(results, { locked, healths, now: now() })
  await settleLanes(transaction, settled.lanes)
  await insertGivenUp(transaction, settled.givenUp)
  await insertAttempts(
    transaction,
    results.flatMap(({ attempts }) => attempts.flatMap(({ row }) => row ?? [])),
  )
  const changes: Changes = { alarms: alarmsOf([...healths.values()], settled.givenUp) }
  if (changes.alarms?.length) await persistIn(transaction, changes, services)
  return { recovered: [...healths.values()].filter(hasRecovered), changes }
}

interface Health {
  readonly row: EndpointRow
  readonly before: EndpointHealth
  readonly after: EndpointHealth
}

// How old the time of the last success may be: a healthy endpoint is not written at every delivery.
const successToMs = 60_000

async function healthAfter(
  transaction: Database,
  id: string,
  { results, now }: { readonly results: readonly LaneResult[]; readonly now: Date },
): Promise<Health | undefined> {
  const known = await findEndpoint(transaction, id)
  if (known === undefined) return undefined
  const unchanged = { row: known, before: healthOf(known), after: healthOf(known) }
  if (!isWorthNoting(unchanged.before, results, now)) return unchanged
  const row = await lockEndpoint(transaction, id)
  if (row === undefined) return undefined
  const before = healthOf(row)
  const after = results.reduce((health, result) => healthBehind(health, result, now), before)
  await saveHealth(transaction, row, { health: after, now })
  return { row, before, after }
}

function isWorthNoting(health: EndpointHealth, results: readonly LaneResult[], now: Date): boolean {
  const outcomes = results.flatMap(({ attempts }) => attempts.map(({ posted }) => posted.outcome))
  if (outcomes.includes('failed')) return true
  if (!outcomes.includes('delivered')) return false
  const { failures, failingSince, pausedUntil, lastSuccessAt } = health
  const isHealthy = failures === 0 && failingSince === null && pausedUntil === null
  return !isHealthy || now.getTime() - (lastSuccessAt?.getTime() ?? 0) > successToMs
}

function healthBehind(health: EndpointHealth, { attempts, probe }: LaneResult, now: Date) {
  return attempts.reduce((next, { posted }, index) => {
    if (posted.outcome === 'stopped') return next
    if (posted.outcome === 'delivered') return afterSuccess(next, now)
    return afterFailure(next, now, { ...posted, probe: probe && index === 0 })
  }, health)
}

function hasRecovered({ before, after }: Health): boolean {
  const wasPaused = isDoubtful(before) || before.pausedUntil !== null
  return wasPaused && after.failures === 0 && after.pausedUntil === null
}

interface Settling {
  readonly locked: readonly LockedLane[]
  readonly healths: ReadonlyMap<string, Health>
  readonly now: Date
}

function settledLanes(results: readonly LaneResult[], { locked, healths, now }: Settling) {
  const byKey = new Map(locked.map((row) => [keyOf(row.endpoint_id, row.lane), row]))
  const givenUp: GivenUpRow[] = []
  const lanes = results.flatMap((result): SettledLane[] => {
    const { endpointId, lane } = result.claimed
    const row = byKey.get(keyOf(endpointId, lane))
    const health = healths.get(endpointId)
    // Whose lease was over has lost the lane to another, who sends again.
    if (row === undefined || health === undefined) return []
    const settled = settledLane(result, { row, health: health.after, now })
    givenUp.push(...settled.givenUp)
    return [settled.lane]
  })
  return { lanes, givenUp }
}

function settledLane(
  { claimed, attempts, lost }: LaneResult,
  { row, health, now }: { row: LockedLane; health: EndpointHealth; now: Date },
): { readonly lane: SettledLane; readonly givenUp: readonly GivenUpRow[] } {
  const { endpointId, lane } = claimed
  const delivered = attempts.filter(({ posted }) => posted.outcome === 'delivered')
  const done = delivered.map(({ delivery }) => delivery.position)
  const before =
    done.length > 0
      ? freshLane(now)
      : {
          attempt: row.attempt,
          firstFailedAt: row.first_failed_at,
          pausedMs: row.paused_ms,
          nextAt: now,
        }
  const of = { endpointId, lane }
  if (lost !== undefined) {
    const event = { eventId: lost.eventId, position: lost.position, type: 'unknown', topic: lane }
    const reason = 'its event is not kept any more'
    return {
      lane: { ...of, ...freshLane(now), done: [...done, lost.position] },
      givenUp: [givenUpRow(endpointId, event, { reason, now })],
    }
  }
  const failed = attempts.at(-1)
  if (failed?.posted.outcome !== 'failed') return { lane: { ...of, ...before, done }, givenUp: [] }
  const pausedMs = pausedSoFarMs(health, now)
  const { retryAfterMs, error } = failed.posted
  const next = afterFailedAttempt(before, { now, pausedMs, retryAfterMs })
  if (next !== undefined) return { lane: { ...of, ...next, done }, givenUp: [] }
  const { position, eventId, event } = failed.delivery
  const subject = { eventId, position, type: event?.type ?? 'unknown', topic: failed.topic }
  const reason = `it was asked for 72 hours, and said at last: ${error ?? 'nothing'}`
  return {
    lane: { ...of, ...freshLane(now), done: [...done, position] },
    givenUp: [givenUpRow(endpointId, subject, { reason, now })],
  }
}

function givenUpRow(
  endpointId: string,
  { eventId, ...event }: { eventId: string; position: number; type: string; topic: string },
  { reason, now }: { reason: string; now: Date },
): GivenUpRow {
  return {
    id: newId(),
    at: now,
    endpoint_id: endpointId,
    event_id: eventId,
    ...event,
    reason: reason.slice(0, 1_024).toWellFormed(),
    replayed_at: null,
  }
}

function alarmsOf(healths: readonly Health[], givenUp: readonly GivenUpRow[]): AlarmChange[] {
  const disabled = healths.flatMap(({ row, before, after }) =>
    before.disabledReason === null && after.disabledReason !== null && row.state === 'enabled'
      ? [
          raiseAlarm(
            'endpoint.disabled',
            subjectOf('webhook-endpoint', row.id),
            `Webhook endpoint ${row.id} gets no more events: ${after.disabledReason}. Enable it again once it answers.`,
          ),
        ]
      : [],
  )
  const lost = givenUp.map(({ endpoint_id, event_id, reason }) =>
    raiseAlarm(
      'endpoint.given_up',
      subjectOf('webhook-endpoint', endpoint_id),
      `Event ${event_id} was given up at webhook endpoint ${endpoint_id}: ${reason}. Replay what was given up once it answers.`,
    ),
  )
  return [...disabled, ...lost]
}

function keyOf(endpointId: string, lane: string): string {
  return `${endpointId} ${lane}`
}
