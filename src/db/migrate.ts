import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'
import { type Migrations, migrationsOf } from './migrations/index.ts'
import { makeSmallIndexes } from './make-indexes.ts'
import { ensurePartitions } from './partitions.ts'
import { ensureWeeks } from './usage/weeks.ts'
import { liftTimeouts } from './own-connection.ts'
import type { StartConnection } from './start-connection.ts'

const migrationTable = 'koogate_migrations'

/** The schema was made by a newer version of the code. */
export class NewerSchemaError extends Error {}

/** The schema could not be made or changed; the message tells why. */
export class MigrationError extends Error {}

/**
 * Brings the tables up to this version of the code, under a lock: of several starting replicas one
 * does it, and the others wait. Throws NewerSchemaError when the database is ahead of the code,
 * MigrationError when a change does not succeed.
 */
export async function migrate(
  { db, partitioned, waitsFor }: StartConnection,
  all: Migrations = migrationsOf({ partitioned }),
): Promise<void> {
  waitsFor('the change of the schema')
  const applied = await refuseOtherSchema(db, all)
  // What looks for itself reads every column of the database.
  if (applied.length < Object.keys(all).length) await migrateToLatest(db, all)
  waitsFor('partitions and indexes')
  await ensurePartitions(db, new Date())
  await ensureWeeks(db, new Date())
  await makeSmallIndexes(db)
}

async function migrateToLatest(db: Database, all: Migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(asKysely(all)) },
    migrationTableName: migrationTable,
    migrationTableSchema: await currentSchema(db),
    migrationLockTableName: `${migrationTable}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw migrationError(error)
}

// Another schema of the database may hold another Koogate, whose tables are not ours.
async function currentSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema as name`.execute(db)
  return rows[0]?.name ?? 'public'
}

function migrationError(cause: unknown): MigrationError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new MigrationError(`the schema could not be migrated (${why})`, { cause })
}

// The migrations of 0.1, which had no data to keep.
const foundation = '0001-foundation'

/** Returns what is applied: of these migrations, and no others. */
async function refuseOtherSchema(db: Database, all: object): Promise<readonly string[]> {
  const applied = await appliedMigrations(db)
  if (applied.includes(foundation)) {
    throw new MigrationError(
      'the database was made by Koogate 0.1, whose data this version does not take over; give it an empty one',
    )
  }
  const newer = applied.filter((name) => !(name in all))
  if (newer.length === 0) return applied
  throw new NewerSchemaError(`the database was migrated by a newer Koogate (${newer.join(', ')})`)
}

async function appliedMigrations(db: Database): Promise<string[]> {
  const { rows: found } = await sql<{ made: boolean }>`
    select to_regclass(${migrationTable}) is not null as made`.execute(db)
  if (found[0]?.made !== true) return []
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(migrationTable)} order by name`.execute(db)
  return rows.map(({ name }) => name)
}

function asKysely(all: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(all).map(([name, statements]) => [name, { up: run(statements) }]),
  )
}

function run(statements: readonly string[]): Migration['up'] {
  return async (db) => {
    await liftTimeouts(db as Database, 'transaction')
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
