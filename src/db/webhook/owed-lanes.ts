import { type RawBuilder, sql } from 'kysely'

/**
 * Counts what the part "owed" of a statement owes to an endpoint in its lanes, which are made where
 * they are not there; in the order of their keys, so that nobody waits in a circle.
 */
export function owedLanes(endpointId: string, now: Date): RawBuilder<unknown> {
  return sql`
      insert into webhook_lanes (endpoint_id, lane, pending, next_at)
      select ${endpointId}, lane, count(*), ${now}::timestamptz from owed group by lane order by lane
      ${counted}`
}

/** What who owes takes over at once: as many new lanes, until then, by this lease. */
export interface TakenLanes {
  readonly limit: number
  readonly leaseUntil: Date
  readonly lease: string | null
}

/**
 * The same, and the new lanes whose events come first are claimed with it, if the part "taking" has a row.
 * A lane that is there already keeps the lease that it has.
 */
export function owedAndTakenLanes(
  endpointId: string,
  now: Date,
  { limit, leaseUntil, lease }: TakenLanes,
): RawBuilder<unknown> {
  return sql`
      insert into webhook_lanes (endpoint_id, lane, pending, next_at, lease)
      select ${endpointId}, lane, pending,
        case when is_taken then ${leaseUntil}::timestamptz else ${now}::timestamptz end,
        case when is_taken then ${lease}::uuid end
      from (select lane, count(*) as pending, exists (select from taking)
          and row_number() over (order by min(position)) <= ${limit} as is_taken
        from owed group by lane) as by_lane
      order by lane
      ${counted}
      returning lane, lease`
}

const counted = sql`on conflict (endpoint_id, lane) do update
        set pending = webhook_lanes.pending + excluded.pending`
