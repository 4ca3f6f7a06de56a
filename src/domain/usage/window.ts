import { beijingMs } from '../time/store-time.ts'
import { takenForMs } from './record.ts'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/** A window stays open for this time after its end, so that what comes with it is added. */
const settlingMs = 60_000
/** What comes in the last hour before the deadline has so much time. */
const lastChanceMs = hourMs / 2

/** When a window is closed whose first record comes now. */
export function sealAt(endTime: Date, now: Date): Date {
  return new Date(Math.max(endTime.getTime(), now.getTime()) + settlingMs)
}

/** When a window is given up: an hour before the store does. */
export function deadlineOf(beginTime: Date, now: Date): Date {
  const last = beginTime.getTime() + takenForMs
  return new Date(Math.max(last - hourMs, Math.min(last, now.getTime() + lastChanceMs)))
}

/** The Monday in Beijing of the week that a time is in, as a date. */
export function weekOf(time: Date): string {
  const beijing = time.getTime() + beijingMs
  // 5 January 1970 was a Monday.
  const days = Math.floor(beijing / dayMs)
  return dateOf(days - ((days + 3) % 7))
}

const dates = new Map<number, string>()

// There are four weeks at a time that usage may be of.
function dateOf(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * dayMs).toISOString().slice(0, 10)
  if (dates.size >= mostDates) dates.clear()
  dates.set(day, date)
  return date
}

const mostDates = 100

/** Of how many days of its age a window is told: the last of these that it has reached. */
export const riskDays = [14, 18, 20] as const
