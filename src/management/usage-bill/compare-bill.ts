import {
  findBilledNotSent,
  findOtherValues,
  findSentNotBilled,
  sumBill,
} from '../../db/reconciliation/bill-drifts.ts'
import {
  type BillLineRow,
  type BillOf,
  countByZone,
  dropBillLines,
  insertBillLines,
  matchWindows,
  readAsBeijing,
  spanOf,
} from '../../db/reconciliation/bill-lines.ts'
import type { BillSummary } from '../../db/reconciliation/reconciliation-tables.ts'
import type { Database } from '../../db/database.ts'
import { type BillLine, readsLikeRefusal } from '../../domain/usage-bill/bill-line.ts'
import type { ReadBill } from './read-bill.ts'

/** What a request says of a bill. */
export interface BillRequest extends BillOf {
  readonly from: Date | undefined
  readonly to: Date | undefined
  readonly timeZone: TimeZone | undefined
  readonly now: Date
  readonly settledBefore: Date
}

type TimeZone = 'UTC' | 'Asia/Shanghai'

const atOnce = 2_000

/** Compares a bill with the windows of usage, and keeps what does not agree; in a transaction. */
export async function compareBill(
  db: Database,
  { lines, encoding, columns }: ReadBill,
  request: BillRequest,
): Promise<BillSummary> {
  for (let at = 0; at < lines.length; at += atOnce) {
    await insertBillLines(db, request, lines.slice(at, at + atOnce).map(toRow))
  }
  const timeZone = request.timeZone ?? (await likelyZone(db, request))
  if (timeZone === 'Asia/Shanghai') await readAsBeijing(db, request)
  await matchWindows(db, request)
  const { now } = request
  const own = await spanOf(db, request)
  const [from, to] = [request.from ?? own.from, request.to ?? own.to]
  await findBilledNotSent(db, request, now)
  await findOtherValues(db, request, now)
  await findSentNotBilled(db, request, { ...request, from, to })
  const sums = await sumBill(db, request)
  await dropBillLines(db, request)
  return {
    ...{ encoding, columns, timeZone },
    ...sums,
    ...{ from: from.toISOString(), to: to.toISOString() },
  }
}

// The console is Beijing's: no document says in which zone its files are.
async function likelyZone(db: Database, bill: BillOf): Promise<TimeZone> {
  const { utc, beijing } = await countByZone(db, bill)
  return utc > beijing ? 'UTC' : 'Asia/Shanghai'
}

function toRow({ line, beginTime, endTime, state, ...record }: BillLine): BillLineRow {
  return {
    line,
    instance_id: record.instanceId,
    begin_time: beginTime.time,
    end_time: endTime.time,
    has_zone: beginTime.hasZone && endTime.hasZone,
    value: record.value,
    metering_sn: record.meteringSn,
    state,
    refused: state !== null && readsLikeRefusal(state),
  }
}
