import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { FeedRow } from '../event/feed.ts'

/** A lane that this process alone works on until its lease is over, with what comes next in it. */
export interface ClaimedLane {
  readonly endpointId: string
  readonly lane: string
  readonly lease: string
  readonly attempt: number
  readonly deliveries: readonly OwedDelivery[]
}

/** What is sent of an event. */
export type OwedEvent = Pick<FeedRow, 'id' | 'topic' | 'type' | 'at' | 'data'>

/** An event that is owed; undefined where it is not kept any more. */
export interface OwedDelivery {
  readonly position: number
  readonly eventId: string
  readonly replay: boolean
  readonly event: OwedEvent | undefined
}

/** Which lanes of an endpoint are claimed. */
export interface LaneClaim {
  readonly endpointId: string
  readonly limit: number
  /** Events of each. */
  readonly deliveries: number
  readonly now: Date
  readonly leaseUntil: Date
  /** A new UUID, by which the lanes are known to be ours. */
  readonly lease: string
}

/** A delivery of a lane that is claimed, with its event where that is kept. */
export type ClaimedRow = Pick<ClaimedLane, 'lane' | 'attempt'> &
  Omit<OwedDelivery, 'event' | 'eventId'> & { readonly event_id: string } & {
    readonly [Column in keyof OwedEvent]: OwedEvent[Column] | null
  }

/** Claims lanes that are due, those first that are due for the longest time. */
export async function claimLanes(db: Database, claim: LaneClaim): Promise<ClaimedLane[]> {
  const { endpointId, lease } = claim
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select endpoint_id, lane from webhook_lanes
      where endpoint_id = ${endpointId} and pending > 0 and next_at <= ${claim.now}
      order by next_at limit ${claim.limit}
      for update skip locked),
    claimed as (
      update webhook_lanes l set next_at = ${claim.leaseUntil}, lease = ${lease}
      from due where l.endpoint_id = due.endpoint_id and l.lane = due.lane
      returning l.endpoint_id, l.lane, l.attempt)
    select c.lane, c.attempt, d.position, d.event_id, d.replay,
      f.id, f.topic, f.type, f.at, f.data
    from claimed c
    cross join lateral (
      select position, event_id, replay from webhook_deliveries
      where endpoint_id = c.endpoint_id and lane = c.lane order by position
      limit ${claim.deliveries}) d
    left join event_feed f on f.position = d.position
    order by c.lane, d.position`.execute(db)
  return claimedLanes(rows, { endpointId, lease })
}

/** Lanes of an endpoint, from the rows of their deliveries, which come lane by lane in their order. */
export function claimedLanes(
  rows: readonly ClaimedRow[],
  { endpointId, lease }: Pick<LaneClaim, 'endpointId' | 'lease'>,
): ClaimedLane[] {
  const byLane = Map.groupBy(rows, ({ lane }) => lane)
  return [...byLane].map(([lane, owed]) => ({
    endpointId,
    lane,
    lease,
    attempt: owed[0]?.attempt ?? 0,
    deliveries: owed.map((row) => ({
      position: row.position,
      eventId: row.event_id,
      replay: row.replay,
      event: isKept(row) ? row : undefined,
    })),
  }))
}

function isKept(row: ClaimedRow): row is ClaimedRow & OwedEvent {
  return row.id !== null
}

/** Whether a lane of an endpoint is due. */
export async function isAnyDue(db: Database, endpointId: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('webhook_lanes')
    .select('lane')
    .where('endpoint_id', '=', endpointId)
    .where('pending', '>', 0)
    .where('next_at', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
