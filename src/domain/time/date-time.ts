const pattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i
const usual = /^[1-9]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{3})?Z$/

/**
 * Reads a time of RFC 3339, to the millisecond; a zone must be named.
 * Returns undefined for anything else, for a date that does not exist, and outside the years 1 to 9999 in UTC.
 */
export function parseDateTime(text: string): Date | undefined {
  const ms = msOf(text)
  return ms === undefined ? undefined : new Date(ms)
}

/** Whether parseDateTime reads it. */
export function isDateTime(text: string): boolean {
  return msOf(text) !== undefined
}

function msOf(text: string): number | undefined {
  if (usual.test(text)) return readUsual(text)
  if (!pattern.test(text)) return undefined
  const time = new Date(text)
  const within = time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999
  return within && isDate(text.slice(0, 10)) ? time.getTime() : undefined
}

// Date reads 30 February as a day in March.
function isDate(text: string): boolean {
  return new Date(text).toISOString().startsWith(text)
}

// `2026-11-18T10:00:00Z`, or with milliseconds, by its digits: a report of usage has thousands of these,
// and Date takes ten times as long.
function readUsual(text: string): number | undefined {
  const [month, day, hour] = [twoAt(text, 5), twoAt(text, 8), twoAt(text, 11)]
  const year = twoAt(text, 0) * 100 + twoAt(text, 2)
  const ms = text.length === 'YYYY-MM-DDThh:mm:ssZ'.length ? 0 : Number(text.slice(20, 23))
  const time = Date.UTC(year, month - 1, day, hour, twoAt(text, 14), twoAt(text, 17), ms)
  const isMonth = month > 0 && month <= 12
  // A day that does not exist is carried over to the next month.
  const isDay = day > 0 && (day <= shortestMonth || new Date(time).getUTCDate() === day)
  return isMonth && isDay && hour < 24 ? time : undefined
}

function twoAt(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * zero
}

const zero = 48
const shortestMonth = 28
