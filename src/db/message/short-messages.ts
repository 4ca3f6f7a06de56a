import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { MessageTable } from './message-tables.ts'
import { type MessageFilter, filtered } from './messages.ts'

// A list of departments may have megabytes.
const longestBody = 64 * 1024

type Left = 'body' | 'answer' | 'key_fingerprints'

/** A message without its answer and its keys, and without a long body. */
export interface ShortMessage extends Omit<Selectable<MessageTable>, Left> {
  readonly body: Uint8Array | null
  /** When it came, to the microsecond. */
  readonly at: string
}

/** Behind which message a scan goes on. */
export type ScanPosition = Pick<ShortMessage, 'id' | 'at'>

const names = [
  'id',
  'address',
  'family',
  'operation',
  'activity',
  'instance_id',
  'order_id',
  'tenant_id',
  'license_id',
  'test',
  'verified',
  'result_code',
  'result_msg',
  'received_at',
  'duration_ms',
  'rerun_of',
] as const

const shortParts = [
  sql<string>`received_at::text`.as('at'),
  sql<Uint8Array | null>`case when octet_length(body) <= ${sql.lit(longestBody)} then body end`.as(
    'body',
  ),
] as const

/** Messages by their ids. */
export function shortMessages(db: Database, ids: readonly string[]): Promise<ShortMessage[]> {
  return db
    .selectFrom('messages')
    .select(names)
    .select(shortParts)
    .where((where) => where('id', '=', where.fn.any(where.val(ids))))
    .execute()
}

/** Messages of a filter from the oldest on, behind one of them. */
export function scanMessages(
  db: Database,
  filter: MessageFilter,
  { after, limit }: { readonly after: ScanPosition | undefined; readonly limit: number },
): Promise<ShortMessage[]> {
  const beyond =
    after === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(received_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  return filtered(db, filter)
    .select(names)
    .select(shortParts)
    .where(beyond)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}
