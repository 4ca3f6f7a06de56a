/** How the first event of a lane has fared. */
export interface LaneState {
  /** Failed attempts. */
  readonly attempt: number
  readonly firstFailedAt: Date | null
  /** The pauses of the endpoint up to then. */
  readonly pausedMs: number
  readonly nextAt: Date
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

const backOff = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour]
const longestBackOffMs = 4 * hour
const askedForMs = 72 * hour

/** The state of a lane whose next event nobody has attempted yet. */
export function freshLane(now: Date): LaneState {
  return { attempt: 0, firstFailedAt: null, pausedMs: 0, nextAt: now }
}

/** What is known of a failed attempt beside the lane. */
export interface LaneFailure {
  readonly now: Date
  /** Of the endpoint, up to now: while it is paused nobody asks, and so nothing counts. */
  readonly pausedMs: number
  readonly retryAfterMs?: number | undefined
  readonly random?: () => number
}

/** After an attempt that failed; undefined when its first event was asked for 72 hours and is given up. */
export function afterFailedAttempt(lane: LaneState, failure: LaneFailure): LaneState | undefined {
  const { now, pausedMs, retryAfterMs } = failure
  // A clock that was ahead would keep it for longer.
  const isAhead = lane.firstFailedAt !== null && lane.firstFailedAt > now
  const first = isAhead ? now : (lane.firstFailedAt ?? now)
  const pausedThen = lane.firstFailedAt === null ? pausedMs : lane.pausedMs
  const askedMs = now.getTime() - first.getTime() - (pausedMs - pausedThen)
  if (askedMs >= askedForMs) return undefined
  const attempt = lane.attempt + 1
  const waitMs = retryAfterMs ?? backOffMs(attempt, failure.random)
  const nextAt = new Date(now.getTime() + waitMs)
  return { attempt, firstFailedAt: first, pausedMs: pausedThen, nextAt }
}

/** How long to wait after so many failed attempts, a fifth more or less. */
export function backOffMs(attempt: number, random: () => number = Math.random): number {
  const ms = backOff[attempt - 1] ?? longestBackOffMs
  return Math.round(ms * (0.8 + 0.4 * random()))
}
