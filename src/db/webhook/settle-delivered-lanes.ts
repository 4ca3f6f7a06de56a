import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { type AttemptRow, attemptsInsert } from './attempts.ts'
import type { EndpointRow } from './endpoints.ts'
import type { LaneKey } from './settle-lanes.ts'

/** Lanes in which all was delivered. */
export interface DeliveredLanes {
  readonly lanes: readonly (LaneKey & {
    /** Positions that are not owed any more. */
    readonly done: readonly number[]
  })[]
  readonly attempts: readonly AttemptRow[]
  readonly now: Date
}

/** What is known once they are written down. */
export interface SettledDelivered {
  /** Their endpoints as they are. */
  readonly endpoints: readonly EndpointRow[]
  /** More is owed in some of them. */
  readonly isMore: boolean
}

/**
 * Gives back lanes whose leases still hold, without what was delivered, and keeps the attempts, in one
 * statement. The lanes are locked in the order of their keys before anything else is done.
 */
export async function settleDeliveredLanes(
  db: Database,
  { lanes, attempts, now }: DeliveredLanes,
): Promise<SettledDelivered> {
  const { rows } = await sql<EndpointRow & { readonly is_more: boolean }>`
    with locked as materialized (
      select l.endpoint_id, l.lane, l.pending, k.done
      from webhook_lanes l
      join json_to_recordset(${JSON.stringify(lanes)})
        as k ("endpointId" text, lane text, lease uuid, done bigint[])
        on l.endpoint_id = k."endpointId" and l.lane = k.lane and l.lease = k.lease
      order by l.endpoint_id, l.lane
      for update of l),
    paid as (
      delete from webhook_deliveries d
      using (select endpoint_id, lane, unnest(done) as position from locked) done
      where d.endpoint_id = done.endpoint_id and d.lane = done.lane and d.position = done.position),
    gone as (
      delete from webhook_lanes l using locked
      where l.endpoint_id = locked.endpoint_id and l.lane = locked.lane
        and locked.pending <= cardinality(locked.done)),
    left_over as (
      update webhook_lanes l set pending = locked.pending - cardinality(locked.done), attempt = 0,
        lease = null, first_failed_at = null, paused_ms = 0, next_at = ${now}
      from locked
      where l.endpoint_id = locked.endpoint_id and l.lane = locked.lane
        and locked.pending > cardinality(locked.done)
      returning l.lane),
    attempted as (${attemptsInsert(attempts)})
    select e.*, exists (select from left_over) as is_more
    from webhook_endpoints e
    where e.id = any(${[...new Set(lanes.map(({ endpointId }) => endpointId))]})`.execute(db)
  return { endpoints: rows, isMore: rows.some(({ is_more }) => is_more) }
}
