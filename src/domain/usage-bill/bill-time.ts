/** A time of a bill: the moment, or what a clock on the wall shows where it names no zone. */
export interface BillTime {
  /** Of a wall clock as if it were UTC. */
  readonly time: Date
  readonly hasZone: boolean
}

// 2026-11-18 16:00:00, 2026/11/18 16:00, 20261118160000, 20261118T160000Z, and ISO 8601.
const forms =
  /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T\s]*(\d{2}):?(\d{2})(?::?(\d{2})(?:\.?(\d{1,3})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Reads a time as files write it; undefined for what is none. */
export function readBillTime(text: string): BillTime | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', ms = '0', zone] =
    forms.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const [y, mo, d] = [Number(year), Number(month), Number(day)]
  const [h, mi, s] = [Number(hour), Number(minute), Number(second)]
  if (h > 23 || mi > 59 || s > 59) return undefined
  const time = new Date(Date.UTC(y, mo - 1, d, h, mi, s, Number(ms.padEnd(3, '0'))))
  if (time.getUTCMonth() !== mo - 1 || time.getUTCDate() !== d) return undefined
  if (zone === undefined) return { time, hasZone: false }
  return { time: new Date(time.getTime() - offsetMs(zone)), hasZone: true }
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (hours === undefined || minutes === undefined) return 0
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? -ms : ms
}
