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
  const hash = createHash('sha256')
    .update(key ?? '')
    .digest('hex')
    .slice(0, 32)
  return records.map(({ beginTime, endTime, recordId, ...record }, index) => ({
    ...record,
    index,
    recordId: recordId ?? `key:${hash}/${index}`,
    beginTime: timeOf(beginTime),
    endTime: timeOf(endTime),
  }))
}

// The contract has checked it.
function timeOf(text: string): Date {
  return parseDateTime(text) ?? new Date(Number.NaN)
}

function reportOf(results: readonly RecordResult[]): ManagementSchemas['UsageReport'] {
  const count = (outcome: RecordResult['outcome']) =>
    results.filter((one) => one.outcome === outcome).length
  return {
    accepted: count('accepted'),
    repeated: count('repeated'),
    refused: count('refused'),
    conflict: count('conflict'),
    nothing: count('nothing'),
    results: [...results],
  }
}
