import { givePositions } from './give-positions.ts'
import type { EventOutboxTable } from './event-tables.ts'

/**
 * Writes what is told straight into the feed, where nothing waits in the outbox and nobody else gives
 * positions at this moment; else into the outbox, for the relay. What is told earlier of the same subject
 * has its position then: it was committed before this was decided, and so is not in the outbox unseen.
 * The row of event_feed_state stays locked until the commit, so positions come in the order of commits
 * here too; nobody waits for it. They go as they are given. Returns the last position, or no row.
 */
export function placeAtOnce({ behindOld }: { readonly behindOld: boolean }) {
  return (columns: readonly string[], rows: string): string => {
    const names = columns.join()
    return `told as materialized (
      select ${names}, ordinality as turn
      from ${rows} with ordinality),
    ${behindOld ? old : ''}
    before as materialized (select id from event_outbox order by id limit 1),
    state as materialized (
      select position from event_feed_state
      where not exists (select from before) ${behindOld ? 'and not exists (select from old)' : ''}
      for update skip locked),
    waiting as (
      insert into event_outbox (${names}) select ${names} from told
      where not exists (select from state)),
    ${givePositions('told')}
    select position from moved`
  }
}

// What a version before the feed has written of the same instance comes first.
const old = 'old as materialized (select id from events where in_feed is null order by id limit 1),'

/** Whether a version before the feed can have told something of the same subject: of instances only. */
export function mayFollowOld({ topic, topic_seq }: EventOutboxTable): boolean {
  return topic_seq > 1 && topic.startsWith('instance:')
}
