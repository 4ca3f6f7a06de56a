import type { Generation } from '../generations.ts'
import { beijingTime, callTime, orderTime } from '../../simulator/store-time.ts'

const hourMs = 3600_000

/**
 * An expiry so many days from now, as a generation writes it: SaaS V2 and License A with milliseconds
 * as in their sample, License C without, in UTC; V1 in Beijing time (inferred). To the hour, so that
 * calls made one after the other name the same one.
 */
export function expiryIn(days: number, generation: Generation): string {
  const thisHour = Math.floor(Date.now() / hourMs) * hourMs
  const moment = new Date(thisHour + days * 24 * hourMs)
  if (generation === 'saasV1' || generation === 'licenseB') return beijingTime(moment).slice(0, 14)
  return generation === 'licenseC' ? orderTime(moment) : callTime(moment)
}
