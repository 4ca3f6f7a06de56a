import { type Spread, spreadOf } from './statistics.ts'

/** What a measured spread is held against. */
export interface Goal {
  readonly text: string
  isReached(spread: Spread): boolean
}

/** The median is at least so much. */
export function medianAtLeast(least: number): Goal {
  return { text: `at least ${least}`, isReached: ({ median }) => median >= least }
}

/** The median is at most so much. */
export function medianAtMost(most: number): Goal {
  return { text: `at most ${most}`, isReached: ({ median }) => median <= most }
}

/** Not one round is at or below so much. */
export function everyRoundAbove(limit: number): Goal {
  return { text: `every round above ${limit}`, isReached: ({ low }) => low > limit }
}

/** The median is below so much. */
export function medianUnder(limit: number, unit: string): Goal {
  return { text: `under ${limit} ${unit}`, isReached: ({ median }) => median < limit }
}

/** Not one. */
export const none: Goal = { text: 'none', isReached: ({ high }) => high === 0 }

/** A line of ratios, one a round: their median, their range, and whether the goal is reached. */
export function ratioLine(what: string, values: readonly number[], goal?: Goal): string {
  const spread = spreadOf(values)
  const [median, low, high] = [spread.median, spread.low, spread.high].map(twoDigits)
  return line(what, `${median} (${low} to ${high})`, goal && { goal, spread })
}

/** A line of one value in its unit. */
export function valueLine(what: string, value: number, unit: string, goal?: Goal): string {
  const spread = { median: value, low: value, high: value }
  return line(what, `${rounded(value)} ${unit}`.trim(), goal && { goal, spread })
}

/** A line that has no goal. */
export function textLine(what: string, text: string): string {
  return line(what, text)
}

interface Held {
  readonly goal: Goal
  readonly spread: Spread
}

function line(what: string, value: string, held?: Held): string {
  const text = `${what.padEnd(46)} ${value.padStart(20)}`
  if (held === undefined) return text
  const { goal, spread } = held
  return `${text}   ${goal.text.padEnd(20)} ${goal.isReached(spread) ? 'reached' : 'MISSED'}`
}

function twoDigits(value: number): string {
  return value.toFixed(2)
}

function rounded(value: number): string {
  return Math.abs(value) < 10 && !Number.isInteger(value) ? value.toFixed(2) : value.toFixed(0)
}
