import type { ActivityOf, AnyCall, Generation } from './calls.ts'

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

// Two minutes: the interval of the only windows of this kind that tell theirs (License A and C,
// "every 2 min"). Inferred wherever else it is used.
const everyTwoMinutes = 2 * minute

const hourlyForThreeHours = { everyMs: hour, forMs: 3 * hour }
const twoHours = { everyMs: everyTwoMinutes, forMs: 2 * hour, ending: 'stopped' } as const
const oneHour = { everyMs: everyTwoMinutes, forMs: hour, ending: 'stopped' } as const
const sixtyTimes = {
  everyMs: everyTwoMinutes,
  forMs: 59 * everyTwoMinutes,
  ending: 'stopped',
} as const
const fiveTimes = { everyMs: minute, forMs: 4 * minute, ending: 'stopped' } as const

/**
 * How the store repeats each activity; one that is missing is called once.
 * - SaaS V2: newInstance and upgradeInstance hourly for 3 h, then the order is refunded;
 *   refreshInstance and updateInstanceStatus 2 h (said of License A, zh-cn_topic_0070649282);
 *   releaseInstance 1 h (said of V1).
 * - SaaS V1: the editions of 2025-11 (saas_topic_0000001). Older ones call a purchase every 3 minutes,
 *   60 times, and the others once.
 * - License A: zh-cn_topic_0070649282; it says 2 h every 2 minutes of a purchase, and 3 h once.
 * - License B: zh-cn_topic_0000001353181669; a purchase is not refunded. The others are called once.
 * - License C: 60 times, every 2 minutes (zh-cn_topic_0070649169).
 * - orderNotify: 3 h (zh-cn_topic_0000002091799149), hourly is inferred from the other windows of 3 h.
 * - Kit V2: 5 calls (zh-cn_topic_0070649414) at an interval that is not documented, a minute here. V1
 *   documents none: the buyer decides.
 */
export const retryWindows = {
  saasV2: {
    newInstance: { ...hourlyForThreeHours, ending: 'refunded' },
    upgradeInstance: { ...hourlyForThreeHours, ending: 'refunded' },
    refreshInstance: twoHours,
    updateInstanceStatus: twoHours,
    releaseInstance: oneHour,
  },
  saasV1: {
    newInstance: { ...hourlyForThreeHours, ending: 'refunded' },
    upgrade: { ...hourlyForThreeHours, ending: 'refunded' },
    refreshInstance: oneHour,
    expireInstance: oneHour,
    releaseInstance: oneHour,
  },
  licenseA: {
    newInstance: { ...twoHours, ending: 'refunded' },
    refreshInstance: twoHours,
    updateInstanceStatus: twoHours,
  },
  licenseB: { getLicense: { ...hourlyForThreeHours, ending: 'stopped' } },
  licenseC: {
    refreshLicenseCode: sixtyTimes,
    updateLicenseCodeStatus: sixtyTimes,
    releaseLicenseCode: sixtyTimes,
  },
  orders: { orderNotify: { ...hourlyForThreeHours, ending: 'stopped' } },
  kitV2: {
    tenantSync: fiveTimes,
    applicationSync: fiveTimes,
    authSync: fiveTimes,
    singleOrgSync: fiveTimes,
    allOrgSync: fiveTimes,
  },
  kitV1: {},
} as const satisfies {
  readonly [One in Generation]: Readonly<Partial<Record<ActivityOf<One>, RetryWindow>>>
}

/** How a call is repeated, or undefined for one that is made once. */
export function retryWindowOf({
  generation,
  activity,
}: Pick<AnyCall, 'generation' | 'activity'>): RetryWindow | undefined {
  const windows: Readonly<Record<string, RetryWindow>> = retryWindows[generation]
  return windows[activity]
}

/**
 * Polling of queryInstance after `000004`. Neither interval nor end are documented: once a minute,
 * for as long as a purchase is tried.
 */
export const pollingWindow: RetryWindow = { everyMs: minute, forMs: 3 * hour, ending: 'stopped' }
