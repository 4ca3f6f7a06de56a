import { CompiledQuery } from 'kysely'
import type { Database } from './database.ts'
import type { ClaimTable, EventTable, InstanceTable, MessageTable, NonceTable } from './tables.ts'

/** A job for the queue, in the same commit as the change that wants it. */
export interface NewJob {
  readonly queue: string
  readonly data: unknown
}

/** Everything that one call writes; it commits together or not at all. */
export interface UnitOfWork {
  readonly message?: MessageTable | undefined
  readonly nonce?: NonceTable | undefined
  readonly claim?: ClaimTable | undefined
  readonly instance?: InstanceTable | undefined
  readonly events?: readonly EventTable[] | undefined
  readonly jobs?: readonly NewJob[] | undefined
}

/** The nonce of the call was seen before: the call is a replay, nothing was written. */
export class NonceSeenError extends Error {}

/** Somebody else changed the instance or took the claim first: nothing was written, decide again. */
export class ConflictError extends Error {}

/**
 * Writes a unit of work in one statement, which is one round trip and one commit: no transaction
 * stays open, no lock outlives it. Begin, lock, write and commit of the same rows would take four
 * round trips, and a round trip is what a call mostly costs.
 *
 * A claim that is taken writes nothing at all. An instance is written when it follows the stored
 * version; anything else nulls the version, which the column refuses, and undoes the statement.
 */
export async function commit(db: Database, work: UnitOfWork): Promise<void> {
  const { rows } = await db.executeQuery(compiled(work)).catch((error: unknown) => {
    throw translated(error)
  })
  if (rows.length === 0) throw new ConflictError('claimed by another call')
}

// The columns that a unit of work writes, with their types: a parameter in a select has none.
const columns = {
  claims: {
    address: 'text',
    family: 'text',
    test: 'boolean',
    activity: 'text',
    claim_key: 'text',
    instance_id: 'text',
    claimed_at: 'timestamptz',
  },
  nonces: { address: 'text', interface_type: 'text', nonce: 'text', seen_at: 'timestamptz' },
  instances: {
    instance_id: 'text',
    address: 'text',
    family: 'text',
    test: 'boolean',
    business_id: 'text',
    order_id: 'text',
    order_line_id: 'text',
    latest_order_id: 'text',
    latest_order_line_id: 'text',
    product_id: 'text',
    phase: 'text',
    frozen: 'boolean',
    frozen_after_expiry: 'boolean',
    expire_time: 'timestamptz',
    app_info: 'bytea',
    usage_info: 'jsonb',
    failure: 'jsonb',
    attention: 'text',
    version: 'integer',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  events: {
    id: 'uuid',
    instance_id: 'text',
    type: 'text',
    order_id: 'text',
    at: 'timestamptz',
  },
  messages: {
    id: 'uuid',
    address: 'text',
    family: 'text',
    activity: 'text',
    instance_id: 'text',
    order_id: 'text',
    test: 'boolean',
    authentic: 'boolean',
    result_code: 'text',
    result_msg: 'text',
    received_at: 'timestamptz',
    duration_ms: 'integer',
    rerun_of: 'uuid',
    body: 'bytea',
    answer: 'bytea',
  },
} satisfies {
  claims: Record<keyof ClaimTable, string>
  nonces: Record<keyof NonceTable, string>
  instances: Record<keyof InstanceTable, string>
  events: Record<keyof EventTable, string>
  messages: Record<keyof MessageTable, string>
}

type Table = keyof typeof columns

const keptOfInstance = ['instance_id', 'created_at', 'version']

const updateInstance = `on conflict (instance_id) do update set ${Object.keys(columns.instances)
  .filter((column) => !keptOfInstance.includes(column))
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')},
  version = case when instances.version = excluded.version - 1 then excluded.version end`

const insertJob = (queue: string, data: string) => `
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, keep_until, policy)
  select name, ${data}::jsonb, retry_limit, retry_delay, retry_backoff, retry_delay_max,
    now() + retention_seconds * interval '1 second', policy
  from free, pgboss.queue where name = ${queue}`

// The texts differ only in which parts stand in them: a dozen, each prepared once a connection.
function compiled(work: UnitOfWork): CompiledQuery {
  const { claim, nonce, instance, message, events = [], jobs = [] } = work
  const parameters: unknown[] = []
  const parameter = (value: unknown) => `$${parameters.push(value)}`
  const parts: string[] = []
  const insert = (table: Table, row: object, after = '') => {
    const values = Object.entries(columns[table]).map(([column, type]) => {
      const value = (row as Record<string, unknown>)[column]
      return `${parameter(type === 'jsonb' && value !== null ? JSON.stringify(value) : value)}::${type}`
    })
    const from = table === 'claims' ? '' : ' from free'
    return `insert into ${table} (${Object.keys(columns[table]).join()}) select ${values.join()}${from} ${after}`
  }
  if (claim)
    parts.push(`new_claim as (${insert('claims', claim, 'on conflict do nothing returning true')})`)
  parts.push(`free as (select 1${claim ? ' from new_claim' : ''})`)
  if (nonce) parts.push(`new_nonce as (${insert('nonces', nonce)})`)
  if (instance) parts.push(`new_instance as (${insert('instances', instance, updateInstance)})`)
  events.forEach((event, i) => parts.push(`event_${i} as (${insert('events', event)})`))
  jobs.forEach(({ queue, data }, i) =>
    parts.push(`job_${i} as (${insertJob(parameter(queue), parameter(JSON.stringify(data)))})`),
  )
  if (message) parts.push(`new_message as (${insert('messages', message)})`)
  return CompiledQuery.raw(`with ${parts.join(', ')} select 1 from free`, parameters)
}

const uniqueViolation = '23505'
const notNullViolation = '23502'

function translated(error: unknown): unknown {
  const { code, constraint, column } = error as Record<string, unknown>
  if (code === uniqueViolation && constraint === 'nonces_pkey') {
    return new NonceSeenError('nonce was seen before', { cause: error })
  }
  if (code === notNullViolation && column === 'version') {
    return new ConflictError('the instance was changed meanwhile', { cause: error })
  }
  return error
}
