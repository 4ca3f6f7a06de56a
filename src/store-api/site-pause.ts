import { isThrottled } from './result-code.ts'
import type { StoreFailure } from './store-client.ts'

const firstMs = 1_000
const longestMs = 60_000

/** For how long a site asked not to be called. */
export interface SitePause {
  until(): Date | undefined
  leftMs(): number | undefined
  /** Begins a pause where an answer asks for one; returns how long it is. */
  hear(failure: StoreFailure): number | undefined
  /** Hears that the site answers. */
  end(): void
}

/** Makes it; an answer that names no time makes pauses that grow, since the store publishes no limit. */
export function createSitePause(now: () => Date): SitePause {
  let until: Date | undefined
  let nextMs = firstMs
  // A clock that was ahead and is set right does not make the pause longer.
  let runsOutAt = 0
  const leftMs = () => {
    const byClock = (until?.getTime() ?? 0) - now().getTime()
    const ms = Math.min(byClock, Math.ceil(runsOutAt - performance.now()))
    return ms > 0 ? ms : undefined
  }
  return {
    until: () => (leftMs() === undefined ? undefined : until),
    leftMs,
    hear({ pauseMs: told, code, status }) {
      if (told === undefined && !isThrottled(code, status ?? 0)) return undefined
      const ms = told ?? nextMs
      nextMs = Math.min(nextMs * 2, longestMs)
      const end = new Date(now().getTime() + ms)
      if ((leftMs() ?? 0) < ms) [until, runsOutAt] = [end, performance.now() + ms]
      return ms
    },
    end() {
      nextMs = firstMs
    },
  }
}
