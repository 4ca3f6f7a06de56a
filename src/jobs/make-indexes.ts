import type { Services } from '../calls/services.ts'
import type { OpenDatabase } from '../db/database.ts'
import { IndexCancelledError, makeLargeIndexes } from '../db/make-indexes.ts'
import type { RecurringJob } from './recurring.ts'

/** Makes the indexes that a start found too large to wait for; what the server cancels is said once. */
export function makeIndexes(
  database: OpenDatabase,
  { log, limits }: Pick<Services, 'log' | 'limits'>,
): RecurringJob {
  let isGivenUp = false
  return {
    name: 'make-indexes',
    everyMs: limits.tidyEveryMs,
    async run(stopping) {
      if (isGivenUp) return
      try {
        await makeLargeIndexes(database, stopping)
      } catch (error) {
        if (!(error instanceof IndexCancelledError)) throw error
        isGivenUp = true
        log.warn(error.message)
      }
    },
  }
}
