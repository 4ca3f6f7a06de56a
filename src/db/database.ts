import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Limits, defaultLimits } from '../limits.ts'
import { lockFolder, watchFolder } from './embedded/folder-lock.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { createEmbeddedDialect } from './embedded/dialect.ts'
import { type PoolOptions, createPreparedStatementPool } from './prepared-statement-pool.ts'
import { raceTimeout } from '../race-timeout.ts'
import { type KnownLayouts, createKnownLayouts } from './binary/row-layouts.ts'
import type { ServerTarget } from './session.ts'
import type { Tables } from './tables.ts'
import { writtenTables } from './unit-of-work-inserts.ts'

/** Queries go to a pool of connections, or inside a transaction to the one that has it. */
export type Database = Kysely<Tables>

/** An open database: what the queries speak to, and where it is. */
export interface OpenDatabase {
  readonly db: Database
  /** The same server, for statements of several calls: they do not wait long for a row that is locked. */
  readonly groups: Database
  /** The same server, for reported usage: of its one large statement a plan is made once for a connection. */
  readonly usage: Database
  /** The same server, for what many requests have reported: its statement joins what it was given, in memory. */
  readonly usageGroups: Database
  /** The same server, for the management API, so that its lists take no connection from the calls. */
  readonly management: Database
  /** Of the tables that units of work are written to; the embedded server is given text alone. */
  readonly layouts?: KnownLayouts
  readonly target: ServerTarget | { readonly pglite: PGlite }
  /** Whether a next start would find what is written: of a folder, that nobody has moved it away. */
  isInPlace(): boolean
  close(): Promise<void>
}

/** Opens a Postgres server; connections are made at first use. */
export function openServer(
  server: string | ServerTarget,
  limits: Limits = defaultLimits,
): OpenDatabase {
  const target = typeof server === 'string' ? { url: server, pooled: false } : server
  const open = (options: PoolOptions) =>
    new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: createPreparedStatementPool(target, limits, options) }),
    })
  const pools = {
    db: open({ connections: limits.databaseConnections, settings: byIndex }),
    groups: open(ofSeveralCalls),
    management: open(lists),
    usage: open(usage),
    usageGroups: open(usageGroups),
  }
  const close = async () => {
    const closed = Promise.all(Object.values(pools).map((pool) => pool.destroy()))
    // A server that does not answer lets no connection go.
    await raceTimeout(limits.closeWithinMs, closed, () => undefined)
  }
  const layouts = createKnownLayouts(writtenTables)
  return { ...pools, layouts, target, isInPlace: () => true, close }
}

/**
 * Keys are looked up by their index: what is prepared while the tables are small must not read them
 * whole later, until the server looks at them anew. Without jit, since what has no index all the same
 * would seem to be worth it.
 */
const byIndex = {
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
}
const ofSeveralCalls: PoolOptions = {
  connections: 2,
  settings: { lock_timeout: '300ms', ...byIndex },
  pooledSettings: { lock_timeout: '300ms' },
}
// Postgres would make five plans of it for each connection, which take longer than it does, before it
// keeps one.
const planned = { plan_cache_mode: 'force_generic_plan' }
const usage: PoolOptions = { connections: 12, settings: { ...byIndex, ...planned } }
// Its one table that is read has a lateral join, which is by index whatever the table holds.
const usageGroups: PoolOptions = {
  connections: 2,
  settings: { ...byIndex, enable_hashjoin: 'on', ...planned },
}
/**
 * Of the lists: a plan for the values that are asked, since an index for rare ones serves no others;
 * and by the costs of an SSD.
 */
export const listSettings = { plan_cache_mode: 'force_custom_plan', random_page_cost: '1.1' }
const lists: PoolOptions = { connections: 4, settings: listSettings }

/**
 * Opens the embedded Postgres below a folder, made at first use. Throws FolderInUseError when
 * another process has it open.
 */
export async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const unlock = lockFolder(folder)
  const isInPlace = watchFolder(folder)
  const { PGlite } = await import('@electric-sql/pglite')
  // Postgres takes 128 MB unless told, and clears them: 0.5 s of each start.
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']
  const pglite = await PGlite.create(await ensureCluster(folder), { startParams })
  const db = new Kysely<Tables>({ dialect: createEmbeddedDialect(pglite) })
  const close = async () => {
    await db.destroy()
    unlock()
  }
  return {
    db,
    groups: db,
    management: db,
    usage: db,
    usageGroups: db,
    target: { pglite },
    isInPlace,
    close,
  }
}

// bigint columns are quantities far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
