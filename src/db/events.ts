import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { EventTable } from './tables.ts'

/** What became of an instance, the oldest first. */
export function listEvents(db: Database, instanceId: string): Promise<Selectable<EventTable>[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
