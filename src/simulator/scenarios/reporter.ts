import type { Attempt } from '../store/caller.ts'
import { columnsOf, fitted, wrapped } from './columns.ts'
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

/** Where and in which words it is told. */
export interface ReporterOptions {
  /** Says a phrase of the tables in another language; its `{name}` stand for what is counted. */
  readonly say?: (phrase: string) => string
  /** How many columns there are; without it as many as a row needs. */
  readonly width?: number | undefined
}

const widths = [
  ['Step', 25],
  ['Activity', 20],
  ['Answer', 6],
  ['Message', 32],
  ['ms', 5],
] as const
const gap = '  '
// Below this a row has no room for what an instance is: that gets lines of its own.
const widestRow = 160

/** Writes plain text tables. */
export function createReporter(
  write: (text: string) => void,
  { say = (phrase) => phrase, width = Infinity }: ReporterOptions = {},
): Reporter {
  const isNarrow = width < widestRow
  const line = (text = '') => write(`${text.trimEnd()}\n`)
  const lines = (text: string, indent: string) => {
    for (const one of isNarrow ? wrapped(text, width, indent) : [indent + text]) line(one)
  }
  const columns = isNarrow ? narrowed(width) : widths
  const row = (cells: readonly string[], last = '') => {
    const fitting = columns.map(([title, room], index) => cellOf(cells[index] ?? '', title, room))
    line([...fitting, ...(isNarrow ? [] : [last])].join(gap))
  }
  return {
    scenario({ name }) {
      line()
      lines(say(name), '')
      const instance = say('Instance')
      row(
        columns.map(([title]) => say(title)),
        instance,
      )
      row(
        columns.map(([, room]) => '-'.repeat(room)),
        '-'.repeat(columnsOf(instance)),
      )
    },
    step({ name, delivery, shown, wrong }) {
      const groups = alike(delivery.attempts)
      const cells =
        groups.length === 0
          ? [['-', '-', say('not played'), '-']]
          : groups.map((group) => cellsOf(group, say))
      for (const [index, group] of cells.entries()) {
        const isLast = index === cells.length - 1
        row([index === 0 ? say(name) : '', ...group], isLast ? say(shown) : '')
      }
      if (isNarrow && shown !== '-') lines(say(shown), '    ')
      for (const fault of wrong) lines(`${say('wrong')}: ${fault}`, '  ')
    },
    note: (text) => lines(text, ''),
    end(results) {
      const wrong = results.filter((result) => result.wrong.length > 0)
      const counted = (phrase: string) =>
        say(phrase)
          .replace('{all}', String(results.length))
          .replace('{wrong}', String(wrong.length))
      line()
      line(
        counted(
          wrong.length === 0 ? 'All {all} steps are right' : '{wrong} of {all} steps are wrong:',
        ),
      )
      for (const result of wrong) lines(`${say(result.name)}: ${result.wrong.join('; ')}`, '  ')
      return results.length > 0 && wrong.length === 0
    },
  }
}

// The message gives what is missing, and takes what is left.
function narrowed(width: number) {
  const others = widths.reduce(
    (sum, [title, room]) => sum + gap.length + (title === 'Message' ? 0 : room),
    -gap.length,
  )
  return widths.map(
    ([title, room]) =>
      [title, title === 'Message' ? Math.max(10, Math.min(room, width - others)) : room] as const,
  )
}

// What does not fit is cut; numbers stand at the right.
function cellOf(cell: string, title: string, room: number): string {
  return fitted(cell.replace(/\s+/g, ' '), room, title === 'ms' ? 'right' : 'left')
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

function cellsOf(group: readonly Attempt[], say: (phrase: string) => string): string[] {
  const [first] = group
  if (first === undefined) return []
  const { activity, answer, http, verdict } = first
  const times =
    group.length > 1 ? `${say('{all} times').replace('{all}', String(group.length))}: ` : ''
  const message = answer.resultMsg ?? verdict.faults[0]?.message ?? ''
  const slowest = Math.max(...group.map((attempt) => attempt.http.milliseconds))
  return [activity, answer.resultCode ?? http.kind, `${times}${message}`, String(slowest)]
}
