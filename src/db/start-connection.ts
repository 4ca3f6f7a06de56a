import { sql } from 'kysely'
import type { Database, OpenDatabase } from './database.ts'
import { withOwnConnection } from './own-connection.ts'
import type { ServerTarget } from './session.ts'
import type { WaitsFor } from './start-watch.ts'

/** The lock under which replicas start one after the other. */
export const startLock = 5_664_428_301

/** What the work at a start speaks to. */
export interface StartConnection {
  readonly db: Database
  /** Whether big tables are kept by month; on the embedded database they stay small. */
  readonly partitioned: boolean
  readonly waitsFor: WaitsFor
}

/**
 * Does the work of a start, a migration above all, which takes as long as there is data. Of several
 * replicas one works at a time and the others wait; what it waits for is told.
 */
export async function atStart(
  database: OpenDatabase,
  work: (connection: StartConnection) => Promise<void>,
  waitsFor: WaitsFor = () => undefined,
): Promise<void> {
  const { target } = database
  const isServer = !('pglite' in target)
  const asked = () => waitsFor('another replica, which is starting')
  waitsFor('the database')
  await withOwnConnection(database, { id: startLock, ifTaken: 'wait', asked }, async (db) => {
    waitsFor('the database')
    if (isServer) await refuseUnsupported(db, target)
    await work({ db, partitioned: isServer, waitsFor })
  })
}

/** The server is set up in a way that this service does not work with; the message names the remedy. */
export class UnsupportedServerError extends Error {}

// What is not there yet is made; what a pooler does not let us set must be set by who runs it.
async function refuseUnsupported(db: Database, { pooled, schema }: ServerTarget): Promise<void> {
  if (schema !== undefined) await ensureSchema(db, schema)
  const { rows } = await sql<{ current: string | null; datestyle: string; strings: string }>`
    select current_schema as current, current_setting('datestyle') as datestyle,
      current_setting('standard_conforming_strings') as strings`.execute(db)
  const [found] = rows
  if (found === undefined || found.current === null) {
    throw new UnsupportedServerError('no schema of the search path exists')
  }
  if (schema !== undefined && found.current !== schema) {
    throw new UnsupportedServerError(
      `through the pooler a session begins in schema ${found.current} and not in KOOGATE_DATABASE_SCHEMA; run once: alter role <user> set search_path = ${schema}`,
    )
  }
  if (pooled && !(found.datestyle.startsWith('ISO') && found.strings === 'on')) {
    throw new UnsupportedServerError(
      'through the pooler a session must begin with datestyle ISO and standard_conforming_strings on',
    )
  }
}

async function ensureSchema(db: Database, schema: string): Promise<void> {
  const { rows } = await sql`select from pg_namespace where nspname = ${schema}`.execute(db)
  if (rows.length === 0) await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
}
