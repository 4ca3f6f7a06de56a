import { sql } from 'kysely'
import type { Database } from './database.ts'
import { inTransaction } from './transaction.ts'

/** The tables that are kept by month, so that old months go by dropping a table. */
const tables = ['messages', 'events']
const monthsAhead = 2
// Beside the calls: whoever waits for the lock makes every call wait behind it.
const lockTimeout = '1s'

interface Month {
  /** `2026_11` */
  readonly name: string
  readonly from: Date
  readonly to: Date
}

/**
 * Makes the partitions of this month and the next ones; what belongs to none lies in a default one. Does nothing on the embedded database, where the tables are plain. Any replica may do it at
 * any time.
 */
export async function ensurePartitions(db: Database, now: Date): Promise<void> {
  for (const table of await partitionedTables(db)) {
    for (const month of monthsFrom(now)) await ensurePartition(db, table, month)
  }
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

// Attached and not created in place, which would lock out every call of the store meanwhile.
async function ensurePartition(db: Database, table: string, { name, from, to }: Month) {
  const partition = `${table}_${name}`
  const { rows } = await sql<{ made: boolean }>`
    select to_regclass(${partition}) is not null as made`.execute(db)
  if (rows[0]?.made === true) return
  await inTransaction(db, async (transaction) => {
    const run = (text: string) => sql.raw(text).execute(transaction)
    await run(`set local lock_timeout = '${lockTimeout}'`)
    await run(`create table ${partition} (like ${table} including defaults including constraints)`)
    await run(`alter table ${table} attach partition ${partition}
      for values from ('${firstIdAt(from)}') to ('${firstIdAt(to)}')`)
  }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== alreadyThere) throw error
  })
}

// Another replica made it meanwhile.
const alreadyThere = '42P07'
