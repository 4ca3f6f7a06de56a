import { randomUUID } from 'node:crypto'
import { makeOrderKey } from '../products/order-ids.ts'
import { endOfPeriods } from '../products/period.ts'
import { beijingTime, callTime, orderTime } from '../store-time.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * A sample with ids and times of its own, so that it is no repeat: order, business and event get new
 * ids, the times are those of `now`, and what expires does so in a year. What it names of the seller,
 * such as the instance, stays.
 */
export function freshMembers(sample: Members, now: Date): Members {
  const fresh: Members = {
    ...makeOrderKey(now),
    businessId: randomUUID(),
    eventId: randomUUID(),
    timeStamp: beijingTime(now),
    currentSyncTime: beijingTime(now),
    expireTime: expireTimeLike(sample['expireTime'], now),
  }
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      isGiven(value) ? (fresh[name] ?? value) : value,
    ]),
  )
}

// The kit's debug cases have no order: what is empty there stays so.
function isGiven(value: unknown): boolean {
  return value !== '' && value !== undefined
}

// In the form that the sample has: 14 or 17 digits, or that of a license.
function expireTimeLike(sample: unknown, now: Date): string | undefined {
  if (typeof sample !== 'string' || !/^\d+$/.test(sample)) return undefined
  const end = endOfPeriods(now, 'year')
  return sample.length === callTime(end).length ? callTime(end) : orderTime(end)
}
