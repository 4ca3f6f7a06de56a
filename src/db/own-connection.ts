import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Database, OpenDatabase } from './database.ts'
import { type ServerTarget, connect, connectionConfig, disconnect } from './session.ts'
import type { Tables } from './tables.ts'

/** A lock of the whole database. */
export interface DatabaseLock {
  /** Any number, as long as nobody else uses it in this database and all versions of Koogate agree. */
  readonly id: number
  /** What is done while another process has it: the work waits, or is left to the other. */
  readonly ifTaken: 'wait' | 'leave'
  /** Hears that it is asked for. */
  readonly asked?: () => void
}

/**
 * Does long work under a lock, on a connection of its own that no time-out of ours ends; one of the
 * server is lifted too, but behind a pooler only whoever runs the server can do that. The lock goes
 * with the connection, however that ends. The embedded database has one process and needs none.
 */
export async function withOwnConnection(
  { db, target }: OpenDatabase,
  lock: DatabaseLock,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  if ('pglite' in target) return work(db)
  await whileConnected(target, async (own) => {
    if (target.pooled) return whileLocked(target, lock, () => work(own))
    await liftTimeouts(own, 'session')
    if (await takeLock(own, lock, 'session')) await work(own)
  })
}

// Behind a pooler a lock lasts as long as a transaction, which keeps a session for itself. At this
// level it holds no snapshot meanwhile, for which an index that is made concurrently would wait.
function whileLocked(
  target: ServerTarget,
  lock: DatabaseLock,
  work: () => Promise<void>,
): Promise<void> {
  return whileConnected(target, (other) =>
    other
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (locked) => {
        await liftTimeouts(locked, 'transaction')
        if (await takeLock(locked, lock, 'transaction')) await work()
      }),
  )
}

/** Takes a lock; false where another process has it and it is not waited for. */
async function takeLock(
  db: Database,
  { id, ifTaken, asked }: DatabaseLock,
  during: 'session' | 'transaction',
): Promise<boolean> {
  const lock = during === 'session' ? 'advisory_lock' : 'advisory_xact_lock'
  asked?.()
  if (ifTaken === 'wait') {
    await sql`select ${sql.raw(`pg_${lock}`)}(${sql.lit(id)})`.execute(db)
    return true
  }
  const { rows } = await sql<{ ours: boolean }>`
    select ${sql.raw(`pg_try_${lock}`)}(${sql.lit(id)}) as ours`.execute(db)
  return rows[0]?.ours === true
}

async function whileConnected(
  target: ServerTarget,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const client = await connect(connectionConfig(target))
  try {
    await work(kyselyOn(client))
  } finally {
    await disconnect(client)
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

/** Of the settings with these names each version of Postgres has some. */
export async function liftTimeouts(db: Database, of: 'session' | 'transaction'): Promise<void> {
  await sql`
    select set_config(name, '0', ${of === 'transaction'}) from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout',
      'idle_session_timeout', 'idle_in_transaction_session_timeout')`.execute(db)
}
