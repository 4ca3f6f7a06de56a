import { CompiledQuery } from 'kysely'
import { openStates } from '../domain/ask/ask.ts'
import { subjectsOf } from './audit/audit-entries.ts'
import { mayFollowOld, placeAtOnce } from './event/place-at-once.ts'
import { type JsonRow, asJson } from './json-row.ts'
import type { MessageTable } from './message/message-tables.ts'
import { type UnitOfWork, isLarge } from './unit-of-work.ts'

/** The last position that was given; no row where events went into the outbox. */
type Placed = { readonly position: number }

/**
 * Units of work as one statement: an insert for each kind of row that stands in one of them, its rows
 * as JSON. So a statement of many units has the text that one of a single unit has: one for each set
 * of kinds that meet, made once, and prepared once a connection. `placing` gives events their positions
 * at once if that can be done without waiting (event/place-at-once.ts).
 */
export function compile(
  works: readonly UnitOfWork[],
  { placing = false }: { readonly placing?: boolean } = {},
): CompiledQuery<Placed> {
  const parts = partsOf(works, placing)
  const shape = parts.map(({ kind }) => kind).join()
  const text = texts.get(shape) ?? textOf(parts)
  texts.set(shape, text)
  return CompiledQuery.raw(
    text,
    parts.flatMap((part) => [...(part.body ? [part.body] : []), JSON.stringify(inOrder(part))]),
  )
}

const texts = new Map<string, string>()

interface Part {
  readonly kind: keyof typeof inserts
  readonly rows: readonly [object, ...object[]]
  /** Of a large message, whose row has none. */
  readonly body?: Uint8Array
}

function partsOf(works: readonly UnitOfWork[], placing: boolean): Part[] {
  const messages = works.flatMap(({ message }) => message ?? [])
  const told = works.flatMap(({ outbox }) => outbox ?? [])
  const isBehindOld = told.some(mayFollowOld)
  const rowsOf: Record<Exclude<Part['kind'], 'largeMessage'>, object[]> = {
    claim: works.flatMap(({ claim }) => claim ?? []),
    nonce: works.flatMap(({ nonce }) => nonce ?? []),
    newInstance: works.flatMap(({ instance }) => (isNew(instance) ? instance : [])),
    moved: works.flatMap(({ moved }) => moved ?? []),
    nextInstance: works.flatMap(({ instance }) => (isNext(instance) ? instance : [])),
    newLicense: works.flatMap(({ license }) => (isNew(license) ? license : [])),
    nextLicense: works.flatMap(({ license }) => (isNext(license) ? license : [])),
    order: works.flatMap(({ order }) => order ?? []),
    event: works.flatMap(({ events }) => events ?? []),
    outbox: placing ? [] : told,
    job: works.flatMap(({ jobs }) => jobs ?? []),
    ask: works.flatMap(({ ask }) => ask ?? []),
    askUpdate: works.flatMap(({ askUpdates }) => askUpdates ?? []),
    arrivedOrder: works.flatMap(({ arrivedOrder }) => arrivedOrder ?? []),
    alarm: works.flatMap(({ alarms }) => alarms ?? []),
    clearedAlarm: works.flatMap(({ clearedAlarms }) => clearedAlarms ?? []),
    alarmEvent: works.flatMap(({ alarmEvents }) => alarmEvents ?? []),
    audit: works.flatMap(({ audit }) => audit ?? []),
    auditSubject: works.flatMap(({ audit }) => (audit ? subjectsOf(audit) : [])),
    message: messages.filter((message) => !isLarge(message)),
    // The last ones, for they end the statement.
    placed: placing && !isBehindOld ? told : [],
    placedBehindOld: placing && isBehindOld ? told : [],
  }
  const parts = Object.entries(rowsOf).flatMap(([kind, [first, ...others]]): Part[] =>
    first === undefined ? [] : [{ kind: kind as keyof typeof rowsOf, rows: [first, ...others] }],
  )
  return [...parts, ...messages.filter(isLarge).map(ofLarge)]
}

function ofLarge({ body, ...row }: MessageTable): Part {
  return { kind: 'largeMessage', rows: [row], body }
}

// Two statements that meet in several rows take them in one order, so that neither waits for the
// other in a circle. Rows of other kinds are new and meet nobody.
const keys: Partial<Record<Part['kind'], readonly string[]>> = {
  claim: ['claim_key'],
  nonce: ['hash'],
  newInstance: ['order_id', 'order_line_id'],
  nextInstance: ['order_id', 'order_line_id'],
  moved: ['instance_id'],
  newLicense: ['id'],
  nextLicense: ['id'],
  order: ['order_id', 'order_line_id'],
  // The rows of their topics (0004-topic-order.ts).
  outbox: ['topic'],
  alarmEvent: ['topic'],
  alarm: ['key', 'subject'],
  askUpdate: ['instance_id'],
  arrivedOrder: ['order_id', 'order_line_id'],
  clearedAlarm: ['key', 'subject'],
}

function inOrder({ kind, rows }: Part): readonly JsonRow[] {
  const json = rows.map(asJson)
  const columns = keys[kind]
  if (columns === undefined || json.length < 2) return json
  const keyed = json.map((row) => ({ row, key: columns.map((name) => row[name]).join() }))
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ row }) => row)
}

type Versioned = { readonly version: number }

function isNew<Row extends Versioned>(row: Row | undefined): row is Row {
  return row?.version === 1
}

function isNext<Row extends Versioned>(row: Row | undefined): row is Row {
  return row !== undefined && row.version !== 1
}

const outboxColumns = 'id, topic, topic_seq, types, ids, site, address, test, personal, at, data'

// All parts of a statement see the alarms as they were before it.
const alarmEvent: Insert = () => `insert into event_outbox (${outboxColumns})
  select ${outboxColumns} from json_to_recordset($::json) as given (id uuid, topic text,
    topic_seq bigint, types text[], ids uuid[], site text, address text, test boolean,
    personal boolean, at timestamptz, data bytea, key text, subject text, told_if_open boolean)
  where told_if_open = exists (select from alarms where alarms.key = given.key
    and alarms.subject = given.subject and cleared_at is null)`

/** What is inserted for rows with these columns. */
type Insert = (columns: readonly string[]) => string

// Columns by name: one that a newer version has added gets its default, whatever its place.
function into(table: string, conflict: Insert = () => ''): Insert {
  return (columns) => {
    const names = columns.join()
    return `insert into ${table} (${names}) select ${names}
      from json_populate_recordset(null::${table}, $::json) ${conflict(columns)}`
  }
}

// The body as a parameter of its own: 9 MB as text in JSON take more than a second to be written.
const largeMessage: Insert = (columns) => {
  const names = columns.join()
  return `insert into messages (body, ${names}) select $::bytea, ${names}
    from json_populate_recordset(null::messages, $::json)`
}

// An instance or license follows the version it was decided on; anything else nulls the version,
// which the column refuses, and that undoes the whole statement.
function next(table: string, key: string, kept: string[] = [], more = ''): Insert {
  return into(
    table,
    (columns) => `on conflict (${key}) do update set
      ${overwrite(columns, [key, 'created_at', 'version', ...kept])}, ${more}
      version = case when ${table}.version = excluded.version - 1 then excluded.version end`,
  )
}

// What V1 has sold is taken over by the V2 purchase of its order and not sold again: then the version is
// null too, and the call looks that instance up. A purchase pays no round trip of its own for that.
const newInstance: Insert = (columns) => {
  const given = columns.map((column) => (column === 'version' ? `${version} as version` : column))
  return `insert into sold_instances (${columns.join()}) select ${given.join()}
    from json_populate_recordset(null::sold_instances, $::json) as given`
}

const version = `case when given.family = 'saas-v2' and not given.test and (
  select count(*) from sold_instances sold where sold.order_id = given.order_id
    and sold.site = given.site and sold.kind = given.kind
    and sold.family = 'saas-v1' and not sold.test) = 1
  then null else given.version end`

// Its version stays: whoever changes it meanwhile has read all the rest.
const moved: Insert = () => `update sold_instances set address = given.address
  from json_populate_recordset(null::sold_instances, $::json) as given
  where sold_instances.instance_id = given.instance_id`

const orderKey = ['order_id', 'order_line_id', 'site', 'test_address']

function overwrite(columns: readonly string[], kept: readonly string[]): string {
  const changing = columns.filter((column) => !kept.includes(column))
  return changing.map((column) => `${column} = excluded.${column}`).join()
}

// What is still to be completed stays so, whoever changes it (jobs/complete-old-sales.ts).
const stillToComplete = `sale_version = case
  when sold_instances.sale_version = sold_instances.version then excluded.sale_version end,`

const openAsks = openStates.map((state) => `'${state}'`).join()

const inserts = {
  claim: into('claims'),
  nonce: into('nonces'),
  newInstance,
  moved,
  nextInstance: next('sold_instances', 'instance_id', ['sale_version'], stillToComplete),
  newLicense: into('licenses'),
  nextLicense: next('licenses', 'id'),
  order: into(
    'order_lines',
    (
      columns,
    ) => `on conflict (${orderKey.join()}) do update set ${overwrite(columns, [...orderKey, 'created_at'])}
      where order_lines.state <> 'fetched' or excluded.state = 'fetched'`,
  ),
  event: into('events'),
  outbox: into('event_outbox'),
  placed: placeAtOnce({ behindOld: false }),
  placedBehindOld: placeAtOnce({ behindOld: true }),
  job: into('jobs'),
  ask: into('asks'),
  askUpdate: () => `update asks set state = own.state,
    next_at = case when own.state = 'overdue' then asks.next_at end,
    lease_until = case when own.state = 'overdue' then asks.lease_until end,
    answer_code = coalesce(own.answer_code, asks.answer_code), last_error = case when own.state = 'overdue' then asks.last_error else own.last_error end,
    last_answer = case when own.state = 'overdue' then asks.last_answer end, updated_at = own.updated_at
    from json_populate_recordset(null::asks, $::json) own
    where asks.instance_id = own.instance_id and asks.state in (${openAsks})
      and (own.subject is null or (asks.kind = own.kind and asks.subject = own.subject))`,
  arrivedOrder: () => `update asks set next_at = own.updated_at, updated_at = own.updated_at,
    state = case when asks.state = 'order' then 'due' else asks.state end
    from json_populate_recordset(null::asks, $::json) own
    where asks.order_id = own.order_id and asks.order_line_id = own.order_line_id
      and asks.site = own.site and asks.attempt = 0 and asks.next_at is null
      and asks.state in ('order', 'overdue')`,
  alarm: into(
    'alarms',
    () => `on conflict (key, subject) where cleared_at is null do update set
      count = alarms.count + 1, text = excluded.text,
      updated_at = greatest(alarms.updated_at, excluded.updated_at)`,
  ),
  clearedAlarm: () => `update alarms set cleared_at = own.cleared_at, updated_at = own.updated_at
    from json_populate_recordset(null::alarms, $::json) own
    where alarms.key = own.key and alarms.subject = own.subject and alarms.cleared_at is null`,
  alarmEvent,
  audit: into('audit'),
  auditSubject: into('audit_subjects'),
  message: into('messages'),
  largeMessage,
} satisfies Record<string, Insert>

function textOf(parts: readonly Part[]): string {
  let place = 0
  const texts = parts.map(({ kind, rows }) =>
    inserts[kind](Object.keys(rows[0])).replaceAll('$', () => `$${++place}`),
  )
  const last = texts.pop() ?? ''
  const before = texts.map((insert, i) => `part_${i} as (${insert})`)
  if (parts.at(-1)?.kind.startsWith('placed')) return `with ${[...before, last].join()}`
  return before.length === 0 ? last : `with ${before.join()} ${last}`
}
