/** The longest that anybody is left alone who says so; no back-off is longer. */
export const longestRetryAfterMs = 24 * 60 * 60_000

/**
 * How long whoever answers so wants to be left alone, at most a day: a 429, or a 503, whose
 * `Retry-After` holds seconds or a date. Undefined where it does not say, or where that is over: then it
 * is a failure like any other, or an endpoint that says 0 would be asked without a pause.
 */
export function retryAfterMs(
  status: number,
  header: string | string[] | undefined,
  now: Date,
): number | undefined {
  if ((status !== 429 && status !== 503) || typeof header !== 'string') return undefined
  const text = header.trim()
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime()
  return ms > 0 ? Math.min(ms, longestRetryAfterMs) : undefined
}
