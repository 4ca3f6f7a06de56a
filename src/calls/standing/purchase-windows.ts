import type { SellerOperation } from '../../contract/index.ts'
import { durationMs } from '../../contract/retry.ts'
import { knownRetries } from '../../contract/store-retries.ts'

/** For how long the store tries a purchase, from its first attempt to its last, in milliseconds. */
export function purchaseWindowMs(operation: SellerOperation, activity: string): number {
  const window = knownRetries().get(`${operation} ${activity}`)?.for
  if (window === undefined) throw new Error('a purchase has no documented window')
  // Where the documents disagree the longer one: nothing is called failed that may still succeed.
  return durationMs(typeof window === 'string' ? window : window[1])
}
