import type { ManagementSchemas } from '../contract/index.ts'
import {
  type UsageWindowRow,
  findBatch,
  findWindow,
  listWaiting,
  listWindows,
  recordsOf,
} from '../db/usage/windows.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { plainAmount } from '../domain/usage/amount.ts'
import { weekOf } from '../domain/usage/window.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { unknownUsageWindow } from './not-found.ts'
import { viewWindow } from './usage-window-view.ts'

const mostRecords = 1_000

/** Windows, the newest first. */
export const listUsageWindows: ManagementHandler<'listUsageWindows'> = async (
  { query },
  { services },
) => {
  const { from = '', until = '', ...filter } = query
  const found = await listWindows(
    services.db,
    { ...filter, from: parseDateTime(from), until: parseDateTime(until) },
    pageFrom('usage-windows', query),
  )
  return {
    items: found.items.map(viewWindow),
    nextCursor: nextCursor('usage-windows', found, query),
  }
}

/** Windows that the store has not taken, what expires first first. */
export const listWaitingUsage: ManagementHandler<'listWaitingUsage'> = async (
  { query },
  { services },
) => {
  const page = pageFrom('usage-waiting', query)
  const found = await listWaiting(services.db, { until: parseDateTime(query.until ?? '') }, page)
  return {
    items: found.items.map(viewWindow),
    nextCursor: nextCursor('usage-waiting', found),
  }
}

/** One window with its records. Throws Problem 404. */
export const getUsageWindow: ManagementHandler<'getUsageWindow'> = async (
  { path },
  { services },
) => {
  const row = await findWindow(services.db, path.meteringSn)
  if (row === undefined) throw unknownUsageWindow(path.meteringSn)
  const week = weekOf(row.begin_time)
  const records = await recordsOf(services.db, row, { week, limit: mostRecords })
  return {
    ...viewWindow(row),
    push: await pushOf(row, services),
    accepted: records.map(({ record_id, value, received_at }) => ({
      recordId: record_id,
      value: plainAmount(value),
      receivedAt: received_at.toISOString(),
    })),
  }
}

async function pushOf(
  { batch_id }: UsageWindowRow,
  { db }: ManagementServices,
): Promise<ManagementSchemas['UsagePush']> {
  const batch = batch_id === null ? undefined : await findBatch(db, batch_id)
  if (batch === undefined) return null
  return {
    batchId: batch.id,
    records: batch.n,
    sentAt: batch.sent_at.toISOString(),
    answeredAt: batch.answered_at?.toISOString() ?? null,
    status: batch.http,
    code: batch.code,
    message: batch.message,
  }
}
