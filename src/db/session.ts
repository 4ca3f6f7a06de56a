import type { ClientConfig } from 'pg'
import { raceTimeout } from '../race-timeout.ts'
import { SafeClient } from './safe-client.ts'
import { errorFields } from './error-fields.ts'

/** What is known of a server before it is used. */
export interface ServerTarget {
  readonly url: string
  /**
   * A pooler stands before it, which may hand each transaction to another session: what a session
   * remembers (settings, prepared statements, locks) is not there for the next statement.
   */
  readonly pooled: boolean
  /** A schema of its own; left out, the first one of the search path. */
  readonly schema?: string | undefined
}

/** Settings of a session, as Postgres names them. */
export type SessionSettings = Readonly<Record<string, string>>

/**
 * What a server, a database or a role may have set otherwise for its neighbours, and statements here
 * rely on.
 */
const ownSettings: SessionSettings = {
  default_transaction_isolation: 'read committed',
  lock_timeout: '0',
  datestyle: 'ISO',
  standard_conforming_strings: 'on',
}

/** How a connection begins that remembers what it is told; behind a pooler it remembers nothing. */
export function connectionConfig(
  { url, pooled, schema }: ServerTarget,
  settings: SessionSettings = {},
): ClientConfig {
  const all = { ...ownSettings, ...(schema && { search_path: schema }), ...settings }
  return pooled ? { connectionString: url } : withOptions(url, all)
}

// Those of the URL count too, but for the driver they would replace ours.
function withOptions(url: string, settings: SessionSettings): ClientConfig {
  const [, given = ''] = /[?&]options=([^&]*)/.exec(url) ?? []
  const connectionString = url.replace(/([?&])options=[^&]*&?/, '$1').replace(/[?&]$/, '')
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${escaped(value)}`)
  const options = [decodeURIComponent(given.replaceAll('+', ' ')), ...ours].join(' ').trim()
  return { connectionString, options }
}

function escaped(value: string): string {
  return value.replace(/[\\ ]/g, '\\$&')
}

const connectTimeoutMs = 3_000

/** A connection outside of every pool. */
export async function connect(config: ClientConfig): Promise<SafeClient> {
  const client = new SafeClient({
    ...config,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  })
  await client.connect()
  return client
}

/** Ends a connection; one whose other side does not hear of it is not waited for. */
export function disconnect(client: SafeClient): Promise<void> {
  return raceTimeout(connectTimeoutMs, client.end(), () => undefined)
}

const protocolViolation = '08P01'

/**
 * Whether a pooler stands before the server: one refuses settings of a session that it does not know
 * at the start of a connection (PgBouncer), or drops them; Postgres itself keeps them.
 */
export async function isPooled(url: string): Promise<boolean> {
  try {
    return !(await keepsSettings(url))
  } catch (error) {
    if (errorFields(error).code === protocolViolation) return true
    throw error
  }
}

async function keepsSettings(url: string): Promise<boolean> {
  const config = withOptions(url, { 'koogate.direct': 'on' })
  const client = await connect({ ...config, query_timeout: connectTimeoutMs })
  try {
    const { rows } = await client.query<{ direct: string | null }>(
      "select current_setting('koogate.direct', true) as direct",
    )
    return rows[0]?.direct === 'on'
  } finally {
    await disconnect(client)
  }
}
