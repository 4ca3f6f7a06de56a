import { type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { announce } from '../calls/announce.ts'
import type { Changes } from '../calls/changes.ts'
import { restOfTurn } from '../calls/pace.ts'
import { persistIn } from '../calls/persist.ts'
import { driftRows } from '../calls/reconcile/drift-rows.ts'
import { type JudgedOrder, NotAskedError, judgeOrder } from '../calls/reconcile/judge-order.ts'
import type { Services } from '../calls/services.ts'
import type { Address } from '../domain/address.ts'
import { countDrifts, dropDrifts, insertDrifts } from '../db/reconciliation/drifts.ts'
import { ordersToAsk } from '../db/reconciliation/orders-to-ask.ts'
import { endReconciliation, findReconciliation } from '../db/reconciliation/reconciliations.ts'
import {
  type RunningReconciliation,
  claimReconciliation,
  keepStep,
  leaveReconciliation,
} from '../db/reconciliation/running.ts'
import { inTransaction } from '../db/transaction.ts'
import { subjectOf } from '../domain/subject.ts'
import { isForeign } from './attempt.ts'
import { leftWork, workOffDue } from './leased-work.ts'
import type { RecurringJob } from './recurring.ts'

const key: AlarmKey = 'reconciliation.drift'
const atOnce = 50
const dayMs = 24 * 60 * 60_000
const callsOfMs = 90 * dayMs
// An order that ends the work so often is passed over.
const mostAttempts = 5
// Of fewer, each may be a slip of its own.
const suspiciousFrom = 3

/**
 * Goes on with reconciliations of orders, one process at a time for each, at a bounded rate: whoever
 * comes next begins behind the last order that was looked at.
 */
export function reconcileOrders(
  addresses: ReadonlyMap<string, Address>,
  services: Services,
): RecurringJob {
  const { db, now, limits } = services
  return {
    name: 'reconcile-orders',
    everyMs: limits.jobsEveryMs,
    async run(stopping) {
      const sites = sitesOf(services)
      if (sites.length === 0) return
      const claim = () => claimReconciliation(db, sites, now())
      const workOff = async (running: RunningReconciliation) => {
        const { site, attempts } = running.row
        const ofSite = [...addresses.values()].filter((one) => one.site === site)
        const names = ofSite.map(({ name }) => name)
        await goOn(
          { running, failures: { inARow: attempts }, addresses: names, stopping },
          services,
        )
      }
      await workOffDue(claim, workOff, stopping)
    },
  }
}

// Another process may have the credentials of the others.
function sitesOf({ stores }: Services): string[] {
  return stores.all.map(({ site }) => site)
}

interface Work {
  readonly running: RunningReconciliation
  /** Since the last order that was looked at. */
  readonly failures: { inARow: number }
  readonly addresses: readonly string[]
  readonly stopping: AbortSignal | undefined
}

async function goOn(work: Work, services: Services): Promise<void> {
  try {
    await workOff(work, services)
  } catch (error) {
    await leave(work, error, services)
    if (!(error instanceof NotAskedError)) throw error
  }
}

async function workOff(work: Work, services: Services): Promise<void> {
  const { running, addresses, stopping } = work
  const { db, now } = services
  const callsSince = new Date(now().getTime() - callsOfMs)
  let reconciliation = running.row
  for (;;) {
    const asked = { reconciliation, addresses, callsSince, limit: atOnce }
    const orderIds = await ordersToAsk(db, asked)
    if (orderIds.length === 0) return end(running, services)
    for (const orderId of orderIds) {
      if (stopping?.aborted === true) return leave(work, undefined, services)
      if (!(await step(orderId, work, services))) return
      reconciliation = { ...reconciliation, after: orderId }
    }
  }
}

/** Looks at one order; false where the reconciliation is not ours any more. */
async function step(orderId: string, work: Work, services: Services): Promise<boolean> {
  const { running, addresses, stopping } = work
  const { db, now, limits } = services
  const { id, site } = running.row
  const begun = performance.now()
  const judged = judgeOrder({ orderId, site, addresses }, services, stopping)
  const { answer, drifts } = await judged.catch((error: unknown) =>
    passOver(error, { orderId, ...work }, services),
  )
  const counts = {
    after: orderId,
    asked: answer === undefined ? 0 : 1,
    given: answer?.ok === true ? 1 : 0,
    skipped: answer === undefined ? 1 : 0,
  }
  const isOurs = await inTransaction(db, async (transaction) => {
    if (!(await keepStep(transaction, running, counts, now()))) return false
    await insertDrifts(transaction, driftRows(drifts, { id, site }, now()))
    return true
  })
  work.failures.inARow = 0
  if (answer !== undefined) await restOfTurn(limits.reconcileEveryMs, begun, stopping)
  return isOurs
}

/** What is known of an order that has ended the work again and again: nothing. Else throws what it has met. */
function passOver(
  error: unknown,
  { orderId, failures, running: { row } }: Work & { readonly orderId: string },
  { log }: Services,
): JudgedOrder {
  const isOurs = !(error instanceof NotAskedError) && !(error instanceof Error && isForeign(error))
  if (!isOurs || failures.inARow < mostAttempts) throw error
  log.error({ err: error, reconciliation: row.id, orderId }, 'an order cannot be reconciled')
  return { answer: undefined, drifts: [] }
}

async function leave(
  { running, failures }: Work,
  error: unknown,
  { db, now, log }: Services,
): Promise<void> {
  const pauseMs = error instanceof NotAskedError ? error.pauseMs : undefined
  const left = leftWork({ error, failuresBefore: failures.inARow, pauseMs }, now())
  const about = { reconciliation: running.row.id, error: left.error }
  if (left.error !== null) log.warn(about, 'reconciliation waits')
  await leaveReconciliation(db, running, left)
}

async function end(
  { row: { id, site } }: RunningReconciliation,
  services: Services,
): Promise<void> {
  const { db, now } = services
  const changes = await inTransaction(db, async (transaction): Promise<Changes> => {
    const row = await findReconciliation(transaction, id)
    if (row === undefined) return {}
    const { asked, given } = row
    const isSuspicious = asked >= suspiciousFrom && given === 0
    if (isSuspicious) await dropDrifts(transaction, id, 'unknown_at_store')
    const error = isSuspicious
      ? `the store gave none of ${asked} orders: look whether the access keys are those of the seller who published the products`
      : null
    const state = isSuspicious ? 'failed' : 'done'
    if (!(await endReconciliation(transaction, id, { state, error, now: now() }))) return {}
    const counts = await countDrifts(transaction, [id])
    const open = counts.find((one) => one.state === 'open')?.count ?? 0
    const isWhole = row.order_ids === null && row.since === null && !isSuspicious
    const alarms = alarmOf(site, { open, isWhole, id })
    if (alarms.length > 0) await persistIn(transaction, { alarms }, services)
    return { alarms }
  })
  announce(changes, services)
}

interface Ended {
  readonly id: string
  readonly open: number
  /** Everything was looked at, so that nothing found means that nothing is there. */
  readonly isWhole: boolean
}

function alarmOf(site: string, { id, open, isWhole }: Ended) {
  const subject = subjectOf('site', site)
  const text = `${open} orders or instances of site ${site} are not what the store shows: see the drifts of reconciliation ${id}`
  if (open > 0) return [raiseAlarm(key, subject, text)]
  return isWhole ? [clearAlarm(key, subject)] : []
}
