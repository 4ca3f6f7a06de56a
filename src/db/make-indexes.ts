import { sql } from 'kysely'
import type { Database, OpenDatabase } from './database.ts'
import { type ListIndex, formerIndexes, listIndexes } from './list-indexes.ts'
import { withOwnConnection } from './own-connection.ts'
import { errorFields } from './error-fields.ts'

// So much is indexed in a moment, in which the calls that write to the table wait.
const smallBytes = 64 * 1024 * 1024
/** Whoever makes indexes without locking a table holds it. */
export const indexLock = 5_664_428_303
const queryCanceled = '57014'

/**
 * Makes the missing indexes of small tables, and drops the former ones, as part of a start: a new
 * database has all of them.
 */
export async function makeSmallIndexes(db: Database): Promise<void> {
  for (const { name, table, on, bytes } of await missing(db)) {
    if (bytes > smallBytes) continue
    await run(db, `drop index if exists ${name}`)
    await run(db, `create index ${name} on ${table} ${on}`)
  }
  for (const { name, bytes } of await unwanted(db)) {
    if (bytes <= smallBytes) await run(db, `drop index if exists ${name}`)
  }
}

/** The server ended the making of an index; the message says what to do. */
export class IndexCancelledError extends Error {}

/**
 * Makes the indexes that are still missing without locking a table, however long that takes, and drops
 * the former ones likewise; until then the lists that want them are slow. One replica does it, the
 * others have nothing to do. Once the process stops none is begun. Throws IndexCancelledError when the
 * server ends it.
 */
export async function makeLargeIndexes(
  database: OpenDatabase,
  stopping?: AbortSignal,
): Promise<void> {
  const { db } = database
  if ((await missing(db)).length + (await unwanted(db)).length === 0) return
  const lock = { id: indexLock, ifTaken: 'leave' } as const
  await withOwnConnection(database, lock, (own) => makeConcurrently(own, stopping))
}

async function makeConcurrently(db: Database, stopping?: AbortSignal): Promise<void> {
  for (const { name, table, on } of await missing(db)) {
    if (stopping?.aborted === true) return
    const parts = await partitionsOf(db, table)
    if (parts.length === 0) {
      await makeOn(db, { name, table, on })
      continue
    }
    await run(db, `create index if not exists ${name} on only ${table} ${on}`)
    for (const part of parts) {
      const own = `${part}${name.slice(table.length)}`
      await makeOn(db, { name: own, table: part, on })
      await run(db, `alter index ${name} attach partition ${own}`)
    }
  }
  for (const { name } of await unwanted(db)) {
    if (stopping?.aborted === true) return
    await run(db, `drop index concurrently if exists ${name}`)
  }
}

// What broke off while it was made is there, and is good for nothing.
async function makeOn(db: Database, { name, table, on }: ListIndex): Promise<void> {
  if (await isValid(db, name)) return
  await run(db, `drop index concurrently if exists ${name}`)
  try {
    await run(db, `create index concurrently ${name} on ${table} ${on}`)
  } catch (error) {
    throw errorFields(error).code === queryCanceled ? await cancelled(db, name) : error
  }
}

// What is left of it would cost each write as much as a whole one.
async function cancelled(db: Database, name: string): Promise<IndexCancelledError> {
  await run(db, `drop index concurrently if exists ${name}`).catch(() => undefined)
  return new IndexCancelledError(
    `index ${name} could not be made: the server cancelled it, perhaps after its statement_timeout, which cannot be lifted through a pooler. Some lists are slow until it is there. Start one replica with a DATABASE_URL that leads to Postgres itself, and KOOGATE_DATABASE_POOLED not true. It is not tried again before the next start`,
  )
}

/** Whether these indexes can be used: those of a large table are made while the service runs. */
export async function areMade(db: Database, names: readonly string[]): Promise<boolean> {
  const made = await Promise.all(names.map((name) => isValid(db, name)))
  return !made.includes(false)
}

interface Missing extends ListIndex {
  /** Of the table with its partitions. */
  readonly bytes: number
}

// One statement: every replica asks each minute, and each start.
async function missing(db: Database): Promise<Missing[]> {
  const { rows } = await sql<{ name: string; bytes: string | number | null }>`
    select name, (select sum(pg_relation_size(relid))::bigint
      from pg_partition_tree("table"::regclass)) as bytes
    from json_to_recordset(${JSON.stringify(listIndexes)}::json) as wanted (name text, "table" text)
    where not exists (
      select from pg_index where indexrelid = to_regclass(name) and indisvalid)`.execute(db)
  const sizes = new Map(rows.map(({ name, bytes }) => [name, Number(bytes ?? 0)]))
  return listIndexes.flatMap((index) => {
    const bytes = sizes.get(index.name)
    return bytes === undefined ? [] : [{ ...index, bytes }]
  })
}

// Of a small table it goes at the next start, with no more ado.
async function unwanted(db: Database): Promise<Pick<Missing, 'name' | 'bytes'>[]> {
  const { rows } = await sql<{ name: string; bytes: string | number }>`
    select name, pg_relation_size("table"::regclass) as bytes
    from json_to_recordset(${JSON.stringify(formerIndexes)}::json) as former (name text, "table" text)
    where to_regclass(name) is not null`.execute(db)
  return rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }))
}

async function isValid(db: Database, name: string): Promise<boolean> {
  const { rows } = await sql`
    select from pg_index where indexrelid = to_regclass(${name}) and indisvalid`.execute(db)
  return rows.length > 0
}

async function partitionsOf(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = ${table}::regclass order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

async function run(db: Database, statement: string): Promise<void> {
  await sql.raw(statement).execute(db)
}
