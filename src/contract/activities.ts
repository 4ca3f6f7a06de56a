import type { SellerOperation } from './index.ts'
import { knownRetries } from './store-retries.ts'

/** Whether a text is the name of an activity of an operation, as the seller contract has it. */
export type IsActivity = (operation: SellerOperation, text: string) => boolean

/** Reads the contract, once in a process. */
export function loadActivities(): IsActivity {
  const all = knownRetries()
  return (operation, text) => all.has(`${operation} ${text}`)
}
