import { isUndone } from '../db/commit.ts'

// Contention on one row ends with the first commit. Of different changes to one row one commits in
// every round, so as many may meet as there are rounds; more is a fault.
const defaultAttempts = 64

/**
 * Attempts something anew as long as it returns undefined, which says that a concurrent change came
 * first, or the database undoes it for such a reason; an attempt is told its number, from 1. Throws
 * when none of so many attempts succeeds.
 */
export async function retrying<Result>(
  attempt: (n: number) => Promise<Result | undefined>,
  maxAttempts = defaultAttempts,
): Promise<Result> {
  for (let n = 1; n <= maxAttempts; n++) {
    const result = await attempt(n).catch((error: unknown) => {
      if (isUndone(error)) return undefined
      throw error
    })
    if (result !== undefined) return result
  }
  throw new Error(`no version was current after ${maxAttempts} attempts`)
}
