import type { InterfaceType } from '../address.ts'
import type { SignatureFault } from '../signature-refusal.ts'
import { failingDaysLimit } from '../standing/dial-test.ts'
import { type FailingPurchase, failedOrdersLimit } from '../standing/purchase-window.ts'
import { subjectOf } from '../subject.ts'
import { type OpenAlarm, type OpenAlarms, needsOfAlarms } from './needs-of-alarms.ts'
import { type Need, type Severity, need } from './need.ts'
import { worstFirst } from './worst-first.ts'

const hourMs = 3_600_000

/** Several things that are counted to a bound. */
export interface Several {
  readonly count: number
  readonly more: boolean
  readonly since: Date | null
  /** The id of the only one. */
  readonly only: string | null
}

/** How the dial tests of an address stand. */
export interface DialTestsAt {
  readonly address: string
  readonly site: string
  readonly watched: boolean
  readonly failingDays: number
}

/** Usage of an instance that has waited for so long that an alarm was raised, or is about to be. */
export interface UsageAtRisk {
  readonly instanceId: string
  readonly site: string
  readonly windows: number
  readonly deadline: Date
}

/** An endpoint that answers with failures, or is disabled. */
export interface FailingEndpoint {
  readonly id: string
  readonly state: 'untested' | 'enabled' | 'paused' | 'disabled'
  readonly failures: number
  readonly failingSince: Date | null
  readonly disabledReason: string | null
}

/** Calls at one address whose signature did not hold. */
export interface RefusedSignature {
  readonly address: string
  readonly interfaceType: InterfaceType
  readonly cause: SignatureFault
  readonly calls: number
  readonly more: boolean
  readonly firstAt: Date
  readonly lastAt: Date
  readonly resultCode: string
  readonly resultMsg: string
  /** When a signature last held with a key of this type. */
  readonly lastVerifiedAt: Date | null
}

/** What is known of the present, from which it follows what needs a person. */
export interface OverviewFacts {
  readonly purchases: readonly FailingPurchase[]
  readonly dialTests: readonly DialTestsAt[]
  readonly failedOrders: readonly { readonly site: string; readonly failed: number }[]
  readonly usage: readonly UsageAtRisk[]
  readonly endpoints: readonly FailingEndpoint[]
  readonly signatures: readonly RefusedSignature[]
  readonly licensesRefused: Several
  readonly licensesWaiting: Several
  readonly attention: Several
  /** The open alarms that stand for themselves. */
  readonly alarms: readonly OpenAlarms[]
  /** The open alarms of what stands above, by key and subject. */
  readonly alarmOf: (key: string, subject: string) => OpenAlarm | undefined
}

/** Everything that needs a person, the worst first. */
export function needsOf(facts: OverviewFacts, now: Date): Need[] {
  return worstFirst([
    ...facts.purchases.map(ofPurchase),
    ...facts.dialTests.flatMap((one) => ofDialTests(one, facts)),
    ...facts.failedOrders.flatMap((one) => ofFailedOrders(one, facts)),
    ...facts.usage.map((one) => ofUsage(one, facts, now)),
    ...facts.endpoints.flatMap((one) => ofEndpoint(one, facts, now)),
    ...facts.signatures.flatMap(ofSignature),
    ...ofSeveral(facts.licensesRefused, 'license.refused', 'license'),
    ...ofSeveral(facts.licensesWaiting, 'license.waiting', 'license'),
    ...ofSeveral(facts.attention, 'instance.attention', 'instance'),
    ...facts.alarms.flatMap(needsOfAlarms),
  ])
}

// The store's window is three hours at most, so every one of them is lost within hours.
function ofPurchase(purchase: FailingPurchase): Need {
  const { site, orderId, orderLineId, address, attempts, firstAt, dueAt, lastCode } = purchase
  const subject = subjectOf('order', `${site}/${orderId}/${orderLineId}`)
  const told = { count: attempts, since: firstAt, deadline: dueAt, resultCode: lastCode }
  return need({ kind: 'purchase.failing', severity: 'critical', subject, address, site, ...told })
}

function ofDialTests(
  { address, site, watched, failingDays }: DialTestsAt,
  { alarmOf }: OverviewFacts,
): Need[] {
  const subject = subjectOf('address', address)
  const alarm = alarmOf('dialtest.failed', subject) ?? alarmOf('dialtest.missed', subject)
  if (!watched || (failingDays === 0 && alarm === undefined)) return []
  const days = { count: failingDays, limit: failingDaysLimit }
  const severity = severityOfDays(failingDays)
  return [
    need({ kind: 'dialtest.failing', severity, subject, address, site, ...days, ...told(alarm) }),
  ]
}

function severityOfDays(failingDays: number): Severity {
  if (failingDaysLimit - failingDays <= 1) return 'critical'
  return failingDays > 0 ? 'serious' : 'warning'
}

// Of few that a person has looked at already nothing is left to do.
function ofFailedOrders(
  { site, failed }: OverviewFacts['failedOrders'][number],
  { alarmOf }: OverviewFacts,
): Need[] {
  const subject = subjectOf('site', site)
  const alarm = alarmOf('orders.failed', subject)
  const left = failedOrdersLimit - failed
  if (failed === 0 || (alarm === undefined && left > 1)) return []
  const severity = left <= 0 ? 'critical' : left === 1 ? 'serious' : 'warning'
  const orders = { count: failed, limit: failedOrdersLimit }
  return [need({ kind: 'orders.failed', severity, subject, site, ...orders, ...told(alarm) })]
}

function ofUsage(
  { instanceId, site, windows, deadline }: UsageAtRisk,
  { alarmOf }: OverviewFacts,
  now: Date,
): Need {
  const hours = (deadline.getTime() - now.getTime()) / hourMs
  const severity = hours < 24 ? 'critical' : hours < 72 ? 'serious' : 'warning'
  const subject = subjectOf('instance', instanceId)
  const alarm = told(alarmOf('usage.at_risk', subject))
  return need({
    ...{ kind: 'usage.at_risk', severity, subject, site, deadline, count: windows },
    ...alarm,
    since: null,
  })
}

// What fails a few times is sent again by itself.
const failuresTolerated = 3

function ofEndpoint(
  { id, state, failures, failingSince, disabledReason }: FailingEndpoint,
  { alarmOf }: OverviewFacts,
  now: Date,
): Need[] {
  const subject = subjectOf('webhook-endpoint', id)
  const known = { subject, count: failures, since: failingSince }
  if (state === 'disabled') {
    const alarmId = alarmOf('endpoint.disabled', subject)?.id ?? null
    const kind = 'endpoint.disabled'
    return [need({ kind, severity: 'serious', ...known, alarmId, text: disabledReason })]
  }
  if (state !== 'enabled' || failures < failuresTolerated) return []
  const isLong = failingSince !== null && now.getTime() - failingSince.getTime() > hourMs
  return [need({ kind: 'endpoint.failing', severity: isLong ? 'serious' : 'warning', ...known })]
}

// Once a signature holds again nothing is left to do: somebody else may have tried.
function ofSignature(refused: RefusedSignature): Need[] {
  const { address, interfaceType, calls, more, firstAt, lastAt, lastVerifiedAt } = refused
  if (lastVerifiedAt !== null && lastVerifiedAt > lastAt) return []
  const { resultCode, resultMsg: text } = refused
  const subject = subjectOf('address', address)
  const told = { subject, address, interfaceType, count: calls, more, since: firstAt, resultCode }
  return [need({ kind: 'signature.refused', severity: 'serious', ...told, text })]
}

function ofSeveral(
  { count, more, since, only }: Several,
  kind: string,
  what: 'license' | 'instance',
): Need[] {
  if (count === 0) return []
  const severity = kind === 'instance.attention' ? 'warning' : 'serious'
  const subject = only === null ? null : subjectOf(what, only)
  return [need({ kind, severity, subject, count, more, since })]
}

function told(alarm: OpenAlarm | undefined): Partial<Need> {
  if (alarm === undefined) return {}
  return { alarmId: alarm.id, text: alarm.text, since: alarm.since }
}
