/** Lets a burst through and then a trickle: calls that were not verified may not fill the disk. */
export function createSampler(burst: number, perSecond: number): (now: Date) => boolean {
  let tokens = burst
  let last = 0
  return (now) => {
    // A clock may be set back, which takes no tokens away.
    const elapsedSeconds = Math.max(0, now.getTime() - last) / 1000
    tokens = Math.min(burst, tokens + elapsedSeconds * perSecond)
    last = now.getTime()
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
