/** Unit of a period; `day` occurs in trials. */
export type PeriodType = 'year' | 'month' | 'day'

/** Where `count` periods from a moment on end: at the end of that day, as a known order has it. */
export function endOfPeriods(from: Date, type: PeriodType, count = 1): Date {
  const end = type === 'day' ? daysAfter(from, count) : monthsAfter(from, count * monthsOf[type])
  end.setUTCHours(23, 59, 59, 0)
  return end
}

const monthsOf = { year: 12, month: 1 }

function daysAfter(moment: Date, days: number): Date {
  const later = new Date(moment)
  later.setUTCDate(later.getUTCDate() + days)
  return later
}

// The last day of a shorter month: 31 January and a month is 28 or 29 February.
function monthsAfter(moment: Date, months: number): Date {
  const later = new Date(moment)
  later.setUTCMonth(later.getUTCMonth() + months)
  const spilt = later.getUTCDate() !== moment.getUTCDate()
  return spilt ? daysAfter(later, -later.getUTCDate()) : later
}
