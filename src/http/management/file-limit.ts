import { splitTarget } from '../split-target.ts'

const mebibyte = 1024 * 1024

// By path: the file of a bill, as reconcileUsageBill takes it.
const limits: ReadonlyMap<string, number> = new Map([
  ['/api/v1/reconciliations/usage-bill', 16 * mebibyte],
])

/** How many bytes the body of a request may have that is a file and not JSON; undefined where it is none. */
export function fileLimitOf(target: string): number | undefined {
  return limits.get(splitTarget(target)[0])
}
