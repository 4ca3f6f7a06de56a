import { CompiledQuery } from 'kysely'
import { keptSeconds, retries } from './job-queue.ts'
import type {
  ClaimTable,
  EventTable,
  InstanceTable,
  MessageTable,
  NonceTable,
  OrderTable,
} from './tables.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * A unit of work as one statement: every row a part of it, all under the condition that the claim,
 * if there is one, was free. The texts differ only in which parts stand in them, about a dozen; each
 * is made once, and prepared once a connection.
 */
export function compile(work: UnitOfWork): CompiledQuery {
  const parts = partsOf(work)
  const shape = parts.map(({ kind }) => kind).join()
  const text = texts.get(shape) ?? textOf(parts)
  texts.set(shape, text)
  return CompiledQuery.raw(text, parts.flatMap(valuesOf))
}

const texts = new Map<string, string>()

interface Part {
  readonly kind: keyof typeof kinds
  readonly row: object
}

function partsOf(work: UnitOfWork): Part[] {
  const { claim, nonce, instance, order, message, events = [], jobs = [] } = work
  const parts: Part[] = events.map((row) => ({ kind: 'event', row }))
  if (claim) parts.unshift({ kind: 'claim', row: claim })
  if (nonce) parts.push({ kind: 'nonce', row: nonce })
  if (instance?.version === 1) parts.push({ kind: 'newInstance', row: instance })
  else if (instance) parts.push({ kind: 'nextInstance', row: instance })
  if (order) parts.push({ kind: 'order', row: order })
  if (message) parts.push({ kind: 'message', row: message })
  return [...parts, ...jobs.map((row) => ({ kind: 'job' as const, row }))]
}

// The columns that a unit of work writes, with their types: a parameter in a select has none.
const claim = {
  address: 'text',
  family: 'text',
  test: 'boolean',
  activity: 'text',
  claim_key: 'text',
  instance_id: 'text',
  claimed_at: 'timestamptz',
} satisfies Record<keyof ClaimTable, string>

const nonce = {
  address: 'text',
  interface_type: 'text',
  nonce: 'text',
  seen_at: 'timestamptz',
} satisfies Record<keyof NonceTable, string>

const instance = {
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
} satisfies Record<keyof InstanceTable, string>

const order = {
  address: 'text',
  order_id: 'text',
  order_line_id: 'text',
  state: 'text',
  result_code: 'text',
  order_type: 'text',
  charging_mode: 'text',
  period_type: 'text',
  period_number: 'integer',
  product_id: 'text',
  sku_code: 'text',
  product_name: 'text',
  quantity: 'bigint',
  create_time: 'timestamptz',
  expire_time: 'timestamptz',
  extend_params: 'bytea',
  currency: 'text',
  currency_after_discount: 'text',
  buyer: 'bytea',
  answer: 'bytea',
  fetched_at: 'timestamptz',
} satisfies Record<keyof OrderTable, string>

const event = {
  id: 'uuid',
  instance_id: 'text',
  type: 'text',
  order_id: 'text',
  at: 'timestamptz',
} satisfies Record<keyof EventTable, string>

const message = {
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
} satisfies Record<keyof MessageTable, string>

// pg-boss documents its job table as an interface ("SQL"); what is left out has defaults there.
const job = { name: 'text', data: 'jsonb' }
const jobSettings = {
  retry_limit: retries.retryLimit,
  retry_delay: retries.retryDelay,
  retry_backoff: retries.retryBackoff,
  retry_delay_max: retries.retryDelayMax,
  keep_until: `now() + interval '${keptSeconds} seconds'`,
}

// An instance follows the version it was decided on; anything else nulls the version, which the
// column refuses, and that undoes the whole statement.
const follow = `on conflict (instance_id) do update set
  ${overwrite(instance, ['instance_id', 'created_at', 'version'])},
  version = case when instances.version = excluded.version - 1 then excluded.version end`

const orderKey = ['address', 'order_id', 'order_line_id']
const renew = `on conflict (${orderKey.join()}) do update set ${overwrite(order, orderKey)}
  where orders.state <> 'fetched' or excluded.state = 'fetched'`

function overwrite(columns: object, kept: readonly string[]): string {
  const changing = Object.keys(columns).filter((column) => !kept.includes(column))
  return changing.map((column) => `${column} = excluded.${column}`).join(', ')
}

interface Kind {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly constants?: Readonly<Record<string, unknown>>
  readonly after?: string
}

const kinds = {
  claim: { table: 'claims', columns: claim, after: 'on conflict do nothing returning true' },
  nonce: { table: 'nonces', columns: nonce },
  newInstance: { table: 'instances', columns: instance },
  nextInstance: { table: 'instances', columns: instance, after: follow },
  order: { table: 'orders', columns: order, after: renew },
  event: { table: 'events', columns: event },
  message: { table: 'messages', columns: message },
  job: { table: 'pgboss.job', columns: job, constants: jobSettings },
} satisfies Record<string, Kind>

function textOf(parts: readonly Part[]): string {
  let parameters = 0
  const inserts = parts.map(({ kind }, i) => {
    const { table, columns, constants = {}, after = '' }: Kind = kinds[kind]
    const names = [...Object.keys(columns), ...Object.keys(constants)]
    const typed = Object.values(columns).map((type) => `$${++parameters}::${type}`)
    const values = [...typed, ...Object.values(constants)]
    const from = kind === 'claim' ? '' : 'from free'
    return `part_${i} as (insert into ${table} (${names.join()}) select ${values.join()} ${from} ${after})`
  })
  const claimed = parts[0]?.kind === 'claim'
  const free = `free as (select 1 ${claimed ? 'from part_0' : ''})`
  const ordered = claimed ? [inserts[0], free, ...inserts.slice(1)] : [free, ...inserts]
  return `with ${ordered.join(', ')} select 1 from free`
}

function valuesOf({ kind, row }: Part): unknown[] {
  const { columns }: Kind = kinds[kind]
  const members = row as Readonly<Record<string, unknown>>
  return Object.entries(columns).map(([column, type]) => wire(members[column], type))
}

function wire(value: unknown, type: string): unknown {
  if (value instanceof Date) return value.toISOString()
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value
}
