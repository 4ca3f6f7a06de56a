import { createHash } from 'node:crypto'
import type { ManagementSchemas } from '../contract/index.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementHandler } from './context.ts'
import { faultyRequest, inBody } from './problem.ts'
import { type NumberedRecord, takeUsage } from './take-usage.ts'
import type { RecordResult } from './usage-result.ts'

type Reported = ManagementSchemas['ReportedUsage']

/** Takes usage that the product reports; each record has an outcome of its own. */
export const reportUsage: ManagementHandler<'reportUsage'> = async (
  { body, idempotencyKey },
  { addresses, services },
) => {
  const { records, test = false } = body
  const numbered = numberedOf(records, idempotencyKey)
  return reportOf(await takeUsage(numbered, { addresses, services, test }))
}

// A repeat of the request has the same key and the same places; no id of the product's own begins so.
function numberedOf(records: readonly Reported[], key: string | undefined): NumberedRecord[] {
  const missing = records.flatMap(({ recordId }, index) => (recordId === undefined ? [index] : []))
  if (missing.length > 0 && key === undefined) {
    const message = 'is missing, and there is no Idempotency-Key to stand for it'
    throw faultyRequest(missing.map((index) => inBody(`records/${index}/recordId`, message)))
  }
  const hash = missing.length === 0 ? '' : hashOf(key ?? '')
  return records.map((record, index) => ({
    index,
    instanceId: record.instanceId,
    recordId: record.recordId ?? `key:${hash}/${index}`,
    packageInstanceId: record.packageInstanceId,
    productId: record.productId,
    beginTime: timeOf(record.beginTime),
    endTime: timeOf(record.endTime),
    value: record.value,
  }))
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

// The contract has checked it.
function timeOf(text: string): Date {
  return parseDateTime(text) ?? new Date(Number.NaN)
}

function reportOf(results: readonly RecordResult[]): ManagementSchemas['UsageReport'] {
  const counts = { accepted: 0, repeated: 0, refused: 0, conflict: 0, nothing: 0 }
  for (const { outcome } of results) counts[outcome] += 1
  return { ...counts, results: [...results] }
}
