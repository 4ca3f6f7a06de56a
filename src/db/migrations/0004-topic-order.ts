import { lockShortly } from './lock-shortly.ts'

/**
 * Orders, alarms and usage have no version by which their events would be told in the order of commits: they are
 * numbered by the time of the clock that wrote them, and no two clocks are the same. So the row of a topic
 * gives the number: whoever writes an event of it holds the row until the commit, and the next one has a
 * greater number, whatever its clock says. A trigger, since replicas of the version before write such events
 * meanwhile, too.
 */
export const topicOrder: readonly string[] = [
  `create table event_topics (
    topic text primary key,
    topic_seq bigint not null
  ) with (fillfactor = 70)`,
  `create function number_in_topic() returns trigger language plpgsql as $$ begin
    insert into event_topics as known values (new.topic, new.topic_seq)
    on conflict (topic) do update
      set topic_seq = greatest(known.topic_seq + 1, excluded.topic_seq)
    returning topic_seq into new.topic_seq;
    return new;
  end $$`,
  lockShortly('event_outbox'),
  `create trigger number_in_topic before insert on event_outbox for each row
    when (new.topic like any (array['order:%', 'alarm:%', 'usage:%']))
    execute function number_in_topic()`,
]
