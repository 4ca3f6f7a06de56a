import { newId } from '../../db/new-id.ts'
import type { GivenUpRow } from '../../db/webhook/deliveries.ts'
import type { LockedLane, SettledLane } from '../../db/webhook/settle-lanes.ts'
import { type EndpointHealth, pausedSoFarMs } from '../../domain/webhook/endpoint-health.ts'
import { afterFailedAttempt, freshLane } from '../../domain/webhook/lane-state.ts'
import type { Health } from './note-health.ts'
import type { Posted } from './post-event.ts'
import type { LaneResult } from './run-lane.ts'

/** What is known when lanes are settled. */
export interface Settling {
  readonly locked: readonly LockedLane[]
  readonly healths: ReadonlyMap<string, Health>
  readonly now: Date
}

/** How lanes of ours are given back, and what is given up in them. */
export function lanesAfter(results: readonly LaneResult[], { locked, healths, now }: Settling) {
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
  const { retryAfterMs } = failed.posted
  const next = afterFailedAttempt(before, { now, pausedMs, retryAfterMs })
  if (next !== undefined) return { lane: { ...of, ...next, done }, givenUp: [] }
  const { position, eventId, event } = failed.delivery
  const subject = { eventId, position, type: event?.type ?? 'unknown', topic: failed.topic }
  const reason = reasonOf(failed.posted)
  return {
    lane: { ...of, ...freshLane(now), done: [...done, position] },
    givenUp: [givenUpRow(endpointId, subject, { reason, now })],
  }
}

function reasonOf({ error, isDefect = false }: Posted): string {
  return isDefect
    ? `it was tried for 72 hours, and met at last a ${error}`
    : `it was asked for 72 hours, and said at last: ${error ?? 'nothing'}`
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

function keyOf(endpointId: string, lane: string): string {
  return `${endpointId} ${lane}`
}
