const pattern = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

/**
 * Reads a time of RFC 3339, to the millisecond; a zone must be named.
 * Returns undefined for anything else, for a date that does not exist, and outside the years 1 to 9999 in UTC.
 */
export function parseDateTime(text: string): Date | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  const time = new Date(text.toUpperCase())
  const within = time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999
  return within && isDate(Number(year), Number(month), Number(day)) ? time : undefined
}

// Date reads 30 February as a day in March.
function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
