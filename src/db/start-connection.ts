import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Database, OpenDatabase } from './database.ts'
import { SafeClient } from './safe-client.ts'
import type { Tables } from './tables.ts'

const connectTimeoutMs = 3_000
// Any number, as long as nobody else uses it in this database and all versions of Koogate agree.
const startLock = 5_664_428_301

/** What the work at a start speaks to. */
export interface StartConnection {
  readonly db: Database
  /** Whether big tables are kept by month; on the embedded database they stay small. */
  readonly partitioned: boolean
}

/**
 * Does the work of a start on a connection of its own that no time-out ends, neither one of ours nor
 * one that the server sets: a migration takes as long as there is data. Of several replicas one works
 * at a time and the others wait; the lock goes with the connection, however that ends.
 */
export async function atStart(
  { db, target }: OpenDatabase,
  work: (connection: StartConnection) => Promise<void>,
): Promise<void> {
  if ('pglite' in target) {
    await work({ db, partitioned: false })
    return
  }
  const client = new SafeClient({
    connectionString: target.url,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  })
  await client.connect()
  try {
    const own = kyselyOn(client)
    await liftTimeouts(own)
    await sql`select pg_advisory_lock(${sql.lit(startLock)})`.execute(own)
    await work({ db: own, partitioned: true })
  } finally {
    await client.end()
  }
}

function kyselyOn(client: pg.Client): Database {
  const connection = { query: client.query.bind(client), release: () => undefined }
  const pool = {
    options: {},
    connect: () => Promise.resolve(connection),
    end: () => Promise.resolve(),
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

// Of the settings with these names each version of Postgres has some.
async function liftTimeouts(db: Database): Promise<void> {
  await sql`
    select set_config(name, '0', false) from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout',
      'idle_session_timeout', 'idle_in_transaction_session_timeout')`.execute(db)
}
