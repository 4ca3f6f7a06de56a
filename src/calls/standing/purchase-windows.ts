import type { SellerOperation } from '../../contract/index.ts'
import { type Retry, durationMs } from '../../contract/retry.ts'
import { storeRetries } from '../../contract/store-retries.ts'

/** For how long the store tries a purchase, from its first attempt to its last. */
export type PurchaseWindowMs = (operation: SellerOperation, activity: string) => number

/** Reads the windows of the contract when one is first asked for: most services never do. */
export function createPurchaseWindows(): PurchaseWindowMs {
  let retries: ReadonlyMap<string, Retry> | undefined
  return (operation, activity) => {
    retries ??= new Map(
      storeRetries().map((call) => [`${call.operationId} ${call.activity}`, call.retry]),
    )
    return windowMs(retries.get(`${operation} ${activity}`))
  }
}

// Where the documents disagree the longer one: nothing is called failed that may still succeed.
function windowMs({ for: window }: Partial<Retry> = {}): number {
  if (window === undefined) throw new Error('a purchase has no documented window')
  return durationMs(typeof window === 'string' ? window : window[1])
}
