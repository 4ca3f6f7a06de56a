import pg from 'pg'
import { until } from './until.ts'

/** A lock that lets nobody read or write a table until it is given back. */
export interface TableLock {
  release(): Promise<void>
}

export async function lockTable(
  databaseUrl: string | undefined,
  table: string,
): Promise<TableLock> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${client.escapeIdentifier(table)} in access exclusive mode`)
  return {
    async release() {
      await client.query('commit')
      // What waited for the lock goes on; it is done when no connection has anything to do.
      const busy = `select count(*)::int as busy from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`
      await until(
        () => client.query<{ busy: number }>(busy),
        ({ rows }) => rows[0]?.busy === 0,
      )
      await client.end()
    },
  }
}
