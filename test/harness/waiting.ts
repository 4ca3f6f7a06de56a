import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

/** The statements that wait for a lock on a table of this database: copies of a template share its oids. */
export async function waitingFor(table: string, db: Database): Promise<string[]> {
  const { rows } = await sql<{ query: string }>`
    select query from pg_locks join pg_stat_activity using (pid)
    where not granted and relation = ${table}::regclass
      and pg_locks.database = (select oid from pg_database where datname = current_database())`.execute(
    db,
  )
  return rows.map(({ query }) => query)
}
