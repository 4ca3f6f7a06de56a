import { isSameOrder } from '../../domain/instance/applied-order.ts'
import { completeWithOrder } from '../../domain/instance/instance-order.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { Difference, FoundDrift } from '../../domain/reconciliation/drift.ts'
import { isUnknownAtStore } from '../../domain/reconciliation/flagged.ts'
import type { OrderInfo, OrderLine } from '../../store-api/order.ts'
import { orderColumns } from '../order-columns.ts'
import { factsOf, timeOf } from '../order-facts.ts'
import type { AskedOrder, UngivenOrder } from './ask-order.ts'
import { instanceDifferences, lineDifferences } from './differences.ts'
import type { KnownOrder, LastCall } from './known-order.ts'

/** When it is judged. */
export interface JudgedAt {
  readonly now: Date
  /** What came later may still be under way. */
  readonly settledBefore: Date
}

/**
 * What of an order does not agree with what the store answers for it. It goes by what the order query shows
 * and by calls of the store that were kept, and concludes nothing else: the query tells neither a payment
 * nor what an unsubscription is about.
 */
export function findDrifts(
  known: KnownOrder,
  answer: Extract<AskedOrder, { ok: true }> | UngivenOrder,
  at: JudgedAt,
): FoundDrift[] {
  if (!answer.ok) return unknownAtStore(known, answer, at)
  const { order } = answer
  const lines = order.orderLine.map((line) => lineOf(known, order, line))
  const refunds = refundsOf(lines, known, at)
  const isRefunded = refunds.length > 0
  return [...refunds, ...lines.flatMap((line) => (isRefunded ? [] : ofLine(line, at)))]
}

/** A line as the store shows it, and what is known of it. */
interface Line {
  readonly known: KnownOrder
  readonly order: OrderInfo
  readonly shown: OrderLine
  readonly row: KnownOrder['rows'][number] | undefined
  readonly bought: Instance | undefined
  /** What it bought or changed. */
  readonly applied: readonly Instance[]
  readonly calls: readonly LastCall[]
}

function lineOf(known: KnownOrder, order: OrderInfo, shown: OrderLine): Line {
  const { orderId, instances } = known
  const { orderLineId } = shown
  const line = { orderId, orderLineId }
  return {
    ...{ known, order, shown },
    row: known.rows.find((row) => row.order_line_id === orderLineId),
    bought: instances.find((one) => isSameOrder(one, line)),
    applied: instances.filter(({ orders }) => orders.some((one) => isSameOrder(one, line))),
    calls: known.calls.filter((call) => (call.orderLineId ?? orderLineId) === orderLineId),
  }
}

function ofLine(line: Line, at: JudgedAt): FoundDrift[] {
  const ofInstance = [...ofPurchase(line, at), ...notApplied(line, at)]
  const isToCome = line.row === undefined && ofInstance.some(({ repair }) => repair === 'rerun')
  return isToCome ? ofInstance : [...ofInstance, ...ofOrder(line, at)]
}

/** An unsubscription by which an instance should be gone: the one that it bought, or that a call named. */
function refundsOf(lines: readonly Line[], known: KnownOrder, at: JudgedAt): FoundDrift[] {
  const [first] = lines
  if (first?.order.orderType !== 'UNSUBSCRIBE') return []
  const bought = lines.flatMap((line) => (line.bought ? [{ line, instance: line.bought }] : []))
  const wanted = known.calls
    .filter((call) => call.activity === 'releaseInstance' && isSettled(call.at, at))
    .flatMap((call) => instanceOf(call, known))
    .map((instance) => ({ line: first, instance }))
  const byId = new Map([...bought, ...wanted].map((one) => [one.instance.instanceId, one]))
  return [...byId.values()]
    .filter(({ instance }) => isAlive(instance) && isSettled(instance.createdAt, at))
    .map(({ line, instance }) => {
      const { instanceId } = instance
      const text = `order ${known.orderId} is an unsubscription, and instance ${instanceId} still lives`
      return drift(line, { kind: 'refund_not_applied', repair: 'release', text, instanceId })
    })
}

const purchases: readonly string[] = ['NEW', 'TRIAL']

function ofPurchase(line: Line, at: JudgedAt): FoundDrift[] {
  const { bought, order, calls, known } = line
  const call = calls.find(({ activity }) => activity === 'newInstance')
  const messageId = call?.messageId ?? null
  const repair = call === undefined ? 'none' : 'rerun'
  if (bought !== undefined) {
    if (bought.phase !== 'failed' || !isSettled(bought.updatedAt, at)) return []
    const { instanceId, failure } = bought
    const text = `the store has order ${known.orderId}, and the provisioning of its instance has failed: ${failure?.reason ?? ''}`
    return [drift(line, { kind: 'instance_failed', repair, text, instanceId, messageId })]
  }
  if (call?.isRefused !== true || !isSettled(call.at, at)) return []
  if (!purchases.includes(order.orderType)) return []
  const text = `the store has order ${known.orderId} and called for its instance, the last time answered with ${call.resultCode}, and there is none`
  return [drift(line, { kind: 'instance_missing', repair, text, messageId })]
}

const changes: readonly string[] = ['refreshInstance', 'upgradeInstance']

function notApplied(line: Line, at: JudgedAt): FoundDrift[] {
  const { known, applied } = line
  return line.calls
    .filter((call) => changes.includes(call.activity) && call.isRefused && isSettled(call.at, at))
    .flatMap((call) => {
      const [instance] = instanceOf(call, known)
      if (instance === undefined || !isAlive(instance) || applied.includes(instance)) return []
      const { messageId, activity, resultCode } = call
      const { instanceId } = instance
      const text = `the store has order ${known.orderId}, and its ${activity} of instance ${instanceId} was answered with ${resultCode} the last time`
      const found = { kind: 'order_not_applied', repair: 'rerun', text } as const
      return [drift(line, { ...found, instanceId, messageId })]
    })
}

function ofOrder(line: Line, at: JudgedAt): FoundDrift[] {
  const { row, order, shown, bought, applied } = line
  const { orderLineId } = shown
  const instanceId = (bought ?? applied[0])?.instanceId ?? null
  if (row === undefined) {
    const placedAt = timeOf(order.createTime)
    if (placedAt !== null && !isSettled(placedAt, at)) return []
    const text = `the store has order line ${orderLineId}, which is not known here`
    return [drift(line, { kind: 'order_unknown', repair: 'take_in', text, instanceId })]
  }
  if (row.state !== 'fetched') {
    if (!isSettled(row.created_at, at)) return []
    const why = row.result_code === null ? 'never read' : `not read (${row.result_code})`
    const text = `order line ${orderLineId} was ${why}, and the store shows it`
    return [drift(line, { kind: 'order_unread', repair: 'read', text, instanceId })]
  }
  const differences = differencesOf(line, row, at.now)
  if (differences.length === 0) return []
  const isTrial = isOfTrial(differences)
  const kind = isTrial ? 'trial_differs' : 'order_differs'
  const text = isTrial
    ? `by order line ${orderLineId} it is ${order.orderType}, and it counts otherwise here`
    : `order line ${orderLineId} is not what the store shows`
  return [drift(line, { kind, repair: 'read', text, instanceId, differences })]
}

function differencesOf(line: Line, row: NonNullable<Line['row']>, now: Date): Difference[] {
  const { order, shown, known, applied } = line
  const facts = factsOf({ orderId: known.orderId, orderLineId: shown.orderLineId }, order, shown)
  const ofLines = lineDifferences(row, orderColumns(order, shown))
  const ofInstances = applied.flatMap((one) =>
    instanceDifferences(one, completeWithOrder(one, facts, now)),
  )
  const fields = new Set(ofLines.map(({ field }) => field))
  return [...ofLines, ...ofInstances.filter(({ field }) => !fields.has(field))]
}

function isOfTrial(differences: readonly Difference[]): boolean {
  return differences.some(
    ({ field, ours, store }) =>
      field === 'trial' || (field === 'type' && (ours === 'TRIAL') !== (store === 'TRIAL')),
  )
}

function unknownAtStore(
  { orderId, instances }: KnownOrder,
  { code, message }: UngivenOrder,
  at: JudgedAt,
): FoundDrift[] {
  return instances
    .filter((one) => one.orderId === orderId && isAlive(one) && !isUnknownAtStore(one))
    .filter((one) => isSettled(one.createdAt, at))
    .map(({ instanceId, orderLineId }) => ({
      ...{ kind: 'unknown_at_store', repair: 'flag', orderId, orderLineId, instanceId },
      messageId: null,
      text: `the store does not give order ${orderId}, which bought instance ${instanceId}: ${code}, ${message}`,
      differences: [],
    }))
}

function instanceOf({ instanceId }: LastCall, { instances }: KnownOrder): Instance[] {
  return instances.filter((one) => one.instanceId === instanceId)
}

function isAlive({ phase }: Instance): boolean {
  return phase !== 'released'
}

function isSettled(time: Date, { settledBefore }: JudgedAt): boolean {
  return time < settledBefore
}

type Told = Pick<FoundDrift, 'kind' | 'repair' | 'text'> &
  Partial<Pick<FoundDrift, 'instanceId' | 'messageId' | 'differences'>>

function drift({ known, shown }: Line, told: Told): FoundDrift {
  const ids = { orderId: known.orderId, orderLineId: shown.orderLineId }
  return { ...ids, instanceId: null, messageId: null, differences: [], ...told }
}
