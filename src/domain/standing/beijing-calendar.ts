import { beijingMs } from '../time/store-time.ts'

// The store's mornings, days and months are Beijing's.

const halfDayMs = 12 * 3_600_000
export const dayMs = 2 * halfDayMs

/** The beginning of the half day of a time: midnight or noon in Beijing. */
export function halfDayOf(time: Date): Date {
  return beginOf(halfDayMs, time)
}

/** The morning of the day of a time, which begins with it. */
export function morningOf(time: Date): Date {
  return beginOf(dayMs, time)
}

/** The end of a half day, which is the beginning of the next one. */
export function endOf(halfDay: Date): Date {
  return new Date(halfDay.getTime() + halfDayMs)
}

/** Which half of its day it is. */
export function halfOf(halfDay: Date): 'morning' | 'afternoon' {
  return localOf(halfDay).getUTCHours() < 12 ? 'morning' : 'afternoon'
}

/** The day of a time, `2026-11-26`. */
export function dayOf(time: Date): string {
  return localOf(time).toISOString().slice(0, 10)
}

/** The day so many days before that of a time. */
export function daysBefore(time: Date, days: number): string {
  return dayOf(new Date(time.getTime() - days * dayMs))
}

/** A month, `2026-11`, and when it begins. */
export interface Month {
  readonly name: string
  readonly from: Date
}

/** The month of a time. */
export function monthOf(time: Date): Month {
  const local = localOf(time)
  const first = Date.UTC(local.getUTCFullYear(), local.getUTCMonth())
  return { name: local.toISOString().slice(0, 7), from: new Date(first - beijingMs) }
}

function beginOf(lengthMs: number, time: Date): Date {
  return new Date(Math.floor(localOf(time).getTime() / lengthMs) * lengthMs - beijingMs)
}

function localOf(time: Date): Date {
  return new Date(time.getTime() + beijingMs)
}
