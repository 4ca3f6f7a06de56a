import { sql } from 'kysely'
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
 * stays open, no lock outlives it. A begin, lock, write, commit of the same rows took four round
 * trips and, measured side by side, half of the calls a second.
 *
 * An instance is written when it follows the stored version; anything else nulls the version,
 * which the column refuses, and undoes the whole statement.
 */
export async function commit(db: Database, work: UnitOfWork): Promise<void> {
  try {
    await statement(work).execute(db)
  } catch (error) {
    throw translated(error)
  }
}

function statement(work: UnitOfWork) {
  const { message, nonce, claim, instance, events = [], jobs = [] } = work
  return sql`
    with
    new_nonce as (
      insert into nonces
      select * from json_populate_recordset(null::nonces, ${rows(nonce)})),
    new_claim as (
      insert into claims
      select * from json_populate_recordset(null::claims, ${rows(claim)})),
    new_instance as (
      insert into instances
      select * from json_populate_recordset(null::instances, ${rows(instance)})
      on conflict (instance_id) do update set
        latest_order_id = excluded.latest_order_id,
        latest_order_line_id = excluded.latest_order_line_id,
        product_id = excluded.product_id,
        phase = excluded.phase,
        frozen = excluded.frozen,
        frozen_after_expiry = excluded.frozen_after_expiry,
        expire_time = excluded.expire_time,
        app_info = excluded.app_info,
        usage_info = excluded.usage_info,
        failure = excluded.failure,
        attention = excluded.attention,
        updated_at = excluded.updated_at,
        version = case when instances.version = excluded.version - 1 then excluded.version end),
    new_events as (
      insert into events
      select * from json_populate_recordset(null::events, ${json(events)})),
    new_jobs as (
      insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
        keep_until, policy)
      select job.queue, job.data, queue.retry_limit, queue.retry_delay, queue.retry_backoff,
        queue.retry_delay_max, now() + queue.retention_seconds * interval '1 second', queue.policy
      from json_to_recordset(${json(jobs)}) as job (queue text, data jsonb)
      join pgboss.queue as queue on queue.name = job.queue)
    insert into messages
    select * from json_populate_recordset(null::messages, ${rows(message)})`
}

function rows(row: object | undefined): string {
  if (row === undefined) return '[]'
  return json([Object.fromEntries(Object.entries(row).map(hexBytes))])
}

function json(value: unknown): string {
  return JSON.stringify(value)
}

// bytea is written in Postgres' hex form.
function hexBytes([column, value]: [string, unknown]): [string, unknown] {
  if (!(value instanceof Uint8Array)) return [column, value]
  return [column, `\\x${Buffer.from(value).toString('hex')}`]
}

const uniqueViolation = '23505'
const notNullViolation = '23502'

function translated(error: unknown): unknown {
  const { code, constraint, column } = error as Record<string, unknown>
  if (code === uniqueViolation && constraint === 'nonces_pkey') {
    return new NonceSeenError('nonce was seen before', { cause: error })
  }
  if (code === uniqueViolation && constraint === 'claims_pkey') {
    return new ConflictError('claimed by another call', { cause: error })
  }
  if (code === notNullViolation && column === 'version') {
    return new ConflictError('the instance was changed meanwhile', { cause: error })
  }
  return error
}
