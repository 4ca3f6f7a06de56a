import { endOfPeriods } from '../products/period.ts'

const form = /^P(?=\d|T\d)(?:(\d{1,2})M)?(?:(\d{1,3})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/
const mostMonths = 12

/** When a length of time (ISO 8601: months, days, hours, minutes) ends; undefined for another text. */
export function durationEnd(text: string, from: number): number | undefined {
  const [, months = '0', days = '0', hours = '0', minutes = '0'] = form.exec(text) ?? []
  if (!form.test(text) || Number(months) > mostMonths) return undefined
  const after = monthsLater(from, Number(months))
  return after + ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000
}

// A month is what a buyer gets of one, at the same time of day.
function monthsLater(from: number, months: number): number {
  if (months === 0) return from
  const day = endOfPeriods(new Date(from), 'month', months)
  const [time, end] = [new Date(from), new Date(day)]
  end.setUTCHours(time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds())
  end.setUTCMilliseconds(time.getUTCMilliseconds())
  return end.getTime()
}
