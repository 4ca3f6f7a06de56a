import { longestDeadlineMs } from '../calls/asks/open-ask.ts'
import type { Services } from '../calls/services.ts'
import { longestDelayMs } from '../db/job/jobs.ts'
import { bringTimesBack } from '../db/times-ahead.ts'
import { longestPauseMs as askPauseMs } from '../domain/ask/ask.ts'
import { longestRetryAfterMs } from '../domain/webhook/retry-after.ts'
import type { RecurringJob } from './recurring.ts'

/** Makes due what a clock that was ahead has put off for longer than anything waits. */
export function timesAhead({ db, now, limits, log }: Services): RecurringJob {
  const longest = {
    endpointPauseMs: longestRetryAfterMs,
    laneLeaseMs: limits.deliveryLeaseMs,
    askPauseMs,
    askLeaseMs: limits.askLeaseMs,
    askDeadlineMs: longestDeadlineMs,
    jobDelayMs: longestDelayMs,
  }
  return {
    name: 'times-ahead',
    everyMs: limits.tidyEveryMs,
    async run() {
      const rows = await bringTimesBack(db, longest, now())
      if (rows > 0) log.warn({ rows }, 'a clock was ahead: what it put off for too long is due')
    },
  }
}
