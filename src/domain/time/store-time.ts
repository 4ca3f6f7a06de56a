const pattern = /^\d{14}(\d{3})?$/

/**
 * Reads the store's time, UTC, `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`.
 * Returns undefined for anything else and for a date that does not exist, such as 30 February or one
 * of the year 0, which Postgres does not know.
 */
export function parseStoreTime(text: string): Date | undefined {
  if (!pattern.test(text)) return undefined
  const part = (start: number, end: number) => Number(text.slice(start, end))
  const year = part(0, 4)
  const time = new Date(0)
  time.setUTCFullYear(year, part(4, 6) - 1, part(6, 8))
  time.setUTCHours(part(8, 10), part(10, 12), part(12, 14), part(14, 17))
  return year > 0 && formatStoreTime(time).startsWith(text) ? time : undefined
}

/** How far Beijing's clock is ahead of UTC; there is no summer time. */
export const beijingMs = 8 * 3_600_000

/**
 * Reads the store's time where it is Beijing's (UTC+8): in V1, where the zone is not stated (inferred
 * from calls of the debugger), and in the kit, where it is.
 */
export function parseBeijingTime(text: string): Date | undefined {
  const time = parseStoreTime(text)
  return time && new Date(time.getTime() - beijingMs)
}

/** Writes a time as the store wants it, UTC, `yyyyMMddHHmmssSSS`. */
export function formatStoreTime(time: Date): string {
  return time.toISOString().replace(/\D/g, '')
}
