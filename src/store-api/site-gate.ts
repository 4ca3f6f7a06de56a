import { type Circuit, type CircuitLimits, type Evidence, createCircuit } from './circuit.ts'
import { createPacer } from './pacer.ts'
import { createSitePause } from './site-pause.ts'
import { isOfGateway } from './result-code.ts'
import type { StoreFailure, StoreFailureKind, StoreResult } from './store-client.ts'

/** Lets calls to a site through, or says why not. */
export interface SiteGate extends Pick<Circuit, 'state' | 'cause'> {
  /** Waits for the call's turn; returns why the site is not to be called now, if so. */
  pass(signal: AbortSignal | undefined): Promise<StoreFailure | undefined>
  /** Hears what a call came to; returns it with how long the site is left alone. */
  hear<Answer>(result: StoreResult<Answer>): StoreResult<Answer>
  pausedUntil(): Date | undefined
  close(): void
}

interface GateOptions {
  readonly limits: CircuitLimits
  readonly callsPerSecond: number | undefined
  /** How long a call may wait for its turn. */
  readonly waitMs: number
  readonly now: () => Date
  /** Calls the site, whether or not it is to be called. */
  readonly probe: () => Promise<StoreResult<unknown>>
  readonly changed: () => void
}

/** Makes an open gate. */
export function createSiteGate(options: GateOptions): SiteGate {
  const { limits, waitMs, now, changed } = options
  const pacer = createPacer(options.callsPerSecond)
  const pause = createSitePause(now)
  // A pause says nothing of the keys: the gateway may ask for it before it looks at who calls.
  const probe = async () => evidenceOf(paused(await options.probe())) ?? circuit.cause() ?? 'away'
  const circuit = createCircuit({ limits, probe, changed })

  function paused<Answer>(result: StoreResult<Answer>): StoreResult<Answer> {
    if (result.ok) pause.end()
    const pauseMs = result.ok ? undefined : pause.hear(result)
    return result.ok || pauseMs === undefined ? result : { ...result, pauseMs }
  }

  function heldBack(): StoreFailure | undefined {
    const blockedMs = circuit.blockedMs()
    if (blockedMs !== undefined) {
      return notAsked(circuit.cause() === 'access' ? 'access' : 'later', 'circuit-open', blockedMs)
    }
    const pausedMs = pause.leftMs()
    return pausedMs === undefined ? undefined : notAsked('later', 'paused', pausedMs)
  }

  return {
    state: circuit.state,
    cause: circuit.cause,
    async pass(signal) {
      const before = heldBack()
      if (before !== undefined) return before
      const queueMs = await pacer.pass(waitMs, signal)
      return queueMs === undefined ? heldBack() : notAsked('later', 'paused', queueMs)
    },
    hear(given) {
      const result = paused(given)
      const evidence = evidenceOf(result)
      if (evidence !== undefined) circuit.hear(evidence)
      if (result.ok || result.kind === 'refused' || result.pauseMs !== undefined) return result
      return { ...result, pauseMs: circuit.blockedMs() }
    },
    pausedUntil: () => pause.until(),
    close: circuit.stop,
  }
}

/**
 * What a result shows of the site; nothing where it asks for a pause. An error with a code of the store itself
 * is an answer: it may be about this order alone, and others would wait for it.
 */
export function evidenceOf(result: StoreResult<unknown>): Evidence | undefined {
  if (result.ok || result.kind === 'refused') return 'answers'
  if (result.kind === 'access') return 'access'
  if (result.pauseMs !== undefined) return undefined
  const { status, code } = result
  if (status === undefined || code === 'unreachable') return 'away'
  return status >= 500 && isOfGateway(code) ? 'away' : 'answers'
}

function notAsked(
  kind: StoreFailureKind,
  code: 'circuit-open' | 'paused',
  pauseMs: number,
): StoreFailure {
  const why = code === 'paused' ? 'is to be left alone' : 'did not answer, or refused our access'
  const message = `the store ${why}; it is not called for ${Math.ceil(pauseMs / 1_000)} s`
  return {
    ...{ ok: false, kind, code, message, pauseMs },
    ...{ status: undefined, uncertain: false, body: undefined },
  }
}
