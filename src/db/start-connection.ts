import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { type ConstructorOptions, fromPglite } from 'pg-boss'
import type { Database, OpenDatabase } from './database.ts'
import { SafeClient } from './safe-client.ts'
import type { Tables } from './tables.ts'

const connectTimeoutMs = 3_000
// Any number, as long as nobody else uses it in this database and all versions of Koogate agree.
const startLock = 5_664_428_301

/** What the work at a start speaks to. */
export interface StartConnection {
  readonly db: Database
  /** The same connection, as the job queue takes it. */
  readonly jobs: Pick<ConstructorOptions, 'db' | 'backend'>
  /** Whether big tables are kept by month; on the embedded database they stay small. */
  readonly partitioned: boolean
}

/**
 * Does the work of a start on a connection of its own that no time-out ends, neither one of ours nor
 * one that the server sets: a migration takes as long as there is data. Of several replicas one works
 * at a time and the others wait; the lock goes with the connection, however that ends.
 */
export async function atStart(
  { db, target: place }: OpenDatabase,
  work: (connection: StartConnection) => Promise<void>,
): Promise<void> {
  if ('pglite' in place) {
    const jobs = { db: fromPglite(place.pglite), backend: 'pglite' } as const
    await work({ db, jobs, partitioned: false })
    return
  }
  const client = new SafeClient({
    connectionString: place.url,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  })
  await client.connect()
  try {
    const own = kyselyOn(client)
    await liftTimeouts(own)
    await sql`select pg_advisory_lock(${sql.lit(startLock)})`.execute(own)
    await work({ db: own, jobs: { db: { executeSql: inTurn(client) } }, partitioned: true })
  } finally {
    await client.end()
  }
}

// The job queue asks several things at once; a connection answers one after the other.
function inTurn(client: pg.Client): (text: string, values?: unknown[]) => Promise<pg.QueryResult> {
  let last: Promise<unknown> = Promise.resolve()
  return (text, values) => {
    const result = last.then(() => client.query(text, values))
    // The library's pool throws a connection away whose statement failed; here it may stand in the
    // middle of a transaction that has to end before the next one.
    last = result.catch(() => client.query('rollback').catch(() => undefined))
    return result
  }
}

function kyselyOn(client: pg.Client): Database {
  const lent = { query: client.query.bind(client), release: () => undefined }
  const pool = { options: {}, connect: () => Promise.resolve(lent), end: () => Promise.resolve() }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

// Of the settings with these names each version of Postgres has some.
async function liftTimeouts(db: Database): Promise<void> {
  await sql`
    select set_config(name, '0', false) from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout',
      'idle_session_timeout', 'idle_in_transaction_session_timeout')`.execute(db)
}
