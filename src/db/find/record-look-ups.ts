import { type RawBuilder, sql } from 'kysely'
import { type FindQuery, type FoundColumns, type FoundKind, lookUp } from './found-row.ts'
import { messageColumns } from './message-columns.ts'

interface RecordTable {
  readonly kind: FoundKind
  readonly table: string
  /** The column of its id, if that has another name. */
  readonly key?: string
  readonly columns: FoundColumns
}

// What has a UUID of ours.
const records: readonly RecordTable[] = [
  { kind: 'message', table: 'messages', columns: messageColumns },
  {
    kind: 'event',
    table: 'event_feed',
    columns: { label: 'type', site: 'site', address: 'address', test: 'test', at: 'at' },
  },
  {
    kind: 'usage-window',
    table: 'usage_windows',
    key: 'metering_sn',
    columns: {
      label: 'state',
      instance_id: 'instance_id',
      site: 'site',
      address: 'signer',
      test: 'test',
      at: 'created_at',
    },
  },
  {
    kind: 'outbound-call',
    table: 'outbound_calls',
    columns: { label: 'operation', site: 'site', at: 'at' },
  },
  {
    kind: 'ask',
    table: 'asks',
    columns: {
      label: 'kind',
      instance_id: 'instance_id',
      order_id: 'order_id',
      subject: 'subject',
      site: 'site',
      at: 'created_at',
    },
  },
  { kind: 'alarm', table: 'alarms', columns: { label: 'key', at: 'since' } },
  { kind: 'webhook-attempt', table: 'webhook_attempts', columns: { label: 'type', at: 'at' } },
  {
    kind: 'reconciliation',
    table: 'reconciliations',
    columns: { label: 'kind', site: 'site', at: 'created_at' },
  },
  {
    kind: 'drift',
    table: 'reconciliation_drifts',
    columns: {
      id: 'reconciliation_id',
      label: 'kind',
      instance_id: 'instance_id',
      order_id: 'order_id',
      site: 'site',
      at: 'found_at',
    },
  },
]
const auditColumns = { id: 'request_id', label: 'operation', at: 'at' }
const administration: readonly RecordTable[] = [
  { kind: 'token', table: 'tokens', columns: { label: 'name', at: 'created_at' } },
  { kind: 'audit', table: 'audit', columns: auditColumns },
]

/** What Koogate keeps under an id of its own, and what was done by a request. */
export function recordLookUps({ texts, uuid, isAdmin }: FindQuery): RawBuilder<unknown>[] {
  const given = sql`any(${[...texts]}::text[])`
  const tables = [...records, ...(isAdmin ? administration : [])]
  const endpoints = lookUp(['webhook-endpoint', 'id'], {
    from: sql`webhook_endpoints where id = ${given}`,
    columns: { id: 'id', label: 'description', at: 'created_at' },
  })
  const requests = lookUp(['audit', 'requestId'], {
    from: sql`audit where request_id = ${given}`,
    columns: auditColumns,
  })
  return [
    ...(uuid === undefined ? [] : tables.map((table) => byUuid(table, uuid))),
    endpoints,
    ...(isAdmin ? [requests] : []),
  ]
}

function byUuid({ kind, table, key = 'id', columns }: RecordTable, uuid: string) {
  return lookUp([kind, 'id'], {
    from: sql`${sql.table(table)} where ${sql.ref(key)} = ${uuid}::uuid`,
    columns: { id: key, ...columns },
  })
}
