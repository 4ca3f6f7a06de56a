import type { Activity } from './activity.ts'

const minute = 60_000
const hour = 60 * minute

/** What the store does when a window ends without success. */
export type Ending = 'refunded' | 'stopped'

/** A call is made again every `everyMs` until `forMs` after the first time, that moment included. */
export interface RetryWindow {
  readonly everyMs: number
  readonly forMs: number
  readonly ending: Ending
}

// Two minutes: the interval of the only other windows of this kind that tell theirs (License V2,
// "60 times, every 2 min"). Inferred wherever it is used.
const everyTwoMinutes = 2 * minute

/**
 * How the store repeats each activity; one that is missing is called once.
 * Sources: newInstance and upgradeInstance hourly for 3 h, then the order is refunded;
 * refreshInstance and updateInstanceStatus 2 h (said of License V2, zh-cn_topic_0070649282);
 * releaseInstance 1 h (said of V1); orderNotify 3 h (zh-cn_topic_0000002091799149), hourly is
 * inferred from the other windows of 3 h.
 */
export const retryWindows: Readonly<Partial<Record<Activity, RetryWindow>>> = {
  newInstance: { everyMs: hour, forMs: 3 * hour, ending: 'refunded' },
  upgradeInstance: { everyMs: hour, forMs: 3 * hour, ending: 'refunded' },
  refreshInstance: { everyMs: everyTwoMinutes, forMs: 2 * hour, ending: 'stopped' },
  updateInstanceStatus: { everyMs: everyTwoMinutes, forMs: 2 * hour, ending: 'stopped' },
  releaseInstance: { everyMs: everyTwoMinutes, forMs: hour, ending: 'stopped' },
  orderNotify: { everyMs: hour, forMs: 3 * hour, ending: 'stopped' },
}

/**
 * Polling of queryInstance after `000004`. Neither interval nor end are documented: once a minute,
 * for as long as a purchase is tried.
 */
export const pollingWindow: RetryWindow = { everyMs: minute, forMs: 3 * hour, ending: 'stopped' }
