const pattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

/**
 * Reads a time of RFC 3339, to the millisecond; a zone must be named.
 * Returns undefined for anything else, for a date that does not exist, and outside the years 1 to 9999 in UTC.
 */
export function parseDateTime(text: string): Date | undefined {
  if (!pattern.test(text)) return undefined
  const time = new Date(text)
  const within = time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999
  return within && isDate(text.slice(0, 10)) ? time : undefined
}

// Date reads 30 February as a day in March.
function isDate(text: string): boolean {
  return new Date(text).toISOString().startsWith(text)
}
