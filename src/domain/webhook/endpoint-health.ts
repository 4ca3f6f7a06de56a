import { longestRetryAfterMs } from './retry-after.ts'

/** How an endpoint has answered lately. */
export interface EndpointHealth {
  /** Failed attempts in a row. */
  readonly failures: number
  /** Pauses in a row that they led to. */
  readonly pauses: number
  readonly pausedUntil: Date | null
  /** All pauses so far, in milliseconds. */
  readonly pausedMs: number
  readonly failingSince: Date | null
  readonly lastFailedAt: Date | null
  readonly lastSuccessAt: Date | null
  /** Why nothing is sent to it any more. */
  readonly disabledReason: string | null
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Failures in a row after which an endpoint is paused, and only one lane asks at the end of a pause. */
export const failuresToPause = 10
const firstPauseMs = 30 * second
const longestPauseMs = 10 * minute
const disabledAfterMs = 5 * 24 * hour
// What is left of a pause by a clock that was ahead is no pause (db/times-ahead.ts).
const longestLeftMs = longestRetryAfterMs + hour
// Longer than any two attempts are apart: with a longer silence between nobody knows that it failed.
const askedAgainWithinMs = 36 * hour

/** After an attempt that was answered with success. */
export function afterSuccess(health: EndpointHealth, now: Date): EndpointHealth {
  return {
    ...released(health, now),
    failures: 0,
    pauses: 0,
    failingSince: null,
    lastFailedAt: null,
    lastSuccessAt: now,
  }
}

/** What else is known of an attempt that failed. */
export interface FailedAttempt {
  /** The one that asked at the end of a pause. */
  readonly probe: boolean
  /** How long it wants to be left alone. */
  readonly retryAfterMs?: number | undefined
  /** It wants nothing any more (410). */
  readonly gone?: boolean
}

/** After an attempt that failed: paused, or disabled, if that was too often or for too long. */
export function afterFailure(
  health: EndpointHealth,
  now: Date,
  { probe, retryAfterMs, gone = false }: FailedAttempt,
): EndpointHealth {
  // The lease of the one that asked ends with its answer.
  const failing = failingFrom(probe ? released(health, now) : health, now)
  if (gone) return disabled(failing, now, 'it answered 410')
  if (now.getTime() - (failing.failingSince ?? now).getTime() >= disabledAfterMs) {
    return disabled(failing, now, 'no attempt succeeded for 5 days')
  }
  if (retryAfterMs !== undefined) return paused(failing, now, retryAfterMs)
  const counted = { ...failing, failures: failing.failures + 1 }
  const isPaused = leftMs(counted, now) > 0
  if (!probe && (isPaused || !isDoubtful(counted))) return counted
  const pauseMs = Math.min(firstPauseMs * 2 ** counted.pauses, longestPauseMs)
  return paused({ ...counted, pauses: counted.pauses + 1 }, now, pauseMs)
}

/** After a probe that had nothing to ask with: another lane asks in its place. */
export function afterUnasked(health: EndpointHealth, now: Date): EndpointHealth {
  return released(health, now)
}

/** From when on a failure disables it; undefined where none has failed since the last success. */
export function disablesAt({ failingSince }: EndpointHealth): Date | undefined {
  return failingSince === null ? undefined : new Date(failingSince.getTime() + disabledAfterMs)
}

/** All its pauses up to now: what lies ahead of one that lasts does not count yet. */
export function pausedSoFarMs(health: EndpointHealth, now: Date): number {
  return health.pausedMs - leftMs(health, now)
}

/** Whether only one lane may ask, to find out whether it answers again. */
export function isDoubtful({ failures }: Pick<EndpointHealth, 'failures'>): boolean {
  return failures >= failuresToPause
}

function disabled(health: EndpointHealth, now: Date, reason: string): EndpointHealth {
  return { ...released(health, now), disabledReason: reason }
}

function failingFrom(health: EndpointHealth, now: Date): EndpointHealth {
  const { failingSince, lastFailedAt } = health
  const wasAsked =
    lastFailedAt !== null && now.getTime() - lastFailedAt.getTime() <= askedAgainWithinMs
  const since = wasAsked ? failingSince : null
  // Of a clock that was ahead: by it the endpoint would not be disabled before that time.
  const isAhead = since !== null && since > now
  return { ...health, failingSince: isAhead ? now : (since ?? now), lastFailedAt: now }
}

function paused(health: EndpointHealth, now: Date, ms: number): EndpointHealth {
  const addedMs = Math.max(0, ms - leftMs(health, now))
  if (addedMs === 0) return health
  const pausedUntil = new Date(now.getTime() + ms)
  return { ...health, pausedUntil, pausedMs: health.pausedMs + addedMs }
}

function released(health: EndpointHealth, now: Date): EndpointHealth {
  return { ...health, pausedUntil: null, pausedMs: pausedSoFarMs(health, now) }
}

function leftMs({ pausedUntil }: EndpointHealth, now: Date): number {
  const ms = (pausedUntil?.getTime() ?? 0) - now.getTime()
  return ms > longestLeftMs ? 0 : Math.max(0, ms)
}
