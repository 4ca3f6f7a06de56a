import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { ClaimedLane } from './claim-lanes.ts'

/** A lane of ours, locked until the end of the transaction. */
export interface LockedLane {
  readonly endpoint_id: string
  readonly lane: string
  readonly attempt: number
  readonly first_failed_at: Date | null
  readonly paused_ms: number
}

/** Which lane, and by which lease. */
export type LaneKey = Pick<ClaimedLane, 'endpointId' | 'lane' | 'lease'>

/** Locks lanes whose leases still hold, in the order of their keys: so nobody waits in a circle. */
export async function lockLanes(
  transaction: Database,
  keys: readonly LaneKey[],
): Promise<LockedLane[]> {
  // No more than that: a claimed lane has its events in it.
  const given = JSON.stringify(
    keys.map(({ endpointId, lane, lease }) => ({ endpointId, lane, lease })),
  )
  const { rows } = await sql<LockedLane>`
    select l.endpoint_id, l.lane, l.attempt, l.first_failed_at, l.paused_ms
    from webhook_lanes l
    join json_to_recordset(${given}) as k ("endpointId" text, lane text, lease uuid)
      on l.endpoint_id = k."endpointId" and l.lane = k.lane and l.lease = k.lease
    order by l.endpoint_id, l.lane
    for update of l`.execute(transaction)
  return rows
}

/** A lane that is given back: without what is done, and when it comes next. */
export interface SettledLane {
  readonly endpointId: string
  readonly lane: string
  /** Positions that are not owed any more. */
  readonly done: readonly number[]
  readonly attempt: number
  readonly firstFailedAt: Date | null
  readonly pausedMs: number
  readonly nextAt: Date
}

/** Gives locked lanes back; those in which nothing is owed any more go. */
export async function settleLanes(
  transaction: Database,
  lanes: readonly SettledLane[],
): Promise<void> {
  if (lanes.length === 0) return
  const settled = JSON.stringify(lanes)
  await sql`
    with settled as (
      select * from json_to_recordset(${settled}) as s (
        "endpointId" text, lane text, done json, attempt int, "firstFailedAt" timestamptz,
        "pausedMs" bigint, "nextAt" timestamptz)),
    done as (
      select "endpointId", lane, position::text::bigint as position
      from settled, json_array_elements(settled.done) position),
    paid as (
      delete from webhook_deliveries d using done
      where d.endpoint_id = done."endpointId" and d.lane = done.lane and d.position = done.position
      returning d.endpoint_id, d.lane),
    left_over as (
      select s.*, l.pending - (select count(*) from paid p
        where p.endpoint_id = l.endpoint_id and p.lane = l.lane) as pending
      from settled s join webhook_lanes l on l.endpoint_id = s."endpointId" and l.lane = s.lane),
    gone as (
      delete from webhook_lanes l using left_over s
      where l.endpoint_id = s."endpointId" and l.lane = s.lane and s.pending <= 0)
    update webhook_lanes l set pending = s.pending, attempt = s.attempt, lease = null,
      first_failed_at = s."firstFailedAt", paused_ms = s."pausedMs", next_at = s."nextAt"
    from left_over s
    where l.endpoint_id = s."endpointId" and l.lane = s.lane and s.pending > 0`.execute(transaction)
}

/** Makes lanes that wait for their next attempt due: the endpoint answers again. */
export async function hurryLanes(
  transaction: Database,
  endpointId: string,
  now: Date,
): Promise<void> {
  await sql`
    update webhook_lanes l set next_at = ${now}
    from (
      select endpoint_id, lane from webhook_lanes
      where endpoint_id = ${endpointId} and pending > 0 and next_at > ${now} and lease is null
      order by lane for update) waiting
    where l.endpoint_id = waiting.endpoint_id and l.lane = waiting.lane`.execute(transaction)
}
