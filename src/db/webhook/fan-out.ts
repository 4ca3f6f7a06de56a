import { sql } from 'kysely'
import { failuresToPause } from '../../domain/webhook/endpoint-health.ts'
import type { Database } from '../database.ts'
import { type ClaimedLane, type ClaimedRow, claimedLanes } from './claim-lanes.ts'
import { passesFilter } from './endpoint-filter.ts'
import { type TakenLanes, owedAndTakenLanes } from './owed-lanes.ts'

// What a version before has written has no number in its topic; it gets its position later, and is not new
// to anybody. An hour, since the clocks of replicas differ. All else is as new as its position.
const olderThanEndpoint = '1 hour'

/** Lanes that are handed over to who fans out, if the endpoint is as he knows it and not in doubt. */
export interface HandOver extends TakenLanes {
  readonly lease: string
  readonly version: number
}

const noHandOver = { limit: 0, leaseUntil: new Date(0), lease: null, version: 0 }

/** Which events are fanned out. */
export interface FanOut {
  readonly endpointId: string
  readonly limit: number
  readonly now: Date
  readonly handOver?: HandOver | undefined
}

/** How far a fan-out came: undefined where another replica is at it. */
export interface FannedOut {
  /** Events that were looked at; as many as were asked for if there may be more. */
  readonly events: number
  readonly deliveries: number
  /** What is handed over: it is claimed, without a look of its own. */
  readonly lanes: readonly ClaimedLane[]
}

/**
 * Takes the next events of the feed for an endpoint: what passes its filter becomes a delivery in the
 * lane of its topic, and the cursor moves on, all of it in one statement. Positions have no gaps and
 * are committed in order, so nothing is passed over. The row of the cursor makes one of many replicas.
 * The cursor is asked for as one value: a join with it would read the whole feed before it each time. The
 * limit is written out: as a parameter it had Postgres plan all of it anew at each call, in more time than
 * forty events take.
 */
export async function fanOut(
  db: Database,
  { endpointId, limit, now, handOver }: FanOut,
): Promise<FannedOut | undefined> {
  const taken = handOver ?? noHandOver
  const { rows } = await sql<FannedOutRow>`
    with place as (
      select position from webhook_cursors where endpoint_id = ${endpointId} for update skip locked),
    batch as (
      select f.position, f.id, f.topic, f.topic_seq, f.type, f.address, f.test, f.at from event_feed f
      where f.position > (select position from place) order by f.position limit ${sql.lit(limit)}),
    owed as (
      insert into webhook_deliveries (endpoint_id, lane, position, event_id, replay)
      select e.id, case when e.ordered then b.topic else 'event:' || b.id end, b.position, b.id, false
      from batch b, webhook_endpoints e
      where e.id = ${endpointId}
        and ${passesFilter('b')}
        and (b.topic_seq > 0 or b.at >= e.since - ${olderThanEndpoint}::interval)
      on conflict do nothing
      returning lane, position, event_id, replay),
    taking as (
      select from webhook_endpoints e
      where e.id = ${endpointId} and e.version = ${taken.version} and e.state = 'enabled'
        and e.failures < ${failuresToPause}
        and (e.paused_until is null or e.paused_until <= ${now})),
    lanes as (${owedAndTakenLanes(endpointId, now, taken)}),
    moved as (
      update webhook_cursors set position = (select max(position) from batch)
      where endpoint_id = ${endpointId} and exists (select from batch)),
    taken as (
      select o.lane, 0 as attempt, o.position, o.event_id, o.replay,
        f.id, f.topic, f.type, f.at, f.data
      from lanes join owed o on o.lane = lanes.lane join event_feed f on f.position = o.position
      where lanes.lease = ${taken.lease}::uuid)
    select (select count(*) from batch) as events, (select count(*) from owed) as deliveries, taken.*
    from place left join taken on true
    order by taken.lane, taken.position`.execute(db)
  const [first] = rows
  if (first === undefined) return undefined
  const lanes =
    handOver === undefined ? [] : claimedLanes(rows.filter(isTaken), { endpointId, ...handOver })
  return { events: first.events, deliveries: first.deliveries, lanes }
}

type Counts = Pick<FannedOut, 'events' | 'deliveries'>
type FannedOutRow = Counts & (ClaimedRow | { readonly lane: null })

function isTaken(row: FannedOutRow): row is Counts & ClaimedRow {
  return row.lane !== null
}
