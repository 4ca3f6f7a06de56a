import type { Ciphers } from './ciphers.ts'
import { addressOf, idAt, instanceIdOf, orderIdOf, share, since, some } from './draw.ts'
import type { Sizes } from './sizes.ts'

const types = {
  'instance.created': 400,
  'instance.activated': 350,
  'instance.renewed': 200,
  'instance.frozen': 49,
  'instance.accepted': 1,
}

/** Events of the last month at their positions; a sixth of them is of one instance. */
export function feed({ events, instances }: Sizes, { event }: Ciphers): string[] {
  return [
    `insert into event_feed
      (position, id, topic, topic_seq, type, site, address, test, personal, at, data)
    select position + ${events} - n + 1, ${idAt('at')}, 'instance:' || ${instanceIdOf('about')}, n,
      ${share(types, 50)}, 'china', ${addressOf('about')}, ${some(30, 12, 'about')}, false, at, ${event}
    from event_feed_state, (select n, ${since(30, events)} as at,
      (case when n % 6 = 0 then 1 else 1 + n % ${instances} end)::bigint as about
      from generate_series(1, ${events}) n) one`,
    `update event_feed_state set position = position + ${events}`,
  ]
}

/** Endpoints of which one is away and owed much; what was sent, and what was given up. */
export function webhooks({ attempts, owed }: Sizes, { webhookAnswer }: Ciphers): string[] {
  const given = `generate_series(1, ${owed}) n`
  return [
    `insert into webhook_endpoints
      (id, url, description, test, personal, ordered, state, since, created_at, updated_at)
    select 'endpoint-' || n, 'https://product.example', 'number ' || n, 'exclude', false, true, 'paused',
      ${since(90, 20)}, ${since(90, 20)}, now() from generate_series(1, 20) n`,
    `insert into webhook_cursors select id, (select position from event_feed_state)
      from webhook_endpoints where id like 'endpoint-%'`,
    `insert into webhook_lanes (endpoint_id, lane, pending, attempt, next_at)
      select 'endpoint-1', topic, count(*), case when hashtext(topic) % 100 = 0 then 3 else 0 end, now() + interval '1 day'
      from (select topic from event_feed order by position limit ${owed}) f group by topic`,
    `insert into webhook_deliveries (endpoint_id, lane, position, event_id, replay)
      select 'endpoint-1', topic, position, id, false from event_feed order by position limit ${owed}`,
    `insert into webhook_attempts
      (id, at, endpoint_id, event_id, type, attempt, replay, ms, status, error, answer)
    select ${idAt('one.at')}, one.at, 'endpoint-' || 1 + n % 10, f.id, f.type, 1, false, 5, 200,
      case when ${some(50, 60)} then 'timeout' end, ${webhookAnswer}
    from (select n, ${since(30, attempts)} as at from generate_series(1, ${attempts}) n) one
      join event_feed f on f.position = n`,
    `insert into webhook_given_up
      (id, at, endpoint_id, event_id, position, type, topic, reason, replayed_at)
    select ${idAt('at')}, at, 'endpoint-' || 1 + n % 3, gen_random_uuid(), n, 'instance.created',
      'instance:' || ${instanceIdOf('n')}, 'status 500', case when n % 3 > 0 then at end
    from (select n, ${since(90, owed)} as at from ${given}) one`,
  ]
}

/** Alarms, of which a few are open. */
export function alarms({ alarms: all }: Sizes): string[] {
  return [
    `insert into alarms (id, key, subject, text, since, count, told, cleared_at, updated_at)
    select gen_random_uuid(), ${share({ 'order.failed': 900, 'usage.parked': 95, 'site.away': 5 }, 70)},
      'order:china/' || ${orderIdOf('n')}, 'It failed.', at, 1, true,
      case when n > 40 then at + interval '1 hour' end, at + interval '1 hour'
    from (select n, ${since(90, all)} as at from generate_series(1, ${all}) n) one`,
  ]
}
