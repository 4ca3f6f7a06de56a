import type { Selectable } from 'kysely'
import type { Database } from '../database.ts'
import type { EventTable } from './instance-tables.ts'

export type EventRow = Selectable<EventTable>

/** What became of an instance, the newest first. */
export function listEvents(db: Database, instanceId: string, limit: number): Promise<EventRow[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
