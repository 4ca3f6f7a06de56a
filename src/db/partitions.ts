import { sql } from 'kysely'
import type { Database } from './database.ts'
import { inTransaction } from './transaction.ts'

/** The tables that are kept by month, so that old months go by dropping a table. */
const tables = ['messages', 'events', 'audit', 'outbound_calls'] as const
export type PartitionedTable = (typeof tables)[number]
const monthsAhead = 2
// Beside the calls: whoever waits for the lock makes every call wait behind it.
const lockTimeout = '1s'
// Any number that nobody else uses in this database.
const partitionLock = 5_664_428_302

interface Month {
  /** `2026_11` */
  readonly name: string
  readonly from: Date
  readonly to: Date
}

/**
 * Makes the partitions of this month and the next ones; what belongs to none lies in a default one.
 * Does nothing on the embedded database, where the tables are plain. Any replica may do it at any
 * time.
 */
export async function ensurePartitions(db: Database, now: Date): Promise<void> {
  const wanted = (await partitionedTables(db)).flatMap((table) =>
    monthsFrom(now).map((month) => ({ table, month })),
  )
  const made = await madeOf(db, wanted.map(partitionName))
  for (const one of wanted) {
    if (!made.has(partitionName(one))) await makePartition(db, one)
  }
}

interface MonthOf {
  readonly table: string
  readonly month: Month
}

function partitionName({ table, month }: MonthOf): string {
  return `${table}_${month.name}`
}

async function partitionedTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'p' and oid in (
      select to_regclass(name) from unnest(${tables}::text[]) name)`.execute(db)
  return rows.map(({ name }) => name)
}

/** The months from that of a time on. */
export function monthsFrom(now: Date, ahead = monthsAhead): Month[] {
  const first = (offset: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset))
  return Array.from({ length: ahead + 1 }, (_, offset) => {
    const from = first(offset)
    return { name: from.toISOString().slice(0, 7).replace('-', '_'), from, to: first(offset + 1) }
  })
}

/** The least UUID of version 7 of a time: it begins with its milliseconds. */
export function firstIdAt(time: Date): string {
  const digits = time.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}

async function makePartition(db: Database, partition: MonthOf): Promise<void> {
  const { table, month } = partition
  const bounds = { from: firstIdAt(month.from), to: firstIdAt(month.to) }
  await attachPartition(db, table, { name: partitionName(partition), ...bounds })
}

/** A partition by its name, from its first value to that of the next one. */
export interface Partition {
  readonly name: string
  readonly from: string
  readonly to: string
}

/**
 * Makes a partition, unless a replica that does so at once came first. Attached and not created in place,
 * which would lock out every call of the store meanwhile.
 */
export async function attachPartition(
  db: Database,
  table: string,
  { name, from, to }: Partition,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const run = (text: string) => sql.raw(text).execute(transaction)
    await run(`set local lock_timeout = '${lockTimeout}'`)
    await run(`select pg_advisory_xact_lock(${partitionLock})`)
    if ((await madeOf(transaction, [name])).has(name)) return
    await run(`create table ${name} (like ${table} including defaults including constraints)`)
    await run(
      `alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}')`,
    )
  })
}

/**
 * From when on rows are kept that need not be kept from before a time: on a server months go as a whole,
 * so it is the beginning of its month.
 */
export async function keptFrom(db: Database, table: PartitionedTable, time: Date): Promise<Date> {
  if (!(await partitionedTables(db)).includes(table)) return time
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth()))
}

/**
 * Drops the partitions of months that were over at a time. On the embedded database there are none.
 * Returns their names.
 */
export async function dropPartitions(
  db: Database,
  table: PartitionedTable,
  before: Date,
): Promise<string[]> {
  const old = (await listPartitions(db, table)).filter((name) => endOfMonth(name) <= before)
  for (const name of old) await dropTable(db, name)
  return old
}

/** Drops a partition, unless somebody holds it: then the next one to come does. */
export async function dropTable(db: Database, name: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await sql.raw(`set local lock_timeout = '${lockTimeout}'`).execute(transaction)
    await sql`drop table if exists ${sql.table(name)}`.execute(transaction)
  })
}

async function listPartitions(db: Database, table: PartitionedTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = to_regclass(${table}) and relname ~ ${`^${table}_\\d{4}_\\d\\d$`}
    order by relname`.execute(db)
  return rows.map(({ name }) => name)
}

function endOfMonth(partition: string): Date {
  const [year, month] = partition.split('_').slice(-2).map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 0))
}

/**
 * Which of these tables there are. Read from the table: to_regclass may answer from a cache that is older
 * than the lock.
 */
export async function madeOf(
  db: Database,
  tables: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relname = any(${tables}::text[]) and relnamespace = current_schema::regnamespace`.execute(
    db,
  )
  return new Set(rows.map(({ name }) => name))
}
