import type { SellerOperation } from './index.ts'
import { storeRetries } from './store-retries.ts'

/** Whether a text is the name of an activity of an operation, as the seller contract has it. */
export type IsActivity = (operation: SellerOperation, text: string) => boolean

let known: ReadonlySet<string> | undefined

/** Reads the contract, once in a process. */
export function loadActivities(): IsActivity {
  const all = (known ??= new Set(
    storeRetries().map((call) => `${call.operationId} ${call.activity}`),
  ))
  return (operation, text) => all.has(`${operation} ${text}`)
}
