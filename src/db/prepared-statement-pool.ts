import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Limits } from '../limits.ts'
import { SafeClient } from './safe-client.ts'
import { statementLimit } from './statement-limit.ts'

/** What a pool is for. */
export interface PoolOptions {
  readonly connections: number
  /** Settings of its sessions, as Postgres names them. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * A pool whose statements with parameters are prepared once for each connection: Postgres parses and
 * plans them once instead of at every call. The number of different texts is bounded by the queries
 * in db/, none of which builds a list of placeholders.
 */
export function createPreparedStatementPool(
  url: string,
  { connectWithinMs, queryWithinMs, idleConnectionMs }: Limits,
  { connections, settings = {} }: PoolOptions,
): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectWithinMs,
    query_timeout: queryWithinMs,
    statement_timeout: queryWithinMs,
    idleTimeoutMillis: idleConnectionMs,
    options: optionsOf(settings),
    keepAlive: true,
    Client: SafeClient,
  })
  // An idle connection that breaks is replaced at the next call; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    options: pool.options,
    connect: async () => withPreparedStatements(await pool.connect()),
    end: () => pool.end(),
  }
}

function optionsOf(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function withPreparedStatements(client: pg.PoolClient): PostgresPoolClient {
  const known = wrapped.get(client)
  if (known !== undefined) return known
  let isUsable = true
  // Kysely calls query with text and values only; its cursor form is for streaming, which nothing here does.
  const query: unknown = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(statement(text, values))
    } catch (error) {
      isUsable &&= leavesUsable(error)
      throw error
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
    ...(values.length > 0 && { name: nameOf(text) }),
    ...(withinMs !== undefined && { query_timeout: withinMs }),
  }
}

const stalePlan = '0A000'

// An error that Postgres tells of a statement leaves the connection as it was, unless the statement
// was prepared on tables that look different now. After any other, a time-out above all, an answer
// may still come or never will: such a connection is not used again.
function leavesUsable(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  return error.severity !== 'FATAL' && error.code !== stalePlan
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
