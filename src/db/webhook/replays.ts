import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { isOfTypes, passesFilter } from './endpoint-filter.ts'
import { owedLanes } from './owed-lanes.ts'

/**
 * Which events are sent again; each member that is left out lets all through. What no filter of the
 * endpoint would let through is not among them.
 */
export interface ReplayFilter {
  readonly endpointId: string
  readonly eventId?: string | undefined
  readonly afterPosition?: number | undefined
  readonly since?: Date | undefined
  readonly until?: Date | undefined
  readonly types?: readonly string[] | undefined
  readonly addresses?: readonly string[] | undefined
  readonly topic?: string | undefined
  /**
   * Only those that never succeeded there and are not owed, as far as that is known: of events that happened
   * before all attempts are known only those that were given up.
   */
  readonly missing?: boolean | undefined
  readonly attemptsKnownSince?: Date | undefined
  /** Only those that were given up and not sent again since. */
  readonly givenUp?: boolean | undefined
}

/** What a batch of a replay came to. */
export interface ReplayBatch {
  /** How many match. */
  readonly matched: number
  /** How many of them are owed once more. */
  readonly events: number
  /** Behind which position the next batch begins. */
  readonly last: number
}

/**
 * Owes the next events of a replay once more, in lanes beside those of the topics; returns how many
 * they are. An event that is owed as a replay already stays so.
 */
export async function replayBatch(
  transaction: Database,
  filter: ReplayFilter,
  { after, limit, now }: { after: number; limit: number; now: Date },
): Promise<ReplayBatch> {
  const { endpointId } = filter
  const { rows } = await sql<ReplayBatch>`
    with chosen as (
      select f.position, f.id, f.topic, e.ordered, ${isReplayed} as owed
      ${matching(filter)} and heard and f.position > ${after}
      order by f.position limit ${limit}),
    owed as (
      insert into webhook_deliveries (endpoint_id, lane, position, event_id, replay)
      select ${endpointId}, 'replay:' || case when ordered then topic else id::text end, position, id,
        true from chosen where not owed
      on conflict do nothing
      returning lane),
    lanes as (${owedLanes(endpointId, now)}),
    again as (
      update webhook_given_up g set replayed_at = ${now} from chosen
      where g.endpoint_id = ${endpointId} and g.event_id = chosen.id and g.replayed_at is null)
    select count(*) as matched, (select count(*) from owed) as events,
      coalesce(max(position), 0) as last from chosen`.execute(transaction)
  return rows[0] ?? { matched: 0, events: 0, last: 0 }
}

/** Whether event `f` is owed to endpoint `e` as a replay. */
const isReplayed = sql<boolean>`
  exists (select from webhook_deliveries d
    where d.endpoint_id = e.id and d.position = f.position and d.replay)`

/**
 * Events `f` of a replay to endpoint `e`, with whether its filter lets them through (`heard`). Up to where the
 * fan-out is: what comes later is told anyway.
 */
export function matching(filter: ReplayFilter): RawBuilder<unknown> {
  const { endpointId, eventId, afterPosition, since, until, types, addresses, topic } = filter
  const conditions = [
    sql`e.id = ${endpointId} and f.position <= c.position`,
    ...(eventId === undefined ? [] : [sql`f.id = ${eventId}`]),
    ...(afterPosition === undefined ? [] : [sql`f.position > ${afterPosition}`]),
    ...(since === undefined ? [] : [sql`f.at >= ${since}`]),
    ...(until === undefined ? [] : [sql`f.at < ${until}`]),
    ...(types === undefined ? [] : [isOfTypes(sql`f.type`, sql`${types}::text[]`)]),
    ...(addresses === undefined ? [] : [sql`f.address = any(${addresses})`]),
    ...(topic === undefined ? [] : [sql`f.topic = ${topic}`]),
    ...(filter.missing === true ? [sql`heard`, isMissing, isKnown(filter)] : []),
    ...(filter.givenUp === true ? [wasGivenUp] : []),
  ]
  return sql`
    from event_feed f cross join webhook_endpoints e join webhook_cursors c on c.endpoint_id = e.id
    cross join lateral (select ${passesFilter('f')} as heard) hearing
    where ${sql.join(conditions, sql` and `)}`
}

const isMissing = sql`
  not exists (select from webhook_attempts a
    where a.event_id = f.id and a.endpoint_id = e.id and a.error is null)
  and not exists (select from webhook_deliveries d
    where d.event_id = f.id and d.endpoint_id = e.id)`
// An hour, since the clocks of replicas differ.
function isKnown({ attemptsKnownSince: since }: ReplayFilter): RawBuilder<unknown> {
  if (since === undefined) return sql`true`
  return sql`(f.at >= ${since}::timestamptz + interval '1 hour' or ${wasGivenUp})`
}

const wasGivenUp = sql`
  exists (select from webhook_given_up g
    where g.event_id = f.id and g.endpoint_id = e.id and g.replayed_at is null)`
