import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { passesFilter } from './endpoint-filter.ts'

/** What an endpoint does not get any more: events up to a position, and why. */
export interface GiveUp {
  readonly endpointId: string
  readonly upTo: number
  readonly reason: string
  readonly now: Date
  readonly limit: number
}

/**
 * Gives up the next events that are owed to a locked endpoint, as replays too; returns how many. Lanes are
 * locked in the order of their keys, as everybody does.
 */
export async function giveUpOwed(
  transaction: Database,
  { endpointId, upTo, reason, now, limit }: GiveUp,
): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    with chosen as materialized (
      select lane, position from webhook_deliveries
      where endpoint_id = ${endpointId} and position <= ${upTo} order by position limit ${limit}),
    locked as materialized (
      select lane from webhook_lanes
      where endpoint_id = ${endpointId} and lane in (select lane from chosen)
      order by lane for update),
    gone as (
      delete from webhook_deliveries d using chosen left join locked using (lane)
      where d.endpoint_id = ${endpointId} and d.lane = chosen.lane and d.position = chosen.position
      returning d.lane, d.position, d.event_id),
    kept as (
      insert into webhook_given_up
      select gen_random_uuid(), ${now}::timestamptz, ${endpointId}, event_id, position,
        coalesce(f.type, 'unknown'), coalesce(f.topic, lane), ${reason}, null
      from gone left join event_feed f using (position)),
    counted as (select lane, count(*) as events from gone group by lane),
    emptied as (
      delete from webhook_lanes l using counted
      where l.endpoint_id = ${endpointId} and l.lane = counted.lane and l.pending <= counted.events),
    left_over as (
      update webhook_lanes l set pending = pending - counted.events, attempt = 0, lease = null,
        first_failed_at = null, paused_ms = 0, next_at = ${now}
      from counted where l.endpoint_id = ${endpointId} and l.lane = counted.lane
        and l.pending > counted.events)
    select count(*) as events from gone`.execute(transaction)
  return rows[0]?.events ?? 0
}

/** Gives up the next events that are still to come to a locked endpoint; returns how many were looked at. */
export async function giveUpToCome(
  transaction: Database,
  { endpointId, upTo, reason, now, limit }: GiveUp,
): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    with place as (
      select position from webhook_cursors where endpoint_id = ${endpointId} for update),
    batch as (
      select f.position, f.id, f.topic, f.type, f.address, f.test from event_feed f
      where f.position > (select position from place) and f.position <= ${upTo}
      order by f.position limit ${limit}),
    kept as (
      insert into webhook_given_up
      select gen_random_uuid(), ${now}::timestamptz, e.id, b.id, b.position, b.type, b.topic,
        ${reason}, null
      from batch b, webhook_endpoints e where e.id = ${endpointId} and ${passesFilter('b')}),
    moved as (
      update webhook_cursors set position = (select max(position) from batch)
      where endpoint_id = ${endpointId} and exists (select from batch))
    select count(*) as events from batch`.execute(transaction)
  return rows[0]?.events ?? 0
}
