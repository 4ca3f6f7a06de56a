import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** Notes of the endpoints of the settings that stand there no more that they are away, from now on. */
export async function noteAway(
  db: Database,
  ofSettings: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    insert into webhook_away
    select id, ${now}::timestamptz from webhook_endpoints
    where url is null and id <> all(${ofSettings}::text[])
    on conflict do nothing`.execute(db)
}

/** Notes that an endpoint stands in the settings again; returns since when it did not. */
export async function noteBack(db: Database, endpointId: string): Promise<Date | undefined> {
  const row = await db
    .deleteFrom('webhook_away')
    .where('endpoint_id', '=', endpointId)
    .returning('since')
    .executeTakeFirst()
  return row?.since
}

/** When the first event happened that was not looked at for an endpoint yet. */
export async function firstToComeAt(db: Database, endpointId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select at from event_feed
    where position > (select position from webhook_cursors where endpoint_id = ${endpointId})
    order by position limit 1`.execute(db)
  return rows[0]?.at
}
