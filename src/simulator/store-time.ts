/** A moment as an order carries it, UTC, `yyyyMMddHHmmss`. */
export function orderTime(moment: Date): string {
  return callTime(moment).slice(0, 14)
}

/** A moment as a call carries it, UTC, `yyyyMMddHHmmssSSS`: 17 digits as in the documents' sample. */
export function callTime(moment: Date): string {
  return moment.toISOString().replace(/\D/g, '')
}

const beijingOffsetMs = 8 * 3600_000

/**
 * A moment as the kit and the bodies of V1 carry it, Beijing time (UTC+8), `yyyyMMddHHmmssSSS`; V1
 * stamps its calls in UTC.
 */
export function beijingTime(moment: Date): string {
  return callTime(new Date(moment.getTime() + beijingOffsetMs))
}

/** A moment as the application for a license carries it, UTC, as in its sample: `2023-10-27 10:30:15 z`. */
export function licenseTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')} z`
}
