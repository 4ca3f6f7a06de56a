/** How long Koogate waits for whom. The defaults hold in service; tests hand in shorter ones. */
export interface Limits {
  /** From the last byte of a store call to its answer. */
  readonly answerWithinMs: number
  /** What the seller's ports may take of it; the rest is for the database. */
  readonly portWithinMs: number
  /** Until the database has taken a connection, and until it has answered a query. */
  readonly connectWithinMs: number
  readonly queryWithinMs: number
  /** How long a connection to it stays open that nobody uses. */
  readonly idleConnectionMs: number
  /** Until the database has shown the readiness endpoint that it is there. */
  readonly readyWithinMs: number
  /** Until the store has answered a request to its open APIs. */
  readonly storeWithinMs: number
  /** How often a worker without a job looks for one; pg-boss takes 500 at least. */
  readonly jobsEveryMs: number
  /** Until the job queue has a connection, and until a query of it is answered. */
  readonly jobQueryWithinMs: number
  /** How often old nonces and the oldest samples of refused calls are removed. */
  readonly tidyEveryMs: number
  /** At a stop: what open requests may still take. */
  readonly lastAnswersMs: number
}

/** The store hangs up after 5 s: whatever happens here, it has an answer before. */
export const defaultLimits: Limits = {
  answerWithinMs: 4_000,
  portWithinMs: 3_000,
  connectWithinMs: 3_000,
  queryWithinMs: 4_000,
  idleConnectionMs: 10_000,
  readyWithinMs: 1_000,
  storeWithinMs: 10_000,
  jobsEveryMs: 1_000,
  jobQueryWithinMs: 10_000,
  tidyEveryMs: 60_000,
  lastAnswersMs: 5_000,
}
