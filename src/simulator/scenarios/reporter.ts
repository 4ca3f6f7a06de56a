import type { Attempt } from '../store/caller.ts'
import type { Scenario, StepResult } from './scenario.ts'

/** Tells people what is played. Nothing else of the simulator prints. */
export interface Reporter {
  /** Begins the table of a scenario. */
  readonly scenario: (scenario: Pick<Scenario, 'name'>) => void
  /** A step's rows: one for each call, like answers in a row together, and what is wrong below. */
  readonly step: (result: StepResult) => void
  readonly note: (text: string) => void
  /** The last word: that all steps are right, or which are not. Returns whether all are. */
  readonly end: (results: readonly StepResult[]) => boolean
}

const columns = [
  ['Step', 25],
  ['Activity', 20],
  ['Answer', 6],
  ['Message', 32],
  ['ms', 5],
  ['Instance', 0],
] as const

/** Writes plain text tables. */
export function createReporter(write: (text: string) => void): Reporter {
  const line = (text = '') => write(`${text.trimEnd()}\n`)
  const row = (cells: readonly string[]) => line(columns.map(fit(cells)).join('  '))
  return {
    scenario({ name }) {
      line()
      line(name)
      row(columns.map(([title]) => title))
      row(columns.map(([title, width]) => '-'.repeat(width || title.length)))
    },
    step({ name, delivery, shown, wrong }) {
      const groups = alike(delivery.attempts)
      const cells = groups.length === 0 ? [['-', '-', 'not played', '-']] : groups.map(cellsOf)
      for (const [index, group] of cells.entries()) {
        const isLast = index === cells.length - 1
        row([index === 0 ? name : '', ...group, isLast ? shown : ''])
      }
      for (const fault of wrong) line(`  wrong: ${fault}`)
    },
    note: line,
    end(results) {
      const wrong = results.filter((result) => result.wrong.length > 0)
      line()
      if (wrong.length === 0) line(`All ${results.length} steps are right`)
      else line(`${wrong.length} of ${results.length} steps are wrong:`)
      for (const result of wrong) line(`  ${result.name}: ${result.wrong.join('; ')}`)
      return results.length > 0 && wrong.length === 0
    },
  }
}

// What does not fit is cut; the last column has all the room it needs.
function fit(cells: readonly string[]) {
  return ([title, width]: (typeof columns)[number], index: number): string => {
    const text = (cells[index] ?? '').replace(/\s+/g, ' ')
    if (width === 0) return text
    const short = text.length > width ? `${text.slice(0, width - 3)}...` : text
    return title === 'ms' ? short.padStart(width) : short.padEnd(width)
  }
}

function alike(attempts: readonly Attempt[]): Attempt[][] {
  const groups: Attempt[][] = []
  for (const attempt of attempts) {
    const group = groups.at(-1)
    if (group?.[0] && kindOf(group[0]) === kindOf(attempt)) group.push(attempt)
    else groups.push([attempt])
  }
  return groups
}

function kindOf({ activity, answer, http }: Attempt): string {
  return [activity, answer.resultCode, answer.resultMsg, http.kind].join(' ')
}

function cellsOf(group: readonly Attempt[]): string[] {
  const [first] = group
  if (first === undefined) return []
  const { activity, answer, http, verdict } = first
  const times = group.length > 1 ? `${group.length} times: ` : ''
  const message = answer.resultMsg ?? verdict.faults[0]?.message ?? ''
  const slowest = Math.max(...group.map((attempt) => attempt.http.milliseconds))
  return [activity, answer.resultCode ?? http.kind, `${times}${message}`, String(slowest)]
}
