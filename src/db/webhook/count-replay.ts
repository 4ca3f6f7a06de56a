import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { isOfTypes, passesFilter } from './endpoint-filter.ts'
import { type ReplayFilter, matching } from './replays.ts'

/** How many events a replay would send, and how many others match it. */
export interface ReplayCount {
  readonly events: number
  /** Owed as a replay already. */
  readonly onItsWay: number
  /** The filter of the endpoint does not let them through; of what is missing they are not counted. */
  readonly notHeard: number
  /** Given up, and not kept any more. */
  readonly pruned: number
}

type Counted = Omit<ReplayCount, 'pruned'>

// So many positions are looked at by one statement, which takes a moment however long the feed is.
const atOnce = 50_000

/** Counts what a replay would be about. */
export async function countReplay(db: Database, filter: ReplayFilter): Promise<ReplayCount> {
  const { first, last } = await reachOf(db, filter)
  let [events, onItsWay, notHeard] = [0, 0, 0]
  for (let from = first; from <= last; from += atOnce) {
    const step = await countFrom(db, filter, from)
    events += step.events
    onItsWay += step.onItsWay
    notHeard += step.notHeard
  }
  return { events, onItsWay, notHeard, pruned: await countPruned(db, filter) }
}

interface Reach {
  readonly first: number
  readonly last: number
}

// Positions are not quite in the order of times.
async function reachOf(db: Database, filter: ReplayFilter): Promise<Reach> {
  const { eventId, givenUp, since, afterPosition = 0 } = filter
  if (eventId !== undefined || givenUp === true) return { first: 0, last: 0 }
  const inTime = sql`select position from event_feed where at >= ${since} offset 0`
  const { rows } = await sql<Reach>`
    select greatest(${afterPosition}::bigint, s.pruned_to) + 1 as first, s.position as last
    from event_feed_state s`.execute(db)
  const { first = 1, last = 0 } = rows[0] ?? {}
  if (since === undefined) return { first, last }
  const { rows: found } = await sql<{ position: number | null }>`
    select min(position) as position from (${inTime}) recent`.execute(db)
  return { first: Math.max(first, found[0]?.position ?? last + 1), last }
}

// Whether they are heard is asked for each kind of event, since that takes longer than to count them.
async function countFrom(db: Database, filter: ReplayFilter, from: number): Promise<Counted> {
  const { endpointId } = filter
  // By itself it is found at once: one event, and what was given up.
  const isWhole = from === 0
  const within = (position: RawBuilder<unknown>) =>
    isWhole ? sql`true` : sql`${position} >= ${from} and ${position} < ${from + atOnce}`
  const replayed = sql`
    select position from webhook_deliveries
    where endpoint_id = ${endpointId} and replay and ${within(sql`position`)}`
  const { rows } = await sql<Counted>`
    with met as (
      select f.type, f.address, f.test, f.position in (${replayed}) as owed, count(*) as events
      ${matching(filter)} and ${within(sql`f.position`)} group by 1, 2, 3, 4)
    select coalesce(sum(events) filter (where heard and not owed), 0)::bigint as events,
      coalesce(sum(events) filter (where heard and owed), 0)::bigint as "onItsWay",
      coalesce(sum(events) filter (where not heard), 0)::bigint as "notHeard"
    from met cross join webhook_endpoints e
    cross join lateral (select ${passesFilter('met')} as heard) hearing
    where e.id = ${endpointId}`.execute(db)
  return rows[0] ?? { events: 0, onItsWay: 0, notHeard: 0 }
}

// When they happened, and at which address, nobody knows any more.
async function countPruned(db: Database, filter: ReplayFilter): Promise<number> {
  const { endpointId, eventId, afterPosition, since, until, types, addresses, topic } = filter
  const isAsked = filter.givenUp === true || eventId !== undefined
  if (!isAsked || since || until || addresses) return 0
  const conditions = [
    sql`g.endpoint_id = ${endpointId} and g.replayed_at is null`,
    sql`not exists (select from event_feed f where f.id = g.event_id)`,
    ...(eventId === undefined ? [] : [sql`g.event_id = ${eventId}`]),
    ...(afterPosition === undefined ? [] : [sql`g.position > ${afterPosition}`]),
    ...(types === undefined ? [] : [isOfTypes(sql`g.type`, sql`${types}::text[]`)]),
    ...(topic === undefined ? [] : [sql`g.topic = ${topic}`]),
  ]
  const { rows } = await sql<{ pruned: number }>`
    select count(*) as pruned from webhook_given_up g
    where ${sql.join(conditions, sql` and `)}`.execute(db)
  return rows[0]?.pruned ?? 0
}
