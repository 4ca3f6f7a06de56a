import { sql } from 'kysely'
import type { TestService } from './service.ts'

// What a running service writes by itself, whatever is called.
const ofTheService = [
  'key_uses',
  'activity_calls',
  'address_calls',
  'alarms',
  'dial_tests',
  'failing_purchases',
  'event_outbox',
  'event_feed',
  'event_feed_state',
  'event_topics',
]

/** A sum of every row of every table. */
export async function contentOf({
  db,
}: Pick<TestService, 'db'>): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema::regnamespace and relkind in ('r', 'p')
    order by relname`.execute(db)
  const content: Record<string, string> = {}
  for (const { name } of rows.filter((one) => !ofTheService.includes(one.name))) {
    const { rows: sums } = await sql<{ sum: string }>`
      select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum
      from ${sql.table(name)} t`.execute(db)
    content[name] = sums[0]?.sum ?? ''
  }
  return content
}
