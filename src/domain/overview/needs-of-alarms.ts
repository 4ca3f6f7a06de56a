import { type Need, type Severity, need } from './need.ts'

/** An open alarm. */
export interface OpenAlarm {
  readonly id: string
  readonly key: string
  readonly subject: string
  readonly text: string
  readonly since: Date
}

/** The open alarms of one key. */
export interface OpenAlarms {
  readonly key: string
  /** How many are open, to a bound. */
  readonly count: number
  readonly more: boolean
  /** Some of them: all where they are few. */
  readonly first: readonly OpenAlarm[]
}

/** The keys whose alarms come with what they are about (needs-of.ts), and do not stand for themselves. */
export const attachedKeys = [
  'dialtest.failed',
  'dialtest.missed',
  'endpoint.disabled',
  'orders.failed',
  'usage.at_risk',
] as const

// Buyers wait, or money is lost; whatever is not named has to be looked at.
const serious: readonly string[] = [
  'ask.overdue',
  'endpoint.given_up',
  'instance.unknown',
  'order.idle',
  'store.away',
  'store.clock',
  'store.credentials',
  'usage.defect',
  'usage.expired',
  'usage.held_up',
  'usage.parked',
]

/** A need for each open alarm of a key, or where they are many one for all. */
export function needsOfAlarms({ key, count, more, first }: OpenAlarms): Need[] {
  const severity: Severity = serious.includes(key) ? 'serious' : 'warning'
  if (count > first.length) return [need({ kind: key, severity, count, more })]
  return first.map(({ id, subject, text, since }) =>
    need({ kind: key, severity, subject, alarmId: id, text, since }),
  )
}
