import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Limits } from '../limits.ts'
import { isReadOnly } from './database-unavailable.ts'
import { SafeClient } from './safe-client.ts'
import { type ServerTarget, type SessionSettings, connectionConfig } from './session.ts'
import { statementLimit } from './statement-limit.ts'

/** What a pool is for. */
export interface PoolOptions {
  readonly connections: number
  /** Settings of its sessions. */
  readonly settings?: SessionSettings
  /** Those that behind a pooler each statement needs all the same, in a transaction of its own. */
  readonly pooledSettings?: SessionSettings
}

/**
 * A pool whose statements with parameters are prepared once for each connection: Postgres parses and
 * plans them once instead of at every call. The number of different texts is bounded by the queries
 * in db/, none of which builds a list of placeholders, and by the kinds of rows that meet in a group, of
 * which there are many: a connection is replaced before those add up. Behind a pooler nothing is prepared: the next
 * statement may meet another session.
 */
export function createPreparedStatementPool(
  target: ServerTarget,
  { connectWithinMs, queryWithinMs, idleConnectionMs, connectionLifeSeconds }: Limits,
  { connections, settings, pooledSettings }: PoolOptions,
): PostgresPool {
  const pool = new pg.Pool({
    ...connectionConfig(target, settings),
    max: connections,
    connectionTimeoutMillis: connectWithinMs,
    query_timeout: queryWithinMs,
    ...(!target.pooled && { statement_timeout: queryWithinMs }),
    idleTimeoutMillis: idleConnectionMs,
    maxLifetimeSeconds: connectionLifeSeconds,
    ...(target.pooled && shared),
    keepAlive: true,
    Client: SafeClient,
  })
  // An idle connection that breaks is replaced at the next call; without a listener it would end the process.
  pool.on('error', () => undefined)
  const run = target.pooled ? unprepared(pooledSettings) : prepared
  return {
    options: pool.options,
    connect: async () => withStatements(await pool.connect(), run),
    end: () => pool.end(),
  }
}

// In session mode a connection holds one of the pooler's for as long as it lasts, and those may be
// fewer than the connections here: what is idle, or was used often, makes room for who waits.
const shared = { idleTimeoutMillis: 50, maxUses: 20 }

/** Runs one statement on a connection. */
type RunStatement = (
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
) => Promise<pg.QueryResult>

const prepared: RunStatement = (client, text, values) =>
  client.query({ ...statement(text, values), ...(values.length > 0 && { name: nameOf(text) }) })

function unprepared(settings: SessionSettings = {}): RunStatement {
  const sets = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`)
  if (sets.length === 0) return (client, text, values) => client.query(statement(text, values))
  const begin = ['begin', ...sets].join('; ')
  return async (client, text, values) => {
    await client.query(begin)
    try {
      const result = await client.query(statement(text, values))
      await client.query('commit')
      return result
    } catch (error) {
      // A connection that is not used again rolls back by its end; to ask it would be to wait once more.
      if (leavesUsable(error)) await client.query('rollback')
      throw error
    }
  }
}

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function withStatements(client: pg.PoolClient, run: RunStatement): PostgresPoolClient {
  const known = wrapped.get(client)
  if (known !== undefined) return known
  let isUsable = true
  // Kysely calls query with text and values only; its cursor form is for streaming, which nothing here does.
  const query: unknown = async (text: string, values: readonly unknown[]) => {
    try {
      return await run(client, text, values)
    } catch (error) {
      isUsable &&= leavesUsable(error)
      if (!isStalePlan(error)) throw error
      // Nothing was done, so nobody has to hear of it; within a transaction, which is over, they do.
      return client.query(statement(text, values)).catch(() => {
        throw error
      })
    }
  }
  const made: PostgresPoolClient = {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || !isUsable),
  }
  wrapped.set(client, made)
  return made
}

function statement(text: string, values: readonly unknown[]): pg.QueryConfig {
  const withinMs = statementLimit()
  return {
    text,
    values: [...values],
    ...(withinMs !== undefined && { query_timeout: withinMs }),
  }
}

const featureNotSupported = '0A000'

// An error that Postgres tells of a statement leaves the connection as it was, unless the statement
// was prepared on tables that look different now, or the server is no primary any more: the next
// connection may lead to the new one. After any other, a time-out above all, an answer may still come
// or never will: such a connection is not used again.
function leavesUsable(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  return error.severity !== 'FATAL' && !isStalePlan(error) && !isReadOnly(error)
}

/** True where a newer replica has added a column to a table that the statement was prepared on. */
function isStalePlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === featureNotSupported
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
