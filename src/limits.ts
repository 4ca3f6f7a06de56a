const mebibyte = 1024 * 1024

/**
 * How long Koogate waits for whom, and what all callers together may take. The defaults hold in
 * service; tests hand in others.
 */
export interface Limits {
  /** From the last byte of a store call to its answer, at most: see the deadlines in interfaces.ts. */
  readonly answerWithinMs: number
  /** What the seller's ports may take of it, at most: three quarters of the deadline otherwise. */
  readonly portWithinMs: number
  /** What the order query may take of it before the seller's product is asked, and how many at once. */
  readonly orderInCallMs: number
  readonly ordersInCall: number
  /** Until the seller's product has answered what it is asked, whether or not the store still waits. */
  readonly askWithinMs: number
  /** For how long an ask belongs to the process that asks: longer than that. */
  readonly askLeaseMs: number
  /** How many asks one process is busy with beside those of calls. */
  readonly asksAtOnce: number
  /** Until the database has taken a connection, and until it has answered a query. */
  readonly connectWithinMs: number
  readonly queryWithinMs: number
  /** Connections for calls and jobs, beside those of the lists and of usage. */
  readonly databaseConnections: number
  /** What a start waits for longer than this it says, and again whenever the wait has doubled. */
  readonly startNoticeMs: number
  /** How long a connection to it stays open that nobody uses. */
  readonly idleConnectionMs: number
  /** How long one is used: what it has prepared goes with it, of which groups of calls ask for more and more. */
  readonly connectionLifeSeconds: number
  /** Until the database has shown the readiness endpoint that it is there. */
  readonly readyWithinMs: number
  /** At a stop: until its connections are closed. */
  readonly closeWithinMs: number
  /** Until the store has answered a request to its open APIs. */
  readonly storeWithinMs: number
  /** Until it has said whether a license code may be used, while the buyer's software waits. */
  readonly codeWithinMs: number
  /** What activating codes may take in all, while whoever brought them waits. */
  readonly codesWithinMs: number
  /**
   * After how many calls in a row that a site left unanswered it is no longer called, when it is tried
   * again, and how long that wait grows.
   */
  readonly siteFailures: number
  readonly siteProbeMs: number
  readonly siteProbeAtMostMs: number
  /** How often it is looked at whether the alarms of sites are still right. */
  readonly sitesEveryMs: number
  /** Until the auth centre of an enterprise has answered one question; how many wait for one, and in all. */
  readonly authCentreWithinMs: number
  readonly authCentreAtOnce: number
  readonly authCentresAtOnce: number
  /** How long a login may take from its begin to its end, and how long its code may be exchanged. */
  readonly ssoLoginMs: number
  readonly ssoCodeMs: number
  /** How many logins are kept that did not come to their end. */
  readonly ssoLogins: number
  /** How many wait for the welcome page at once, and until the database has answered one. */
  readonly welcomeAtOnce: number
  readonly welcomeWithinMs: number
  /** How often a worker without a job looks for one; of one that this process writes it hears at once. */
  readonly jobsEveryMs: number
  /**
   * How often the relay of events looks for some that other processes have written; of those of this one
   * it hears at once, and for how long it lets more of them come along.
   */
  readonly eventsEveryMs: number
  readonly eventsPauseMs: number
  /** How often old nonces and the oldest samples of refused calls are removed. */
  readonly tidyEveryMs: number
  /** For how long a claimed job belongs to the process that claimed it: longer than any attempt takes. */
  readonly jobLeaseMs: number
  /** How often usage is looked for that is over, or due to be pushed. */
  readonly usageEveryMs: number
  /** For how long a push belongs to the process that sends it: longer than all its attempts take. */
  readonly usageLeaseMs: number
  /** How many pushes of a site are under way at once in one process. */
  readonly usageAtOnce: number
  /** Until an endpoint of the seller has answered a delivery. */
  readonly deliveryWithinMs: number
  /** For how long a claimed lane belongs to the process that claimed it. */
  readonly deliveryLeaseMs: number
  /** From one order query of a reconciliation to the next, at least. */
  readonly reconcileEveryMs: number
  /** What came in this time may still be under way: a reconciliation does not judge it. */
  readonly reconcileSettledMs: number
  /** How long one request may repair drifts before it leaves the rest to another. */
  readonly repairWithinMs: number
  /** From one call of a re-run of many to the next, at least. */
  readonly rerunEveryMs: number
  /** How many messages such a re-run counts at most, and for how long. */
  readonly rerunsAtMost: number
  readonly rerunCountMs: number
  /** At a stop: what jobs under way may still take before they are broken off. */
  readonly lastJobsMs: number
  /** At a stop: for how long calls are still taken while readiness is denied. */
  readonly drainMs: number
  /** At a stop: within what a request must have come whole. */
  readonly lastRequestsMs: number
  /** At a stop: what goes on after an answer (late results of ports, messages) may still take. */
  readonly lastWorkMs: number
  /** At a stop: what open requests may still take, or the longest deadline of a call if that is more. */
  readonly lastAnswersMs: number
  /** For how long a connection without a request stays open. */
  readonly keepAliveMs: number
  /**
   * Wrong management tokens that one source may try at once, and every how many milliseconds one more;
   * for how long the refusal of a further one is held back; and of how many sources that is known.
   */
  readonly tokenAttempts: number
  readonly tokenAttemptEveryMs: number
  readonly tokenHeldBackMs: number
  readonly tokenSources: number
  /** How long a person's session lasts, and how long without a request; how many sessions a token has. */
  readonly sessionMs: number
  readonly sessionIdleMs: number
  readonly sessionsOfToken: number
  /** Connections at once; further ones are closed as they come. */
  readonly connections: number
  /** How long a head, and a whole request, may take to come in. */
  readonly headMs: number
  readonly requestMs: number
  /** How often that is looked at. */
  readonly checkMs: number
  /** Bytes of all bodies that are being received, beside the first 16 KiB of each. */
  readonly bodyBytes: number
}

/**
 * The store hangs up after 5 s, in older generations after 20 s: whatever happens here, it has an
 * answer before.
 */
export const defaultLimits: Limits = {
  answerWithinMs: 15_000,
  portWithinMs: 11_250,
  orderInCallMs: 1_200,
  ordersInCall: 32,
  askWithinMs: 60_000,
  askLeaseMs: 70_000,
  asksAtOnce: 16,
  connectWithinMs: 3_000,
  queryWithinMs: 4_000,
  databaseConnections: 16,
  startNoticeMs: 5_000,
  idleConnectionMs: 10_000,
  connectionLifeSeconds: 3_600,
  readyWithinMs: 1_000,
  closeWithinMs: 500,
  storeWithinMs: 10_000,
  codeWithinMs: 3_000,
  codesWithinMs: 50_000,
  siteFailures: 5,
  siteProbeMs: 30_000,
  siteProbeAtMostMs: 600_000,
  sitesEveryMs: 5_000,
  authCentreWithinMs: 10_000,
  authCentreAtOnce: 8,
  authCentresAtOnce: 64,
  ssoLoginMs: 10 * 60_000,
  ssoCodeMs: 60_000,
  ssoLogins: 50_000,
  welcomeAtOnce: 64,
  welcomeWithinMs: 2_000,
  jobsEveryMs: 1_000,
  eventsEveryMs: 500,
  eventsPauseMs: 20,
  tidyEveryMs: 60_000,
  // Twice the time for two hosts of the store, and the database.
  jobLeaseMs: 60_000,
  usageEveryMs: 5_000,
  usageLeaseMs: 120_000,
  usageAtOnce: 4,
  // A receiver should answer before it works: the standard recommends 15 to 30 s.
  deliveryWithinMs: 15_000,
  // What is begun within 20 s of a claim ends 15 s later, and is written down after that.
  deliveryLeaseMs: 40_000,
  reconcileEveryMs: 200,
  // Longer than the longest pause between two attempts to fetch an order (jobs/back-off.ts).
  reconcileSettledMs: 15 * 60_000,
  repairWithinMs: 45_000,
  rerunEveryMs: 50,
  rerunsAtMost: 20_000,
  rerunCountMs: 8_000,
  lastJobsMs: 2_000,
  drainMs: 500,
  lastRequestsMs: 2_000,
  // A port that is slower is asked again; a message takes milliseconds unless Postgres is away.
  lastWorkMs: 1_000,
  lastAnswersMs: 5_000,
  // Whoever closes first must not be this side, or a call meets a closed connection: the longest that a
  // balancer keeps one by itself is 600 s (Google's).
  keepAliveMs: 620_000,
  tokenAttempts: 20,
  tokenAttemptEveryMs: 1_000,
  tokenHeldBackMs: 1_000,
  tokenSources: 10_000,
  sessionMs: 24 * 60 * 60_000,
  sessionIdleMs: 8 * 60 * 60_000,
  sessionsOfToken: 100,
  connections: 1_000,
  headMs: 10_000,
  // The store itself waits 20 s, for a full list of departments too.
  requestMs: 20_000,
  checkMs: 1_000,
  // Six full lists of departments.
  bodyBytes: 64 * mebibyte,
}
