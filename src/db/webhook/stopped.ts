import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** An endpoint that gets nothing, for which old events are kept. */
export interface HoldingEndpoint {
  readonly id: string
  readonly state: string
  readonly since: Date
}

/**
 * Endpoints that get nothing since before a time, and to which events from before another one are owed or
 * still to come.
 */
export async function findHolding(
  db: Database,
  {
    stoppedBefore,
    before,
    ofSettings,
  }: {
    readonly stoppedBefore: Date
    readonly before: Date
    readonly ofSettings: readonly string[]
  },
): Promise<HoldingEndpoint[]> {
  const { rows } = await sql<HoldingEndpoint>`
    select e.id, e.state, coalesce(e.stopped_at, e.created_at) as since
    from webhook_endpoints e join webhook_cursors c on c.endpoint_id = e.id
    cross join lateral (
      select min(position) as position from webhook_deliveries where endpoint_id = e.id) owed
    cross join lateral (
      select at from event_feed where position >= least(c.position + 1, owed.position)
      order by position limit 1) first
    where (e.url is not null or e.id = any(${ofSettings}::text[])) and e.state <> 'enabled' and coalesce(e.stopped_at, e.created_at) <= ${stoppedBefore}
      and first.at < ${before}
    order by e.id`.execute(db)
  return rows
}

/** The last position from the oldest on up to which all events are from before a time; 0 for none. */
export async function lastBefore(db: Database, before: Date): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce((select min(position) - 1 from event_feed where at >= ${before}),
      (select position from event_feed_state)) as position`.execute(db)
  return rows[0]?.position ?? 0
}
