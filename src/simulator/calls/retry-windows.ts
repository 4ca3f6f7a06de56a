import { durationMs, type Retry } from '../../contract/retry.ts'
import { knownRetries } from '../../contract/store-retries.ts'
import type { AnyCall } from './calls.ts'

/** What the store does when a window ends without success. */
export type Outcome = 'refunded' | 'stopped'

/** A call is made again every `everyMs` until `forMs` after the first time, that moment included. */
export interface RetryWindow {
  readonly everyMs: number
  readonly forMs: number
  readonly outcome: Outcome
}

type NamedCall = Pick<AnyCall, 'generation' | 'activity'>

// The simulator's own choice where the contract has no number: the pause between two attempts, and how
// long it polls, which is as long as a purchase is tried.
const undocumented = { every: 'PT1M', polling: 'PT3H' } as const

/** How a call is repeated after a failure, or undefined for one that is made once. */
export function retryWindowOf(call: NamedCall): RetryWindow | undefined {
  const retry = retryOf(call)
  return retry === undefined || retry.after !== undefined ? undefined : windowOf(retry)
}

/** How a call is asked again until it is done, or undefined for one that is never polled. */
export function pollingWindowOf(call: NamedCall): RetryWindow | undefined {
  const retry = retryOf(call)
  return retry?.after === undefined ? undefined : windowOf({ for: undocumented.polling, ...retry })
}

function retryOf({ generation, activity }: NamedCall): Retry | undefined {
  return knownRetries().get(`${operationOf(generation, activity)} ${activity}`)
}

// A generation is one operation, but for the kit, where each activity has its own.
function operationOf(generation: AnyCall['generation'], activity: string): string {
  if (generation !== 'kitV1' && generation !== 'kitV2') return generation
  return `kit${activity.charAt(0).toUpperCase()}${activity.slice(1)}${generation.slice(-2)}`
}

function windowOf(retry: Retry): RetryWindow | undefined {
  const everyMs = durationMs(retry.every ?? undocumented.every)
  const forMs = lengthOf(retry, everyMs)
  const ending = retry.then === 'refund' ? 'refunded' : 'stopped'
  return forMs === undefined ? undefined : { everyMs, forMs, outcome: ending }
}

// Where the documents disagree the shorter window counts: a seller is to be well within it.
function lengthOf({ for: window, times }: Retry, everyMs: number): number | undefined {
  if (window !== undefined) return durationMs(typeof window === 'string' ? window : window[0])
  return times === undefined ? undefined : (times - 1) * everyMs
}
