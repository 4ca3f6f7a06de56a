import { sumDays } from '../db/usage/days.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { plainAmount } from '../domain/usage/amount.ts'
import type { ManagementHandler } from './context.ts'
import { faultyRequest } from './problem.ts'

const dayMs = 24 * 60 * 60_000
const daysByDefault = 30
const mostDays = 92

/** The usage of an instance by day. Throws Problem 400 for too many days. */
export const getUsageDays: ManagementHandler<'getUsageDays'> = async (
  { query },
  { services: { db, now } },
) => {
  const until = parseDateTime(query.until ?? '') ?? now()
  const before = (days: number) => new Date(until.getTime() - days * dayMs)
  const from = parseDateTime(query.from ?? '') ?? before(daysByDefault)
  if (from < before(mostDays)) {
    const message = `must be at most ${mostDays} days before until`
    throw faultyRequest([{ field: 'from', message }])
  }
  const days = await sumDays(db, query.instanceId, { from, until })
  return {
    items: days.map(({ day, windows, value, waiting, waiting_value, expired, expired_value }) => ({
      ...{ day, windows, waiting, expired },
      value: plainAmount(value),
      waitingValue: plainAmount(waiting_value),
      expiredValue: plainAmount(expired_value),
    })),
  }
}
