import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { multiply } from '../../scripts/bench/multiply.ts'
import { loadConfig } from '../../src/config/config.ts'
import { listSettings } from '../../src/db/database.ts'
import type { Tables } from '../../src/db/tables.ts'
import type { ManagementContext } from '../../src/management/context.ts'
import { managementOperations } from '../../src/management/index.ts'
import {
  departmentsOf,
  kitCall,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { applicationFor, buyA, callA } from '../harness/licenses.ts'
import { isLong } from '../harness/scale.ts'
import { type TestService, settingsFor, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { whenPlaced } from '../events/feed.ts'

const listRows = 100_000
// Of each table a page may look at so many rows, however many there are.
const mostRows = 500
const mostRowsOf: Readonly<Record<string, number>> = {
  // Who looks for few events of many is told how far the page has looked, and goes on there.
  'listEvents event_feed': 20_000,
  // What is owed is counted: a lane is there as long as something is.
  'listWebhookEndpoints webhook_lanes': listRows,
  // Those of one tenant are compared with themselves.
  'listTenantDepartments?orphan kit_departments': 3 * listRows,
  'getStanding failing_purchases': 1_000,
  // There are a hundred, and those of the settings.
  'getOverview webhook_endpoints': listRows,
  // What was found is counted by its state.
  'listReconciliations reconciliation_drifts': listRows,
}
const feedRows = 22_000
const eventId = crypto.randomUUID()
const reconciliationId = crypto.randomUUID()
const rerunId = crypto.randomUUID()
const { tenantId, instanceId } = newBinding()

// On a machine so busy that this file takes longer than a minute, what is due would be tidied under it:
// the purchases below would be judged, of which the overview counts each.
const hourMs = 3_600_000

let service: TestService
let client: pg.Client
let context: ManagementContext
let queries: CompiledQuery[] = []

beforeAll(async () => {
  service = await startService({ limits: { tidyEveryMs: hourMs, usageEveryMs: hourMs } })
  client = new pg.Client({ connectionString: service.databaseUrl })
  await client.connect()
  for (const [name, value] of Object.entries(listSettings)) {
    await client.query(`set ${name} = ${value}`)
  }
  await fill()
  const { services } = service.app
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: service.databaseUrl, max: 1 }),
    }),
    log: ({ query }) => {
      queries.push(query)
    },
  })
  const nobody = () => Promise.reject(new Error('is not asked here'))
  context = {
    services: {
      ...services,
      db,
      show: (_subject, value) => value,
      audit: nobody as never,
      caller: { tokenId: 'settings', tokenName: 'settings', scopes: new Set(['read', 'admin']) },
      gone: new AbortController().signal,
    },
    addresses: loadConfig(settingsFor(tmpdir(), service.databaseUrl)).addresses,
    saveNoted: () => Promise.resolve(),
    rerun: nobody,
    reasonRequired: false,
    settingsMark: '',
    browser: {} as never,
  }
})
afterAll(async () => {
  await context.services.db.destroy()
  await client.end()
  await service.stop()
})

// Many purchases and licenses of one kind, many tenants, and one tenant with many of everything.
async function fill(): Promise<void> {
  const bought = { ...newOrder(), businessId: crypto.randomUUID() }
  await storeCall(service, purchaseOf(bought))
  const order = newOrder()
  const licensed = await buyA(service, order)
  const application = applicationFor(licensed)
  await callA(service, application)
  const crowd = newBinding()
  await kitCall(service, 'tenantSync', tenantOf(crowd))
  await kitCall(service, 'tenantSync', tenantOf({ tenantId, instanceId }))
  await kitCall(service, 'authSync', usersOf({ tenantId, instanceId }, [userOf('zhangsan')]))
  await kitCall(service, 'allOrgSync', departmentsOf({ tenantId, instanceId }, ['first']))
  await whenPlaced(service)
  const copied = [
    [bought.orderId, bought.businessId],
    [licensed, order.orderId, String(application['eventId']), await licenseId()],
    Object.values(crowd),
  ]
  for (const ids of copied) await multiply(client, ids, listRows)
  await multiplyInTenant('kit_users', ['user_name_hash', 'org_code'])
  await multiplyInTenant('kit_departments', ['org_code'])
  await fillAccess()
  await fillFeed()
  await fillWebhooks()
  await fillStanding()
  await fillStore()
  await fillTimeline(bought.orderId)
  await client.query('analyze')
}

// One instance with many of everything, half of what others have too.
async function fillTimeline(orderId: string): Promise<void> {
  const rows = `generate_series(1, ${listRows}) n`
  const at = `now() - n * interval '1 millisecond'`
  const id = `uuidv7(-n * interval '1 ms')`
  await client.query(
    `update sold_instances set instance_id = 'main', order_id = 'often' where order_id = $1`,
    [orderId],
  )
  await client.query(`
    update messages set instance_id = 'main',
      order_id = case when hashtext(id::text) % 2 = 0 then 'often' else order_id end
    where order_id is not null`)
  await client.query(`
    insert into events (id, instance_id, type, at, in_feed)
    select ${id}, 'main', 'instance.changed', ${at}, true from ${rows}`)
  await client.query(`
    insert into asks (id, kind, subject, version, instance_id, site, order_id, order_line_id, state,
      attempt, created_at, updated_at)
    select ${id}, 'provision', 'main', n, 'main', 'china', '', '', 'done', 1, ${at}, ${at} from ${rows}`)
  await client.query(`insert into audit_subjects select 'instance:main', id from audit`)
  await client.query(`
    update event_feed set topic = 'instance:main' where topic = 'main' and position % 2 = 0`)
  await client.query(`
    update event_feed set id = '${eventId}' where position = (
      select max(position) from event_feed where topic = 'instance:main')`)
  await client.query(`update outbound_calls set site = 'china' where subject <> 'main'`)
}

// Everything by one token, about one thing.
async function fillAccess(): Promise<void> {
  const at = `now() - n * interval '1 millisecond'`
  await client.query(`
    insert into audit
      (id, at, kind, token_id, token_name, operation, subjects, fields, request_id)
    select gen_random_uuid(), ${at}, 'change', 'main', 'main', 'main', '{main}', '{}', 'main'
      from generate_series(1, ${listRows}) n`)
  await client.query(`insert into audit_subjects select 'main', id from audit`)
  await client.query(`
    insert into tokens (id, name, hash, scopes, created_at)
    select gen_random_uuid(), 'main', n, '{read}', ${at}
      from generate_series(1, ${listRows}) n`)
}

// Of one address and one type.
async function fillFeed(): Promise<void> {
  const data = service.app.services.vault.encrypt('{}').toString('hex')
  await client.query(`
    with state as (update event_feed_state set position = position + ${feedRows} returning position)
    insert into event_feed
      (position, id, topic, topic_seq, type, site, address, test, personal, at, data)
    select position - n + 1, gen_random_uuid(), 'main', n, 'instance.created', 'main', 'main', false,
      false, now(), '\\x${data}'
      from state, generate_series(1, ${feedRows}) n`)
}

// Many endpoints, and one to which much is owed and was sent, half of it one event again and again; a tenth of it
// failed, and as much was given up.
async function fillWebhooks(): Promise<void> {
  const rows = `generate_series(1, ${listRows}) n`
  const at = `now() - n * interval '1 millisecond'`
  const encrypted = service.app.services.vault.encrypt('').toString('hex')
  await client.query(`
    insert into webhook_endpoints
      (id, url, test, personal, ordered, state, since, created_at, updated_at)
    select case n when 1 then 'main' else 'main' || n end, 'https://main.example', 'false', false, true,
      'paused', ${at}, ${at}, ${at} from ${rows}`)
  await client.query(`
    insert into webhook_lanes (endpoint_id, lane, pending, next_at)
    select 'main', 'main' || n, 1, now() from ${rows}`)
  await client.query(`
    insert into webhook_deliveries (endpoint_id, lane, position, event_id, replay)
    select 'main', 'main' || position, position, id, false from event_feed
      order by position limit ${listRows}`)
  await client.query(`
    insert into webhook_attempts
      (id, at, endpoint_id, event_id, type, attempt, replay, ms, status, error, answer)
    select uuidv7(-n * interval '1 ms'), ${at}, 'main',
      case when n % 2 = 0 then '${eventId}' else gen_random_uuid() end, 'instance.created', 1, false, 5,
      200, case when n % 10 = 0 then 'timeout' end, '\\x${encrypted}' from ${rows}`)
  await client.query(`
    insert into webhook_given_up (id, at, endpoint_id, event_id, position, type, topic, reason)
    select uuidv7(-n * interval '1 ms'), ${at}, 'main', gen_random_uuid(), n, 'instance.created', 'main',
      'status 500' from ${rows}`)
}

// Half of what the store may try yet, half of what has failed in former months; and as much of all else that
// needs a person.
async function fillStanding(): Promise<void> {
  await client.query(`
    insert into alarms (id, key, subject, text, since, count, updated_at, cleared_at)
    select gen_random_uuid(), 'kit.users', 'tenant:' || n, '', now(), 1, now(),
      case when n % 2 = 0 then now() end
      from generate_series(1, ${listRows}) n`)
  await client.query(`update licenses set upload_state = 'refused'`)
  await client.query(`update sold_instances set attention = 'main' where random() < 0.5`)
  await client.query(`
    insert into asks (id, kind, subject, version, instance_id, site, order_id, order_line_id, state,
      attempt, created_at, updated_at)
    select gen_random_uuid(), 'provision', 'main' || n, 1, 'main', 'china', 'main', '', 'done', 1, now(),
      now() from generate_series(1, ${listRows}) n`)
  await client.query(`
    insert into failing_purchases (site, kind, order_id, order_line_id, address, activity, attempts,
      first_at, last_at, last_code, due_at, failed_at)
    select 'china', 'saas', 'main' || n, '', 'main', 'newInstance', 1, now(), now(), '000005', now(),
      case when n % 2 = 0 then now() - interval '40 days' end
      from generate_series(1, ${listRows}) n`)
}

// Calls to one site, half of them about one order and some about another, usage of one instance of which a tenth is parked, and one reconciliation with many drifts.
async function fillStore(): Promise<void> {
  const rows = `generate_series(1, ${listRows}) n`
  const at = `now() - n * interval '1 millisecond'`
  await client.query(`
    insert into outbound_calls
      (id, at, site, operation, subject, host, method, path, status, code, result, ms, content)
    select uuidv7(-n * interval '1 ms'), ${at}, 'main', 'queryOrder',
      case when n % 2 = 0 then 'main' when n % 50 = 1 then 'often' else 'main' || n end, 'main', 'GET', '/', 200, 'MKT.0000', 'done', 5, '' from ${rows}`)
  await client.query(`
    insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
      end_time, value, records, state, seal_at, deadline, created_at, updated_at)
    select uuidv7(-n * interval '1 ms'), 'china', 'main', false, 'main', '', ${at}, ${at}, 1, 1,
      case when n % 10 = 0 then 'parked' else 'taken' end, ${at}, now() + interval '20 days', ${at}, ${at}
      from ${rows}`)
  await client.query(`
    insert into reconciliations (id, site, kind, state, started_by, next_at, created_at, updated_at)
    values ('${reconciliationId}', 'china', 'orders', 'done', 'request', now(), now(), now())`)
  await client.query(`
    insert into message_reruns (id, state, filter, matched, to_run, skipped, token_id, token_name,
      request_id, next_at, created_at, updated_at)
    select case n when 1 then '${rerunId}' else gen_random_uuid() end, 'done', '{}', 0, 0, '[]', 'main', 'main', 'main', ${at}, ${at}, ${at}
      from ${rows}`)
  await client.query(`
    insert into message_rerun_turns (rerun_id, turn, message_id, received_at, outcome)
    select '${rerunId}', n, gen_random_uuid(), ${at}, 'succeeded' from ${rows}`)
  await client.query(`
    insert into reconciliation_drifts (id, reconciliation_id, key, kind, repair, state, site, order_id,
      instance_id, text, differences, found_at)
    select gen_random_uuid(), '${reconciliationId}', n, 'order-unknown', 'read', 'open', 'china', 'main',
      'main', '', '[]', ${at} from ${rows}`)
}

async function licenseId(): Promise<string> {
  const { id } = await service.db.selectFrom('licenses').select('id').executeTakeFirstOrThrow()
  return id
}

async function multiplyInTenant(table: string, keys: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) - 'id' as row from ${table} t where tenant_id = $1`,
    [tenantId],
  )
  const columns = Object.keys(rows[0]?.row ?? {})
  const values = columns.map((name) => (keys.includes(name) ? `${name} || n` : name))
  await client.query(
    `insert into ${table} (${columns.join()}) select ${values.join()}
      from ${table}, generate_series(1, ${listRows}) n where tenant_id = $1`,
    [tenantId],
  )
}

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  schema: z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(z.string()).optional(),
    $ref: z.string().optional(),
  }),
})
type Parameter = z.infer<typeof parameter>

const contract = JSON.parse(readFileSync('generated/management.json', 'utf8')) as Contract
interface Contract {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>
}
interface Operation {
  readonly operationId: keyof typeof managementOperations
  readonly parameters?: readonly object[]
}

/** What stands behind a reference of the contract. */
function resolved(value: object): object {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value
  const steps = value.$ref.slice('#/'.length).split('/')
  return steps.reduce<object>((inside, step) => Reflect.get(inside, step) as object, contract)
}

/** Every value of a short list, and of anything else one that nothing has. */
function valuesOf({ name, schema }: Parameter, operationId: string): unknown[] {
  if (operationId === 'listEvents' && name === 'type') return ['instance.created', 'alarm.raised']
  const { type, format, enum: listed } = parameter.shape.schema.parse(resolved(schema))
  if (listed !== undefined) return listed
  if (type === 'boolean') return [true, false]
  if (type === 'integer') return [0, feedRows]
  if (format === 'uuid') return [eventId, crypto.randomUUID()]
  return [format === 'date-time' ? '2020-01-01T00:00:00Z' : 'main', 'nothing-has-this']
}

// Whose lists are about one thing of many rows.
const idOf: Readonly<Record<string, string>> = {
  listDrifts: reconciliationId,
  listRerunMessages: rerunId,
}
const notFilters = ['cursor', 'limit', 'wait']
// The keys are settings, types of events the contract's; a tree is one binding's whole.
const notLists = ['listKeys', 'listKitPublicKeys', 'listEventTypes', 'listTenantDepartmentTrees']

const cases = Object.values(contract.paths).flatMap(({ get }) => {
  if (!get?.operationId.startsWith('list') || notLists.includes(get.operationId)) return []
  const filters = (get.parameters ?? [])
    .map((one) => parameter.parse(resolved(one)))
    .filter((one) => one.in === 'query' && !notFilters.includes(one.name))
  const single = filters.flatMap((one) =>
    valuesOf(one, get.operationId)
      .filter((value) => !String(value).startsWith('nothing') || !isTime(one))
      .map((value) => [get.operationId, { [one.name]: value }] as const),
  )
  return [[get.operationId, {}] as const, ...single]
})

function isTime({ schema }: Parameter): boolean {
  return schema.format === 'date-time'
}

// A small run asks the planner about every page of a million (test/scale/plans.test.ts).
describe.runIf(isLong)('a list reads few rows of a large table', () => {
  test.each([
    ...cases,
    ['getStanding', {}] as const,
    ['getOverview', {}] as const,
    ['getSetup', {}] as const,
  ])('%s %j', async (operationId, filter) => {
    queries = []
    const list = managementOperations[operationId] as (
      request: unknown,
      context: ManagementContext,
    ) => Promise<unknown>
    const query = { limit: 50, ...filter }
    const id = idOf[operationId] ?? 'main'
    await list(
      { path: { tenantId, id, instanceId: 'main' }, query, body: undefined },
      context,
    ).catch((error: unknown) => {
      // A tenant that is not at this address is asked for in vain.
      if ((error as { status?: number }).status !== 404) throw error
    })
    expect(queries.length).toBeGreaterThan(0)
    const name = 'orphan' in filter ? `${operationId}?orphan` : operationId
    for (const one of queries) expect(await rowsRead(one, name), one.sql).toEqual([])
  })
})

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** The scans of a statement that look at too many rows. */
async function rowsRead(
  { sql, parameters }: CompiledQuery,
  operationId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) ${sql}`,
    [...parameters],
  )
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => tooLarge(Plan, operationId))
}

function tooLarge(plan: Plan, operationId: string): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = plan
  const read = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)
  const total = read * plan['Actual Loops']
  const below = (plan.Plans ?? []).flatMap((one) => tooLarge(one, operationId))
  const isScan = type.includes('Scan') && table !== ''
  return isScan && total > (mostRowsOf[`${operationId} ${table}`] ?? mostRows)
    ? [`${type} ${table} ${index}: ${total} rows`, ...below]
    : below
}
