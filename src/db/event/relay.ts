import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { givePositions } from './give-positions.ts'

/** What a look at the outbox came to. */
export interface Placed {
  /** How many changes got positions. */
  readonly changes: number
  /** There is something that a version before the feed has left behind. */
  readonly isOldWaiting: boolean
  /** The last position of the feed; undefined while another replica gives positions. */
  readonly last: number | undefined
}

interface Row {
  readonly is_old_waiting: boolean
  readonly changes: number
  readonly last: number | null
}

// By their ids, which begin with their time, and within a topic by its number, whatever the clocks say.
const inTurn = `(select *, max(id::text collate "C") over (partition by topic order by topic_seq) as turn
  from taken)`

/**
 * Gives positions to the changes that wait, at most so many and those before them in their topics. The
 * lock of the one row of event_feed_state is taken or not waited for, so one replica does it at a time;
 * positions have no gap, and are seen in their order, for they are committed with that row. A change
 * that is seen comes with those before it in its topic: each was committed before the next was decided.
 * What a version before the feed has written goes by its id (number-old.ts).
 */
export async function placeEvents(db: Database, limit: number): Promise<Placed> {
  const { rows } = await sql<Row>`
    with state as materialized (select position from event_feed_state for update skip locked),
    old as materialized (select id from events where in_feed is null order by id limit 1),
    chosen as materialized (
      select topic, max(topic_seq) as seq
      from (select topic, topic_seq from event_outbox
        where not exists (select from old where old.id < event_outbox.id)
        order by id limit ${limit}) as first
      group by topic),
    taken as (
      delete from event_outbox own using chosen, state
      where own.topic = chosen.topic and own.topic_seq <= chosen.seq
      returning own.*),
    ${sql.raw(givePositions(inTurn))}
    select (select count(*) from taken)::integer as changes,
      exists (select from old) as is_old_waiting,
      coalesce((select position from moved), (select position from state)) as last`.execute(db)
  const [row] = rows
  return {
    changes: row?.changes ?? 0,
    isOldWaiting: row?.is_old_waiting ?? false,
    last: row?.last ?? undefined,
  }
}
