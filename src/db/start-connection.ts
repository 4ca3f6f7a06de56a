import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Database, OpenDatabase } from './database.ts'
import { type ServerTarget, connect, connectionConfig } from './session.ts'
import type { Tables } from './tables.ts'

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
  const client = await connect(connectionConfig(target))
  try {
    const own = kyselyOn(client)
    await refuseUnfitting(own, target)
    if (target.pooled) await whileLocked(target, () => work({ db: own, partitioned: true }))
    else {
      await liftTimeouts(own, 'session')
      await sql`select pg_advisory_lock(${sql.lit(startLock)})`.execute(own)
      await work({ db: own, partitioned: true })
    }
  } finally {
    await client.end()
  }
}

// Behind a pooler a lock lasts as long as a transaction, which keeps a session for itself.
async function whileLocked(target: ServerTarget, work: () => Promise<void>): Promise<void> {
  const client = await connect(connectionConfig(target))
  try {
    await kyselyOn(client)
      .transaction()
      .execute(async (locked) => {
        await liftTimeouts(locked, 'transaction')
        await sql`select pg_advisory_xact_lock(${sql.lit(startLock)})`.execute(locked)
        await work()
      })
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

/** Of the settings with these names each version of Postgres has some. */
export async function liftTimeouts(db: Database, of: 'session' | 'transaction'): Promise<void> {
  await sql`
    select set_config(name, '0', ${of === 'transaction'}) from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout',
      'idle_session_timeout', 'idle_in_transaction_session_timeout')`.execute(db)
}

/** The server is set up in a way that this service does not work with; the message names the remedy. */
export class UnfittingServerError extends Error {}

// What is not there yet is made; what a pooler does not let us set must be set by who runs it.
async function refuseUnfitting(db: Database, { pooled, schema }: ServerTarget): Promise<void> {
  if (schema !== undefined) await ensureSchema(db, schema)
  const { rows } = await sql<{ current: string | null; datestyle: string; strings: string }>`
    select current_schema as current, current_setting('datestyle') as datestyle,
      current_setting('standard_conforming_strings') as strings`.execute(db)
  const [found] = rows
  if (found === undefined || found.current === null) {
    throw new UnfittingServerError('no schema of the search path exists')
  }
  if (schema !== undefined && found.current !== schema) {
    throw new UnfittingServerError(
      `through the pooler a session begins in schema ${found.current} and not in KOOGATE_DATABASE_SCHEMA; run once: alter role <user> set search_path = ${schema}`,
    )
  }
  if (pooled && !(found.datestyle.startsWith('ISO') && found.strings === 'on')) {
    throw new UnfittingServerError(
      'through the pooler a session must begin with datestyle ISO and standard_conforming_strings on',
    )
  }
}

async function ensureSchema(db: Database, schema: string): Promise<void> {
  const { rows } = await sql`select from pg_namespace where nspname = ${schema}`.execute(db)
  if (rows.length === 0) await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
}
