// The gateway takes a call that is signed up to 15 minutes off. https://support.huaweicloud.com/devg-apisign/api-sign-provide01.html
const tolerableMs = 5 * 60_000

/** What is known of the store's clock by the `Date` of its answers. */
export interface StoreClock {
  /** How far the store's clock is ahead of ours. */
  skewMs(): number
  /** By how much the time that is signed differs from ours; behind it what else it may be, if that is worth a try. */
  corrections(): readonly [number, ...number[]]
  /** Hears the `Date` of an answer to a call that began and ended at these times. */
  learn(date: string | undefined, begun: Date, ended: Date): void
  /** Keeps to the correction that the store has let pass where it refused the other one. */
  prefer(correctionMs: number): void
}

/** Makes a clock that is on time until an answer says otherwise. */
export function createStoreClock(): StoreClock {
  let skewMs = 0
  // Some front end may write a date that is not the gateway's.
  let isDateWrong = false
  return {
    skewMs: () => (isDateWrong ? 0 : skewMs),
    corrections() {
      if (!isOff(skewMs)) return [0]
      return isDateWrong ? [0, skewMs] : [skewMs, 0]
    },
    learn(date, begun, ended) {
      const told = Date.parse(date ?? '')
      if (Number.isNaN(told)) return
      // A date has whole seconds, and is of some moment between.
      const [earliest, latest] = [told - ended.getTime(), told + 999 - begun.getTime()]
      skewMs = earliest > 0 ? earliest : Math.min(latest, 0)
    },
    prefer(ms) {
      isDateWrong = ms === 0
    },
  }
}

/** Whether a difference between two clocks is more than can be borne. */
export function isOff(skewMs: number): boolean {
  return Math.abs(skewMs) > tolerableMs
}
