import type { ManagementSchemas } from '../contract/index.ts'
import type { UsageWindowRow } from '../db/usage/windows.ts'
import { plainAmount } from '../domain/usage/amount.ts'

/** A window as it is shown. */
export function viewWindow(row: UsageWindowRow): ManagementSchemas['UsageWindow'] {
  return {
    meteringSn: row.metering_sn,
    site: row.site,
    address: row.signer,
    test: row.test,
    instanceId: row.instance_id,
    packageInstanceId: row.package_id === '' ? null : row.package_id,
    beginTime: row.begin_time.toISOString(),
    endTime: row.end_time.toISOString(),
    value: plainAmount(row.value),
    records: row.records,
    state: row.state,
    code: row.code,
    reason: row.reason,
    uncertain: row.uncertain,
    attempts: row.attempts,
    nextAt: (row.state === 'open' ? row.seal_at : row.next_at)?.toISOString() ?? null,
    deadline: row.deadline.toISOString(),
    shiftedFrom: rangeOf(row.shifted_from),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

// As Postgres writes it: ["2026-11-18 10:00:00+00","2026-11-18 11:00:00+00")
function rangeOf(range: string | null) {
  const [, begin, end] = /^\["(.+)","(.+)"\)$/.exec(range ?? '') ?? []
  if (begin === undefined || end === undefined) return null
  return { beginTime: isoOf(begin), endTime: isoOf(end) }
}

function isoOf(written: string): string {
  return new Date(written.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}
