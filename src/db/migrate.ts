import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'

const migrationTable = 'koogate_migrations'

/** The schema was made by a newer version of the code. */
export class NewerSchemaError extends Error {}

/**
 * Brings the schema up to this version of the code, under a lock: of several starting replicas one
 * does it. Throws NewerSchemaError when the database is ahead of the code.
 */
export async function migrate(db: Database): Promise<void> {
  await refuseNewerSchema(db)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(asKysely()) },
    migrationTableName: migrationTable,
    migrationLockTableName: `${migrationTable}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the schema could not be migrated', { cause: error })
}

async function refuseNewerSchema(db: Database): Promise<void> {
  const newer = (await appliedMigrations(db)).filter((name) => !(name in migrations))
  if (newer.length === 0) return
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

function asKysely(): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, statements]) => [name, { up: run(statements) }]),
  )
}

function run(statements: readonly string[]): Migration['up'] {
  return async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
