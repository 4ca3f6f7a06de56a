import { type RawBuilder, sql } from 'kysely'

/**
 * Counts what the part "owed" of a statement owes to an endpoint in its lanes, which are made where
 * they are not there; in the order of their keys, so that nobody waits in a circle.
 */
export function owedLanes(endpointId: string, now: Date): RawBuilder<unknown> {
  return sql`
      insert into webhook_lanes (endpoint_id, lane, pending, next_at)
      select ${endpointId}, lane, count(*), ${now}::timestamptz from owed group by lane order by lane
      on conflict (endpoint_id, lane) do update
        set pending = webhook_lanes.pending + excluded.pending`
}
