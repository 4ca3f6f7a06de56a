import { CompiledQuery } from 'kysely'
import type { ClaimTable } from './claim/claim-tables.ts'
import type { EventTable, InstanceTable } from './instance/instance-tables.ts'
import type { JobTable } from './job/job-tables.ts'
import type { LicenseTable } from './license/license-tables.ts'
import type { MessageTable } from './message/message-tables.ts'
import type { NonceTable } from './nonce/nonce-tables.ts'
import type { OrderTable } from './order/order-tables.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * A unit of work as one statement, every row an insert of it. The texts differ only in which parts
 * stand in them, about a dozen; each is made once, and prepared once a connection.
 */
export function compile(work: UnitOfWork): CompiledQuery {
  const parts = partsOf(work)
  const shape = parts.map(({ kind, rows }) => `${kind} ${rows.length}`).join()
  const text = texts.get(shape) ?? textOf(parts)
  texts.set(shape, text)
  return CompiledQuery.raw(text, parts.flatMap(valuesOf))
}

const texts = new Map<string, string>()

interface Part {
  readonly kind: keyof typeof kinds
  readonly rows: readonly object[]
}

function partsOf(work: UnitOfWork): Part[] {
  const { claim, nonce, instance, license, order, message, events = [], jobs = [] } = work
  const parts: Part[] = [
    { kind: 'claim', rows: claim ? [claim] : [] },
    { kind: 'nonce', rows: nonce ? [nonce] : [] },
    { kind: isNew(instance) ? 'newInstance' : 'nextInstance', rows: instance ? [instance] : [] },
    { kind: isNew(license) ? 'newLicense' : 'nextLicense', rows: license ? [license] : [] },
    { kind: 'order', rows: order ? [order] : [] },
    { kind: 'event', rows: events },
    { kind: 'job', rows: jobs },
    { kind: 'message', rows: message ? [message] : [] },
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

function isNew(row: { readonly version: number } | undefined): boolean {
  return row?.version === 1
}

// The columns that a unit of work writes.
function columnsOf<Table>(columns: Record<keyof Table, 1>): string[] {
  return Object.keys(columns)
}

const claim = columnsOf<ClaimTable>({
  address: 1,
  family: 1,
  test: 1,
  activity: 1,
  claim_key: 1,
  instance_id: 1,
  claimed_at: 1,
})

const nonce = columnsOf<NonceTable>({ address: 1, interface_type: 1, nonce: 1, seen_at: 1 })

const instance = columnsOf<InstanceTable>({
  instance_id: 1,
  address: 1,
  family: 1,
  test: 1,
  business_id: 1,
  order_id: 1,
  order_line_id: 1,
  latest_order_id: 1,
  latest_order_line_id: 1,
  product_id: 1,
  phase: 1,
  frozen: 1,
  frozen_after_expiry: 1,
  expire_time: 1,
  acceptance_time: 1,
  trial: 1,
  app_info: 1,
  usage_info: 1,
  failure: 1,
  attention: 1,
  version: 1,
  created_at: 1,
  updated_at: 1,
})

const license = columnsOf<LicenseTable>({
  id: 1,
  address: 1,
  family: 1,
  test: 1,
  instance_id: 1,
  order_id: 1,
  order_line_id: 1,
  event_id: 1,
  product_id: 1,
  phase: 1,
  frozen: 1,
  frozen_after_expiry: 1,
  effective_time: 1,
  expire_time: 1,
  made_for: 1,
  code: 1,
  content: 1,
  failure: 1,
  upload_state: 1,
  upload_code: 1,
  version: 1,
  created_at: 1,
  updated_at: 1,
})

const order = columnsOf<OrderTable>({
  address: 1,
  test: 1,
  order_id: 1,
  order_line_id: 1,
  state: 1,
  result_code: 1,
  order_type: 1,
  charging_mode: 1,
  period_type: 1,
  period_number: 1,
  product_id: 1,
  sku_code: 1,
  product_name: 1,
  quantity: 1,
  create_time: 1,
  expire_time: 1,
  extend_params: 1,
  currency: 1,
  currency_after_discount: 1,
  buyer: 1,
  answer: 1,
  fetched_at: 1,
})

const event = columnsOf<EventTable>({ id: 1, instance_id: 1, type: 1, order_id: 1, at: 1 })

const message = columnsOf<MessageTable>({
  id: 1,
  address: 1,
  family: 1,
  operation: 1,
  activity: 1,
  instance_id: 1,
  order_id: 1,
  tenant_id: 1,
  license_id: 1,
  test: 1,
  verified: 1,
  result_code: 1,
  result_msg: 1,
  received_at: 1,
  duration_ms: 1,
  rerun_of: 1,
  body: 1,
  answer: 1,
})

const job = columnsOf<JobTable>({
  id: 1,
  queue: 1,
  data: 1,
  attempts: 1,
  next_at: 1,
  last_error: 1,
  created_at: 1,
})

// An instance or license follows the version it was decided on; anything else nulls the version,
// which the column refuses, and that undoes the whole statement.
function follow(table: string, key: string, columns: readonly string[]): string {
  return `on conflict (${key}) do update set
  ${overwrite(columns, [key, 'created_at', 'version'])},
  version = case when ${table}.version = excluded.version - 1 then excluded.version end`
}

const orderKey = ['address', 'test', 'order_id', 'order_line_id']
const renew = `on conflict (${orderKey.join()}) do update set ${overwrite(order, orderKey)}
  where orders.state <> 'fetched' or excluded.state = 'fetched'`

function overwrite(columns: readonly string[], kept: readonly string[]): string {
  const changing = columns.filter((column) => !kept.includes(column))
  return changing.map((column) => `${column} = excluded.${column}`).join(', ')
}

interface Kind {
  readonly table: string
  readonly columns: readonly string[]
  readonly after?: string
}

const kinds = {
  claim: { table: 'claims', columns: claim },
  nonce: { table: 'nonces', columns: nonce },
  newInstance: { table: 'instances', columns: instance },
  nextInstance: {
    table: 'instances',
    columns: instance,
    after: follow('instances', 'instance_id', instance),
  },
  newLicense: { table: 'licenses', columns: license },
  nextLicense: { table: 'licenses', columns: license, after: follow('licenses', 'id', license) },
  order: { table: 'orders', columns: order, after: renew },
  event: { table: 'events', columns: event },
  message: { table: 'messages', columns: message },
  job: { table: 'jobs', columns: job },
} satisfies Record<string, Kind>

function textOf(parts: readonly Part[]): string {
  let parameters = 0
  const inserts = parts.map(({ kind, rows }) => {
    const { table, columns, after = '' }: Kind = kinds[kind]
    const tuples = rows.map(() => `(${columns.map(() => `$${++parameters}`).join()})`)
    return `insert into ${table} (${columns.join()}) values ${tuples.join()} ${after}`
  })
  const last = inserts.pop() ?? ''
  const before = inserts.map((insert, i) => `part_${i} as (${insert})`).join(', ')
  return before === '' ? last : `with ${before} ${last}`
}

function valuesOf({ kind, rows }: Part): unknown[] {
  const { columns }: Kind = kinds[kind]
  return rows.flatMap((row) => {
    const members = row as Readonly<Record<string, unknown>>
    return columns.map((column) => wire(members[column]))
  })
}

// Bytes go as they are, times as text (the driver would write them in local time), the rest of what
// is not scalar as JSON.
function wire(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return JSON.stringify(value)
}
