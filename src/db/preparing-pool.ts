import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

// The store hangs up after 5 s and an answer leaves within 4 s, so nothing waits longer here.
const connectTimeoutMs = 3_000
const queryTimeoutMs = 4_000
const connections = 16

/**
 * A pool whose statements with parameters are prepared once for each connection: Postgres parses and
 * plans them once instead of at every call. The number of different texts is bounded by the queries
 * in db/, none of which builds a list of placeholders.
 */
export function createPreparingPool(url: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    statement_timeout: queryTimeoutMs,
    keepAlive: true,
  })
  // An idle connection that breaks is replaced at the next call; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    options: pool.options,
    connect: async () => preparing(await pool.connect()),
    end: () => pool.end(),
  }
}

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const known = wrapped.get(client)
  if (known !== undefined) return known
  // Kysely calls query with text and values only; its cursor form is for streaming, which nothing here does.
  const query: unknown = (text: string, values: readonly unknown[]) =>
    client.query({
      text,
      values: [...values],
      ...(values.length > 0 && { name: nameOf(text) }),
    })
  const made: PostgresPoolClient = {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
  wrapped.set(client, made)
  return made
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
