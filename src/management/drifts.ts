import { clearAlarm } from '../calls/alarms.ts'
import { restOfTurn } from '../calls/pace.ts'
import { persist } from '../calls/persist.ts'
import { type Ends, type RepairTools, repairDrift } from '../calls/reconcile/repair.ts'
import type { AuditChange } from '../calls/services.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { findMessage } from '../db/message/messages.ts'
import {
  type DriftFilter,
  type DriftRow,
  countRepairable,
  findDrift,
  listDrifts as findPage,
  listRepairable,
} from '../db/reconciliation/drifts.ts'
import { sendWindowAgain } from '../db/reconciliation/send-again.ts'
import { inTransaction } from '../db/transaction.ts'
import type { ReconciliationRow } from '../db/reconciliation/reconciliations.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementContext, ManagementHandler, ManagementServices } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { runnable } from './messages.ts'
import { unknownDrift, unknownMessage } from './not-found.ts'
import { Problem } from './problem.ts'
import { viewDrift } from './reconciliation-view.ts'
import { reconciliationOf } from './reconciliations.ts'

/** Drifts of a reconciliation, the newest first. */
export const listDrifts: ManagementHandler<'listDrifts'> = async ({ path, query }, context) => {
  const { id: reconciliationId } = await reconciliationOf(path.id, context)
  const { kind, repair, state, orderId, instanceId } = query
  const filter = { reconciliationId, kind, repair, state, orderId, instanceId }
  const found = await findPage(context.services.db, filter, pageFrom('drifts', query))
  return { items: found.items.map(viewDrift), nextCursor: nextCursor('drifts', found) }
}

/** Repairs one drift. Throws Problem 409 where that cannot be done from here, or somebody does it. */
export const applyDrift: ManagementHandler<'applyDrift'> = async ({ path }, context) => {
  const reconciliation = await reconciliationOf(path.id, context)
  const drift = await driftOf(path.id, path.driftId, context)
  if (isEnded(drift)) return viewDrift(drift)
  if (drift.repair === 'none') throw notRepairable(drift)
  const services = audited(reconciliation, context.services)
  const isOurs = await repairDrift(drift.id, toolsOf({ ...context, services }), services)
  const after = await driftOf(path.id, path.driftId, context)
  if (!isOurs && !isEnded(after)) throw underRepair(after)
  await clearDriftAlarm(reconciliation, context.services)
  return viewDrift(after)
}

/** Repairs all drifts that match, for as long as a request may take; or counts them. */
export const applyDrifts: ManagementHandler<'applyDrifts'> = async ({ path, body }, context) => {
  const reconciliation = await reconciliationOf(path.id, context)
  const { db, now } = context.services
  const { dryRun = false, ...asked } = body
  const filter = { ...asked, reconciliationId: reconciliation.id }
  const { matching, value } = await countRepairable(db, filter, now())
  if (dryRun) return { matching, value, ...nothing, remaining: matching, dryRun }
  const counts = await repairAll(filter, reconciliation, context)
  await clearDriftAlarm(reconciliation, context.services)
  const tried = counts.applied + counts.gone + counts.failed
  return { matching, value, ...counts, remaining: Math.max(0, matching - tried), dryRun }
}

const nothing = { applied: 0, gone: 0, failed: 0 }
const atOnce = 100

async function repairAll(
  filter: DriftFilter,
  reconciliation: ReconciliationRow,
  context: ManagementContext,
) {
  const services = audited(reconciliation, context.services)
  const tools = toolsOf({ ...context, services })
  const { db, limits, now, gone } = services
  const counts = { ...nothing }
  const endsAt = performance.now() + limits.repairWithinMs
  for (let after = lowest; ;) {
    const ids = await listRepairable(db, filter, { now: now(), after, limit: atOnce })
    for (const id of ids) {
      if (performance.now() > endsAt || gone.aborted) return counts
      const begun = performance.now()
      await repairDrift(id, tools, services)
      const ended = await findDrift(db, filter.reconciliationId, id)
      if (ended !== undefined && isCounted(ended.state)) counts[ended.state] += 1
      if (ended?.repair !== 'send_again') await restOfTurn(limits.reconcileEveryMs, begun)
    }
    const last = ids.at(-1)
    if (ids.length < atOnce || last === undefined) return counts
    after = last
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'

function isCounted(state: DriftRow['state']): state is keyof typeof nothing {
  return state in nothing
}

function toolsOf(context: ManagementContext): RepairTools {
  const { addresses, services } = context
  return {
    addressesOf: (site) =>
      [...addresses.values()].filter((one) => one.site === site).map(({ name }) => name),
    async rerun(messageId) {
      const message = await findMessage(services.db, messageId)
      if (message === undefined) throw unknownMessage(messageId)
      const { answer } = await context.rerun(runnable(message, context), { audit: services.audit })
      return answer
    },
    sendAgain: (drift, ends) => sendAgain(drift, ends, services),
  }
}

/** Has usage sent under a new metering_sn, which is what the drift has come to. */
async function sendAgain(drift: DriftRow, ends: Ends, services: ManagementServices): Promise<void> {
  const { db, now, audit, newEvents } = services
  const { usage, instance_id: instanceId } = drift
  await inTransaction(db, async (transaction) => {
    const sent = await sendWindowAgain(transaction, usage?.meteringSn ?? '', now())
    if (sent.outcome === 'not-taken') return ends(transaction, { state: 'gone', result: null })
    if (sent.outcome === 'too-old') return ends(transaction, tooOld)
    await insertAudit(transaction, audit([subjectOf('instance', instanceId ?? '')]))
    return ends(transaction, { state: 'applied', result: sent.meteringSn })
  })
  newEvents.emit('usage')
}

const tooOld = { state: 'failed', result: 'it is too old for the store to take it' } as const

/** Services whose changes are told in the audit as of a reconciliation too. */
function audited({ id }: ReconciliationRow, services: ManagementServices): ManagementServices {
  const audit: AuditChange = (subjects) =>
    services.audit([subjectOf('reconciliation', id), ...subjects])
  return { ...services, audit }
}

// What can only be put right elsewhere, and what failed, still wants a look.
async function clearDriftAlarm(
  { id, site, kind }: ReconciliationRow,
  services: ManagementServices,
): Promise<void> {
  if (kind !== 'orders') return
  const { db } = services
  const subject = subjectOf('site', site)
  if (!(await isAlarmOpen(db, 'reconciliation.drift', subject))) return
  for (const state of ['open', 'applying', 'failed'] as const) {
    const { items } = await findPage(db, { reconciliationId: id, state }, firstOnly)
    if (items.length > 0) return
  }
  const alarms = [clearAlarm('reconciliation.drift', subject)]
  await persist({ alarms }, { ...services, audit: undefined })
}

const firstOnly = {
  limit: 1,
  after: undefined,
  sort: '-createdAt',
  updatedAfter: undefined,
} as const

async function driftOf(
  reconciliationId: string,
  id: string,
  { services }: ManagementContext,
): Promise<DriftRow> {
  const drift = await findDrift(services.db, reconciliationId, id)
  if (drift === undefined) throw unknownDrift(id)
  return drift
}

function isEnded({ state }: DriftRow): boolean {
  return state === 'applied' || state === 'gone'
}

function notRepairable({ id }: DriftRow): Problem {
  return new Problem(409, `Drift ${id} cannot be put right from here.`, {
    code: 'drift-not-repairable',
  })
}

function underRepair({ id }: DriftRow): Problem {
  return new Problem(409, `Drift ${id} is being repaired by another request.`)
}
