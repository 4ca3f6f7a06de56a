import { parseArgs } from 'node:util'

/** How long and how often to measure. */
export interface Plan {
  /** Of new orders, where the goals are, and of those with repeats; in each every program has a turn. */
  readonly rounds: number
  readonly repeatRounds: number
  readonly seconds: number
  readonly latencyRounds: number
  readonly latencySeconds: number
  readonly starts: number
  /** Events that are owed to an endpoint, and how often they are delivered. */
  readonly deliveries: number
  readonly deliveryRounds: number
  /** Rows of the large database. */
  readonly rows: number
  readonly sections: readonly Section[]
}

export const sections = [
  'purchases',
  'orders',
  'deliveries',
  'usage',
  'kit',
  'starts',
  'growth',
  'usage-push',
] as const
export type Section = (typeof sections)[number]

const whole = {
  rounds: 21,
  repeatRounds: 7,
  seconds: 3,
  latencyRounds: 5,
  latencySeconds: 10,
  starts: 5,
  deliveries: 10_000,
  deliveryRounds: 5,
}
const quick = {
  rounds: 3,
  repeatRounds: 3,
  seconds: 1,
  latencyRounds: 3,
  latencySeconds: 2,
  starts: 1,
  deliveries: 2_000,
  deliveryRounds: 2,
}

/**
 * `--quick` takes two minutes; `--large` measures the growth and the push of usage too, whose databases
 * take minutes to fill; `--only orders` one section; `--rounds`, `--seconds` and `--rows` change single numbers.
 */
export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      rows: { type: 'string', default: '1000000' },
    },
  })
  const base = values.quick ? quick : whole
  const rounds = Number(values.rounds ?? base.rounds)
  return {
    ...base,
    rounds,
    repeatRounds: Math.min(base.repeatRounds, rounds),
    deliveryRounds: Math.min(base.deliveryRounds, rounds),
    seconds: Number(values.seconds ?? base.seconds),
    rows: Number(values.rows),
    sections: sectionsOf(values),
  }
}

function sectionsOf({ only, large }: { readonly only?: string; readonly large: boolean }) {
  const isLarge = (section: Section) => section === 'growth' || section === 'usage-push'
  if (only === undefined) return sections.filter((section) => large || !isLarge(section))
  const section = sections.find((name) => name === only)
  if (section === undefined) throw new Error(`--only takes one of ${sections.join(', ')}`)
  return [section]
}
