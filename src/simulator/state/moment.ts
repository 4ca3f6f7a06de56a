/** Milliseconds since 1970, UTC, on the store's clock: a date that JSON holds. */
export type Moment = number

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const beijingMs = 8 * hourMs

/** The first moment after another one at which it is this hour in Beijing. */
export function nextHourInBeijing(after: Moment, hours: readonly number[]): Moment {
  const day = Math.floor((after + beijingMs) / dayMs) * dayMs - beijingMs
  const moments = [0, dayMs].flatMap((one) => hours.map((hour) => day + one + hour * hourMs))
  return Math.min(...moments.filter((moment) => moment > after))
}

/** This hour in Beijing, so many days before the day of a moment. */
export function hourDaysBefore(moment: Moment, days: number, hour: number): Moment {
  const day = Math.floor((moment + beijingMs) / dayMs) * dayMs - beijingMs
  return day - days * dayMs + hour * hourMs
}

/** The month in Beijing that a moment lies in, as `2026-11`. */
export function monthInBeijing(moment: Moment): string {
  return new Date(moment + beijingMs).toISOString().slice(0, 7)
}

/** The day in Beijing that a moment lies in, as `2026-11-26`. */
export function dayInBeijing(moment: Moment): string {
  return new Date(moment + beijingMs).toISOString().slice(0, 10)
}
