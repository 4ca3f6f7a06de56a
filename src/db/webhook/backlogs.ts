import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** What stands out for an endpoint. */
export interface Backlog {
  readonly id: string
  /** Events that are owed. */
  readonly pending: number
  /** When the first of them in the feed happened. */
  readonly oldest: Date | null
  /** Events of the feed that were not looked at for it. */
  readonly lag: number
  /** Events that were given up and not sent again, counted up to `mostGivenUp`. */
  readonly given_up: number
}

/** So far is counted what was given up: an endpoint that was away for long may have millions. */
const mostGivenUp = 500

/** What stands out for each of some endpoints. */
export async function backlogsOf(
  db: Database,
  endpointIds: readonly string[],
): Promise<ReadonlyMap<string, Backlog>> {
  const { rows } = await sql<Backlog>`
    select e.id, coalesce(pending, 0)::bigint as pending,
      (select at from event_feed where position = owed.position) as oldest,
      greatest(0, (select position from event_feed_state) - c.position)::bigint as lag, given_up
    from unnest(${endpointIds}::text[]) e(id)
    join webhook_cursors c on c.endpoint_id = e.id
    left join (
      select endpoint_id, sum(pending) as pending from webhook_lanes
      where endpoint_id = any(${endpointIds}) group by 1) lanes on lanes.endpoint_id = e.id
    cross join lateral (
      select min(position) as position from webhook_deliveries where endpoint_id = e.id) owed
    cross join lateral (
      select count(*)::integer as given_up from (
        select from webhook_given_up where endpoint_id = e.id and replayed_at is null
        limit ${mostGivenUp}) first) lost`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
