import { sql } from 'kysely'
import type { OpenAlarm, OpenAlarms } from '../../domain/overview/needs-of-alarms.ts'
import { bounded, mostCounted } from '../bounded-count.ts'
import type { Database } from '../database.ts'

type Row = OpenAlarm & { readonly open: number }

/**
 * The open alarms by key, but for some keys: how many, and the first few of each. It walks from key to key
 * through the index of what is open, so a key with many alarms hides no other one.
 */
export async function openAlarmsByKey(
  db: Database,
  { except, first }: { readonly except: readonly string[]; readonly first: number },
): Promise<OpenAlarms[]> {
  const next = sql`select key from alarms where cleared_at is null`
  const { rows } = await sql<Row>`
    with recursive keys as (
      (${next} order by key limit 1)
      union all
      select (${next} and alarms.key > keys.key order by key limit 1) from keys
      where keys.key is not null)
    select shown.*, counted.open from keys
    cross join lateral (select count(*)::integer as open from (
      select from alarms where alarms.key = keys.key and cleared_at is null
      limit ${sql.lit(mostCounted + 1)}) found) counted
    cross join lateral (
      select id, key, subject, text, since from alarms
      where alarms.key = keys.key and cleared_at is null order by subject
      limit ${first}) shown
    where not (keys.key = any(${except}))`.execute(db)
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, all]) => ({
    key,
    ...bounded(all[0]?.open ?? 0),
    first: all,
  }))
}

/** The open alarms of some keys about some subjects. */
export async function openAlarmsAbout(
  db: Database,
  keys: readonly string[],
  subjects: readonly string[],
): Promise<OpenAlarm[]> {
  const { rows } = await sql<OpenAlarm>`
    select alarms.id, alarms.key, alarms.subject, text, since
    from unnest(${keys}::text[]) wanted (key), unnest(${subjects}::text[]) about (subject)
    join alarms on true
    where alarms.key = wanted.key and alarms.subject = about.subject and cleared_at is null`.execute(
    db,
  )
  return rows
}
