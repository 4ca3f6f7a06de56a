const longestMs = 10 * 60_000

/**
 * How long the store wants no further call: `Retry-After` of an answer 406, 429 or 503, in seconds or as a
 * date (RFC 9110, 10.2.3). No page of the store names it, nor a rate limit, so it is bounded.
 */
export function pauseOf(
  status: number,
  retryAfter: string | string[] | undefined,
  now: Date,
): number | undefined {
  if (![406, 429, 503].includes(status) || typeof retryAfter !== 'string') return undefined
  const value = retryAfter.trim()
  if (value === '') return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime()
  return ms > 0 ? Math.min(ms, longestMs) : undefined
}
