import { sql } from 'kysely'
import { weekOf } from '../../domain/usage/window.ts'
import type { Database } from '../database.ts'
import { type Partition, attachPartition, dropTable, madeOf } from '../partitions.ts'

const dayMs = 24 * 60 * 60_000
const table = 'usage_records'
const weeksBack = 3
const weeksAhead = 2

/**
 * Makes the partitions of the weeks that records may begin in now, and of the next ones. Does nothing on
 * the embedded database, where the table is plain. Any replica may do it at any time.
 */
export async function ensureWeeks(db: Database, now: Date): Promise<void> {
  if (!(await isPartitioned(db))) return
  const wanted = weeksFrom(now)
  const made = await madeOf(
    db,
    wanted.map(({ name }) => name),
  )
  for (const week of wanted) {
    if (made.has(week.name) || (await isInDefault(db, week))) continue
    await attachPartition(db, table, week)
  }
}

function weeksFrom(now: Date): Partition[] {
  const monday = (week: number) => weekOf(new Date(now.getTime() + week * 7 * dayMs))
  return Array.from({ length: weeksBack + weeksAhead + 1 }, (_, at) => {
    const from = monday(at - weeksBack)
    const to = monday(at - weeksBack + 1)
    return { name: `${table}_${from.replaceAll('-', '_')}`, from, to }
  })
}

// A record that came before its week was made lies in the default partition, and its week with it.
async function isInDefault(db: Database, { from, to }: Partition): Promise<boolean> {
  const { rows } = await sql`
    select from usage_records_default where week >= ${from}::date and week < ${to}::date
    limit 1`.execute(db)
  return rows.length > 0
}

async function isPartitioned(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_class where relkind = 'p' and oid = to_regclass(${table})`.execute(db)
  return rows.length > 0
}

/** Drops the weeks that were over at a time; on the embedded database there are none. */
export async function dropWeeks(db: Database, before: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = to_regclass(${table}) and relname ~ ${`^${table}_\\d{4}_\\d\\d_\\d\\d$`}
    order by relname`.execute(db)
  const kept = weekOf(before).replaceAll('-', '_')
  const old = rows.flatMap(({ name }) => (name < `${table}_${kept}` ? [name] : []))
  for (const name of old) await dropTable(db, name)
  return old
}
