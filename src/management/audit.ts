import type { ManagementSchemas } from '../contract/index.ts'
import { type AuditRow, listAudit as findPage } from '../db/audit/audit-entries.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'

type AuditEntry = ManagementSchemas['AuditEntry']

/** Changes by the management API and reads in clear, the newest first. */
export const listAudit: ManagementHandler<'listAudit'> = async ({ query }, { services }) => {
  const page = pageFrom('audit', query)
  const { from = '', to = '' } = query
  const filter = { ...query, from: parseDateTime(from), to: parseDateTime(to) }
  const found = await findPage(services.db, filter, page)
  return {
    items: found.items.map((row) => viewEntry(row, services)),
    nextCursor: nextCursor('audit', found),
  }
}

function viewEntry(row: AuditRow, { vault }: ManagementServices): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    token: { tokenId: row.token_id, name: row.token_name },
    operation: row.operation,
    subjects: [...row.subjects],
    fields: [...row.fields],
    reason: row.reason && vault.decrypt(row.reason).toString(),
    requestId: row.request_id,
  }
}
