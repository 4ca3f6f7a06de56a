const firstMs = 2_000
const longestMs = 10 * 60_000
// The store may be away for days (a national holiday, our own credentials); then an order is fetched
// late and nothing else suffers. Ten minutes apart at the end they are a week.
const mostAttempts = 1_000

/**
 * How long to wait after so many failed attempts, a fifth more or less, so that what failed together
 * does not come again together; undefined when there is to be no other.
 */
export function backOffMs(
  attempts: number,
  random: () => number = Math.random,
): number | undefined {
  if (attempts >= mostAttempts) return undefined
  const ms = Math.min(firstMs * 2 ** (attempts - 1), longestMs)
  return Math.round(ms * (0.8 + 0.4 * random()))
}
