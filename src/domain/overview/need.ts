import type { InterfaceType } from '../address.ts'

/** What a person sees to beside alarms, the worst kind first: so they come where all else is equal. */
export const needKinds = [
  'purchase.failing',
  'dialtest.failing',
  'orders.failed',
  'usage.at_risk',
  'endpoint.disabled',
  'endpoint.failing',
  'signature.refused',
  'ask.overdue',
  'endpoint.given_up',
  'license.refused',
  'license.waiting',
  'reconciliation.drift',
  'instance.attention',
] as const

/**
 * `critical`: money or the product is lost within hours or a day; `serious`: buyers or the product notice
 * it; `warning`: it has to be looked at.
 */
export const severities = ['critical', 'serious', 'warning'] as const
export type Severity = (typeof severities)[number]

/** Something that needs a person. */
export interface Need {
  /** One of needKinds, or the key of an alarm. */
  readonly kind: string
  readonly severity: Severity
  /** Whose it is (domain/subject.ts); null where it is of several. */
  readonly subject: string | null
  readonly alarmId: string | null
  readonly text: string | null
  readonly since: Date | null
  /** When it is too late. */
  readonly deadline: Date | null
  readonly count: number | null
  /** The store's limit for that count. */
  readonly limit: number | null
  /** There are more than the count says. */
  readonly more: boolean
  readonly address: string | null
  readonly site: string | null
  readonly interfaceType: InterfaceType | null
  readonly resultCode: string | null
}

const blank = {
  subject: null,
  alarmId: null,
  text: null,
  since: null,
  deadline: null,
  count: null,
  limit: null,
  more: false,
  address: null,
  site: null,
  interfaceType: null,
  resultCode: null,
}

/** A need of which the rest is not known, or says nothing. */
export function need(known: Partial<Need> & Pick<Need, 'kind' | 'severity'>): Need {
  return { ...blank, ...known }
}
