import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { passesFilter } from './endpoint-filter.ts'
import { owedLanes } from './owed-lanes.ts'

// What a version before has written has no number in its topic; it gets its position later, and is not new
// to anybody. An hour, since the clocks of replicas differ. All else is as new as its position.
const olderThanEndpoint = '1 hour'

/** How far a fan-out came: undefined where another replica is at it. */
export interface FannedOut {
  /** Events that were looked at; as many as were asked for if there may be more. */
  readonly events: number
  readonly deliveries: number
}

/**
 * Takes the next events of the feed for an endpoint: what passes its filter becomes a delivery in the
 * lane of its topic, and the cursor moves on, all of it in one statement. Positions have no gaps and
 * are committed in order, so nothing is passed over. The row of the cursor makes one of many replicas.
 * The cursor is asked for as one value: a join with it would read the whole feed before it each time.
 */
export async function fanOut(
  db: Database,
  { endpointId, limit, now }: { endpointId: string; limit: number; now: Date },
): Promise<FannedOut | undefined> {
  const { rows } = await sql<FannedOut>`
    with place as (
      select position from webhook_cursors where endpoint_id = ${endpointId} for update skip locked),
    batch as (
      select f.position, f.id, f.topic, f.topic_seq, f.type, f.address, f.test, f.at from event_feed f
      where f.position > (select position from place) order by f.position limit ${limit}),
    owed as (
      insert into webhook_deliveries (endpoint_id, lane, position, event_id, replay)
      select e.id, case when e.ordered then b.topic else 'event:' || b.id end, b.position, b.id, false
      from batch b, webhook_endpoints e
      where e.id = ${endpointId}
        and ${passesFilter('b')}
        and (b.topic_seq > 0 or b.at >= e.since - ${olderThanEndpoint}::interval)
      on conflict do nothing
      returning lane),
    lanes as (${owedLanes(endpointId, now)}),
    moved as (
      update webhook_cursors set position = (select max(position) from batch)
      where endpoint_id = ${endpointId} and exists (select from batch))
    select (select count(*) from batch) as events, (select count(*) from owed) as deliveries
    from place`.execute(db)
  return rows[0]
}
