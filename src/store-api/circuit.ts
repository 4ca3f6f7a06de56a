import type { CircuitState, SiteStanding } from './store-client.ts'

/** Why a site is not called: it refuses our access, or it is away. */
export type CircuitCause = NonNullable<SiteStanding['cause']>

/** What a call has shown of the site. */
export type Evidence = 'answers' | 'access' | 'away'

/** How patient a circuit is. */
export interface CircuitLimits {
  /** How many calls in a row the site may leave unanswered, or answer with an error of its own. */
  readonly failures: number
  /** Until the first probe, and between two at most; each wait is twice the one before. */
  readonly firstProbeMs: number
  readonly longestProbeMs: number
}

/** Stops calling a site that does not answer or refuses our access, and tries it again by itself. */
export interface Circuit {
  readonly state: () => CircuitState
  readonly cause: () => CircuitCause | undefined
  /** How long until the next probe; undefined where calls may be made. */
  readonly blockedMs: () => number | undefined
  readonly hear: (evidence: Evidence) => void
  readonly stop: () => void
}

interface CircuitOptions {
  readonly limits: CircuitLimits
  /** Calls the site once. */
  readonly probe: () => Promise<Evidence>
  /** Hears of every change of the state. */
  readonly changed: () => void
}

/** Makes a closed circuit. One refusal of our access opens it, since every call would be refused. */
export function createCircuit({ limits, probe, changed }: CircuitOptions): Circuit {
  let state: CircuitState = 'closed'
  let cause: CircuitCause | undefined
  let failures = 0
  let waitMs = limits.firstProbeMs
  let probeAt = 0
  let closedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const set = (next: CircuitState, why: CircuitCause | undefined) => {
    ;[state, cause] = [next, why]
    changed()
  }

  const open = (why: CircuitCause) => {
    // What opens again soon was no recovery: the probe passes, and what others ask does not.
    const isRelapse = state !== 'closed' || performance.now() - closedAt < waitMs
    waitMs = isRelapse ? Math.min(waitMs * 2, limits.longestProbeMs) : limits.firstProbeMs
    probeAt = performance.now() + waitMs
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void tryAgain(), waitMs).unref()
    set('open', why)
  }

  const close = () => {
    clearTimeout(timer)
    closedAt = performance.now()
    set('closed', undefined)
  }

  const tryAgain = async () => {
    set('half-open', cause)
    // A probe that is a defect of ours must not leave the site without a next one.
    const evidence = await probe().catch((): Evidence => cause ?? 'away')
    if (isStopped || state !== 'half-open') return
    if (evidence === 'answers') close()
    else open(evidence)
  }

  return {
    state: () => state,
    cause: () => cause,
    blockedMs: () =>
      state === 'closed' ? undefined : Math.max(Math.ceil(probeAt - performance.now()), 1_000),
    hear(evidence) {
      failures = evidence === 'away' ? failures + 1 : 0
      if (evidence === 'answers') {
        if (state === 'open') close()
      } else if (state === 'closed' && (evidence === 'access' || failures >= limits.failures)) {
        open(evidence)
      }
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
