import type pg from 'pg'
import { migrations } from '../../src/db/migrations/index.ts'

// As the migrator makes them.
const migrationTables = [
  `create table koogate_migrations (name varchar(255) primary key, timestamp varchar(255) not null)`,
  `create table koogate_migrations_lock (id varchar(255) primary key, is_locked integer default 0 not null)`,
]

// Their rows are there with the schema, or by a trigger.
const madeByMigrations = ['event_feed_state', 'event_topics', 'webhook_attempts_state']
// What waits there is taken out at once.
const emptySoon = ['event_outbox']

/**
 * The schema of this version and what lies in a database of it, as statements. A sample has a row of
 * every table.
 */
export async function dump(client: pg.Client, { isSample = true } = {}): Promise<string> {
  await client.query(`set time zone 'UTC'`)
  const statements = [
    ...migrationTables,
    ...Object.values(migrations)
      .flat()
      .map((statement) => statement.replace(/^ {4}/gm, '')),
    ...(await partitions(client)),
    ...(await contents(client, isSample)),
  ]
  return statements.map((statement) => `${statement};\n`).join('\n')
}

// What comes from the store, the browser or an outage, and from none of the calls of the sample.
const families = ['usage', 'sso', 'reconciliation', 'license_code', 'kit_', 'order_del', 'outbound']

/** Gives each table of those families that is empty one row: every column that must have a value has one. */
export async function fillEmpty(client: pg.Client, encrypted: Buffer): Promise<void> {
  for (const table of await tables(client)) {
    const { rowCount } = await client.query(`select from ${table} limit 1`)
    const isOfFamily = families.some((family) => table.startsWith(family))
    if (rowCount !== 0 || !isOfFamily) continue
    const { rows } = await client.query<{ name: string; type: string; parent: string | null }>(
      `select attname as name, atttypid::regtype::text as type, confrelid::regclass::text as parent
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        left join pg_constraint on conrelid = attrelid and contype = 'f' and attnum = any (conkey)
        where attrelid = $1::regclass and attnum > 0 and attnotnull and attidentity = ''
          and attgenerated = '' and pg_attrdef.oid is null`,
      [table],
    )
    const values = rows.map(({ type, parent }) =>
      parent === null ? sampleOf(type) : `(select id from ${parent} limit 1)`,
    )
    await client.query(
      `insert into ${table} (${rows.map(({ name }) => name).join()}) values (${values.join()})`,
      values.includes('$1') ? [encrypted] : [],
    )
  }
}

function sampleOf(type: string): string {
  if (type === 'bytea') return '$1'
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'date') return 'current_date'
  if (type.startsWith('json')) return `'[]'`
  if (type === 'boolean') return 'false'
  return type.startsWith('text') ? `'sample'` : '1'
}

async function partitions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('create table %s partition of %s %s', inhrelid::regclass, inhparent::regclass,
      pg_get_expr(relpartbound, inhrelid)) as statement
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and pg_get_expr(relpartbound, inhrelid) <> 'DEFAULT' order by 1`)
  return rows.map(({ statement }) => statement)
}

async function contents(client: pg.Client, isSample: boolean): Promise<string[]> {
  const statements: string[] = []
  for (const table of await tables(client)) {
    const { rows } = await client.query<{ rows: string | null }>(
      `select jsonb_pretty(jsonb_agg(t)) as rows from ${table} t`,
    )
    const sample = rows[0]?.rows ?? undefined
    if (sample === undefined && isSample && !emptySoon.includes(table)) {
      throw new Error(`no row of ${table} is in the sample`)
    }
    if (sample === undefined) continue
    statements.push(
      ...(madeByMigrations.includes(table) ? [`delete from ${table}`] : []),
      `insert into ${table} select * from json_populate_recordset(null::${table},\n${client.escapeLiteral(sample)})`,
    )
  }
  return statements
}

/** The tables, partitions left out; what others refer to comes first. */
async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by (select count(*) from pg_constraint where conrelid = pg_class.oid and contype = 'f'), 1`)
  return rows.map(({ name }) => name)
}
