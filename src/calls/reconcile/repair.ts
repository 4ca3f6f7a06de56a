import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import { commitIn } from '../../db/commit.ts'
import type { DriftRow } from '../../db/reconciliation/drifts.ts'
import {
  type Claimed,
  type RepairEnd,
  RepairLostError,
  claimDrift,
  endRepair,
} from '../../db/reconciliation/repairs.ts'
import { inTransaction } from '../../db/transaction.ts'
import { driftKey } from '../../domain/reconciliation/drift.ts'
import { isRefusalCode } from '../../domain/refusal.ts'
import type { Services } from '../services.ts'
import { shortened } from './drift-rows.ts'
import { judgeOrder } from './judge-order.ts'
import { type OrderRepair, flagUngiven, readShown, releaseRefunded } from './repair-order.ts'

/** Runs a kept call of the store again; returns what it was answered. */
export type RerunKept = (messageId: string) => Promise<{
  readonly resultCode: string
  readonly resultMsg: string
}>

/** Sends the usage of a drift again, and ends the drift in the same commit. */
export type SendAgain = (drift: DriftRow, ends: Ends) => Promise<void>

/** Writes the end of a repair where its change is written. */
export type Ends = (db: Services['db'], end: RepairEnd) => Promise<void>

/** What repairs are made with beside the services. */
export interface RepairTools {
  /** The production addresses of a site. */
  readonly addressesOf: (site: string) => readonly string[]
  readonly rerun: RerunKept
  readonly sendAgain: SendAgain
}

/**
 * Repairs a drift, once: it is claimed, looked at again, and its change is committed together with its end.
 * A repair that fails is kept with its reason, and may be tried again. Returns false where somebody else
 * has repaired it, or is about to.
 */
export async function repairDrift(
  id: string,
  tools: RepairTools,
  services: Services,
): Promise<boolean> {
  const claimed = await claimDrift(services.db, id, services.now())
  if (claimed === undefined) return false
  try {
    const end = await repair(claimed, tools, services)
    if (end !== undefined) await endRepair(services.db, claimed, end, services.now())
  } catch (error) {
    if (error instanceof RepairLostError) return false
    // What the database undid is tried again once the lease is over.
    if (isDatabaseUnavailable(error)) throw error
    const result = shortened(error instanceof Error ? error.message : String(error))
    await endRepair(services.db, claimed, { state: 'failed', result }, services.now())
  }
  return true
}

/** Returns how it ends where that is not written yet. */
async function repair(
  claimed: Claimed,
  tools: RepairTools,
  services: Services,
): Promise<RepairEnd | undefined> {
  const { drift } = claimed
  const ends: Ends = (db, end) => endRepair(db, claimed, end, services.now())
  if (drift.repair === 'send_again') {
    await tools.sendAgain(drift, ends)
    return undefined
  }
  const present = await stillSo(drift, tools, services)
  if (present === undefined) return gone
  if (drift.repair === 'rerun') return rerun(present.drift.messageId, tools)
  await changeOrder(drift, present, { ...services, commit: endingCommit(ends, services) })
  return undefined
}

const gone: RepairEnd = { state: 'gone', result: null }
const done: RepairEnd = { state: 'applied', result: null }

/** The drift as it is now; undefined where it is none any more. */
async function stillSo(
  row: DriftRow,
  { addressesOf }: RepairTools,
  services: Services,
): Promise<OrderRepair | undefined> {
  const { site, order_id: orderId } = row
  if (orderId === null) return undefined
  const addresses = addressesOf(site)
  const { answer, drifts } = await judgeOrder({ orderId, site, addresses }, services)
  const drift = drifts.find((one) => driftKey(one) === row.key && one.repair === row.repair)
  const [address = ''] = addresses
  if (answer === undefined || drift === undefined) return undefined
  return { drift, answer, site, address }
}

function changeOrder(
  { repair }: DriftRow,
  present: OrderRepair,
  services: Services,
): Promise<void> {
  if (repair === 'release') return releaseRefunded(present, services)
  if (repair === 'flag') return flagUngiven(present, services)
  return readShown(present, services)
}

/** Commits a change together with the end of the drift that it repairs. */
function endingCommit(ends: Ends, { db }: Services): Services['commit'] {
  return (work) =>
    inTransaction(db, async (transaction) => {
      const committed = await commitIn(transaction, work)
      await ends(transaction, done)
      return committed
    })
}

async function rerun(messageId: string | null, tools: RepairTools): Promise<RepairEnd> {
  if (messageId === null) return { state: 'failed', result: 'the call was not kept' }
  const { resultCode, resultMsg } = await tools.rerun(messageId)
  const state = isRefusalCode(resultCode) ? 'failed' : 'applied'
  return { state, result: shortened(`${resultCode} ${resultMsg}`) }
}
