const pattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/

/**
 * Reads the store's time, UTC, `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`.
 * Returns undefined for anything else and for a date that does not exist, such as 30 February or one
 * of the year 0, which Postgres does not know.
 */
export function parseStoreTime(text: string): Date | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  time.setUTCHours(hour, minute, second, milli)
  const exists = year > 0 && formatStoreTime(time).startsWith(text.slice(0, 14))
  return exists ? time : undefined
}

const beijingMs = 8 * 3_600_000

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
  return time.toISOString().replace(/\D/g, '').slice(-17)
}
