import type pg from 'pg'
import { isUuid } from '../../src/domain/uuid.ts'

interface Column {
  readonly name: string
  readonly type: string
}

/**
 * Fills a database with copies of what a few calls left in it: each row that holds one of the ids is
 * copied with others in their place, and the copies lie a millisecond apart before it, in this month.
 * It reads from the catalogue which tables and columns there are. Copies of events come last in the feed.
 * Returns how many rows were made.
 */
export async function multiply(
  client: pg.Client,
  ids: readonly string[],
  copies: number,
): Promise<number> {
  await client.query(`set time zone 'UTC'`)
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and not relispartition`,
  )
  let made = 0
  for (const { name } of rows) {
    if (name === queue) continue
    const copying = { ids, copies }
    made += await (name === feed
      ? multiplyFeed(client, copying)
      : multiplyTable(client, name, copying))
  }
  return made
}

// What waits there gets its positions, under ids that it brings along: a copy would be a second event.
const queue = 'event_outbox'
const feed = 'event_feed'

/** Gives the copies positions behind the last one, as the relay does, while it gives none. */
async function multiplyFeed(client: pg.Client, copying: Copying): Promise<number> {
  await client.query('begin')
  await client.query('select from event_feed_state for update')
  const made = await multiplyTable(client, feed, copying)
  await client.query(
    'update event_feed_state set position = (select max(position) from event_feed)',
  )
  await client.query('commit')
  return made
}

interface Copying {
  readonly ids: readonly string[]
  readonly copies: number
}

async function multiplyTable(client: pg.Client, table: string, { ids, copies }: Copying) {
  const patterns = ids.map((id) => `%${id}%`)
  await client.query('drop table if exists sample')
  await client.query(`create temporary table sample as select * from ${table} limit 0`)
  await client.query(`insert into sample select * from ${table} t where t::text like any ($1)`, [
    patterns,
  ])
  const columns = await columnsOf(client, table)
  const values: string[] = []
  for (const column of columns) {
    const isPosition = table === feed && column.name === position
    const held = (await holdsId(client, column, patterns)) ? ids : []
    values.push(isPosition ? nextPosition : valueOf(column, held))
  }
  const fresh = ids.map((id, index) => `${freshId(id)} as fresh${index}`)
  const { rowCount } = await client.query(
    `insert into ${table} (${columns.map(({ name }) => name).join(', ')})
      select ${values.join(', ')} from sample,
        (select copy_number, ${fresh.join(', ')} from generate_series(1, ${copies}) copy_number offset 0) copy`,
  )
  return rowCount ?? 0
}

/** Columns that the database does not fill by itself. */
async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select quote_ident(attname) as name, atttypid::regtype::text as type
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = $1::regclass and attnum > 0 and not attisdropped
        and attgenerated = '' and attidentity = ''
        and coalesce(pg_get_expr(adbin, adrelid), '') not like 'nextval%'`,
    [table],
  )
  return rows
}

async function holdsId(client: pg.Client, { name }: Column, patterns: readonly string[]) {
  const { rows } = await client.query<{ holds: boolean | null }>(
    `select bool_or(${name}::text like any ($1)) as holds from sample`,
    [patterns],
  )
  return rows[0]?.holds === true
}

// As quote_ident writes it.
const position = '"position"'
const nextPosition =
  '(select position from event_feed_state) + row_number() over (order by copy_number)'

function valueOf({ name, type }: Column, ids: readonly string[]): string {
  if (ids.length > 0) {
    const replaced = ids.reduce(
      (text, id, index) => `replace(${text}, '${id}', fresh${index})`,
      `${name}::text`,
    )
    return `(${replaced})::${type}`
  }
  if (type === 'uuid')
    return `case when ${name} is not null then uuidv7(-copy_number * interval '1 ms') end`
  if (!type.startsWith('timestamp')) return name
  const earlier = `greatest(${name} - copy_number * interval '1 ms', date_trunc('month', now()))`
  return `case when ${name} is not null then ${earlier} end`
}

// An id of the same kind, spread as widely: the pages of an index that are written depend on that.
function freshId(id: string): string {
  return isUuid(id)
    ? `md5('${id}' || copy_number)::uuid::text`
    : `left(md5('${id}' || copy_number), 16) || '-${id}'`
}
