/**
 * The parts of a statement that place changes behind the position of `state`, if that has a row: those
 * of the relay, and of a commit that does without it. `changes` has the columns of event_outbox, and
 * `turn`, by which they go; those of one turn go by their number in their topic.
 */
export function givePositions(changes: string): string {
  return `placed as (
      insert into event_feed
        (position, id, topic, topic_seq, type, site, address, test, personal, at, data)
      select state.position + row_number() over (order by turn, topic_seq, changes.id, n),
        one.id, topic, topic_seq, one.type, site, address, test, personal, at, data
      from state, ${changes} as changes
      cross join unnest(ids, types) with ordinality as one (id, type, n)
      returning position),
    moved as (
      update event_feed_state set position = (select max(position) from placed)
      where exists (select from placed)
      returning position)`
}
