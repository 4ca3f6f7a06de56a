import type pg from 'pg'
import { createDatabase, withClient } from '../../test/harness/postgres.ts'
import { contenders, type Name, startService } from './contenders.ts'
import type { Program } from './program.ts'

/** A program with its own database on the server that all share. */
export interface Contender {
  readonly program: Program
  readonly databaseUrl: string
  /** A connection to the server, to ask what was used. */
  readonly server: pg.Client
}

/** Starts every program, each on an empty database. */
export async function startContenders(
  postgresUrl: string,
  server: pg.Client,
): Promise<Record<Name, Contender>> {
  const started: [string, Contender][] = []
  for (const [name, start] of Object.entries(contenders)) {
    const databaseUrl = await createDatabase(postgresUrl, 'empty')
    started.push([name, { program: await start(databaseUrl), databaseUrl, server }])
  }
  return Object.fromEntries(started) as Record<Name, Contender>
}

/** A database that has the tables of the service, and nothing in them. */
export async function withTables(postgresUrl: string): Promise<string> {
  const databaseUrl = await createDatabase(postgresUrl, 'empty')
  await (await startService(databaseUrl)).stop()
  return databaseUrl
}

/**
 * Leaves a database as one that has run for a while: after it was filled or fully loaded, tables are to
 * be vacuumed and pages to be written, for which every commit waits.
 */
export function settle(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}
