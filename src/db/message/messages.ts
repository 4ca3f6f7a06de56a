import { type Selectable, sql } from 'kysely'
import type { InterfaceFamily } from '../../interfaces.ts'
import type { Database } from '../database.ts'
import { firstIdAt } from '../partitions.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { MessageTable } from './message-tables.ts'

export type MessageRow = Selectable<MessageTable>

export interface MessageFilter {
  readonly family?: InterfaceFamily | undefined
  readonly address?: string | undefined
  readonly test?: boolean | undefined
  readonly outcome?: 'success' | 'failure' | undefined
  readonly activity?: string | undefined
  readonly resultCode?: string | undefined
  readonly instanceId?: string | undefined
  readonly orderId?: string | undefined
  readonly tenantId?: string | undefined
  readonly licenseId?: string | undefined
  readonly verified?: boolean | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

export function findMessage(db: Database, id: string): Promise<MessageRow | undefined> {
  return db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Messages, the newest first; `from` counts in, `to` counts out. */
export function listMessages(
  db: Database,
  filter: MessageFilter,
  page: Page,
): Promise<PageOf<MessageRow>> {
  return pageOfQuery(filtered(db, filter).selectAll(), { time: 'received_at', id: 'id' }, page)
}

/** The messages that a filter lets through. */
export function filtered(db: Database, filter: MessageFilter) {
  let query = db.selectFrom('messages')
  if (filter.family !== undefined) query = query.where('family', '=', filter.family)
  if (filter.address !== undefined) query = query.where('address', '=', filter.address)
  if (filter.test !== undefined) query = query.where('test', '=', filter.test)
  if (filter.outcome === 'success') query = query.where('result_code', '=', sql.lit('000000'))
  if (filter.outcome === 'failure') query = query.where('result_code', '<>', sql.lit('000000'))
  if (filter.activity !== undefined) query = query.where('activity', '=', filter.activity)
  if (filter.resultCode !== undefined) query = query.where('result_code', '=', filter.resultCode)
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.orderId !== undefined) query = query.where('order_id', '=', filter.orderId)
  if (filter.tenantId !== undefined) query = query.where('tenant_id', '=', filter.tenantId)
  if (filter.licenseId !== undefined) query = query.where('license_id', '=', filter.licenseId)
  if (filter.verified !== undefined) query = query.where('verified', '=', filter.verified)
  if (filter.from !== undefined) query = query.where('received_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('received_at', '<', filter.to)
  return query
}

/** Deletes some of the messages that came before a time; their ids begin with their times. */
export async function pruneMessages(db: Database, before: Date, limit: number): Promise<number> {
  const old = db
    .selectFrom('messages')
    .select('id')
    .where('id', '<', firstIdAt(before))
    .orderBy('id')
    .limit(limit)
  const { numDeletedRows } = await db
    .deleteFrom('messages')
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Keeps the newest messages that were not verified, so that nobody may fill the disk. */
export async function pruneUnverified(db: Database, keep: number): Promise<void> {
  const kept = db
    .selectFrom('messages')
    .select('received_at')
    .where('verified', '=', false)
    .orderBy('received_at', 'desc')
    .offset(keep)
    .limit(1)
  await db
    .deleteFrom('messages')
    .where('verified', '=', false)
    .where('received_at', '<=', kept)
    .execute()
}
