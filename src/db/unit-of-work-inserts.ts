import { openStates } from '../domain/ask/ask.ts'
import { orderKeyColumns } from './order/order-key-columns.ts'
import { placeAtOnce } from './event/place-at-once.ts'

/** A part of the statement: what it does with rows that have these columns. */
export interface Insert {
  /** Whose rows they are; none where they have columns of their own. */
  readonly table?: string
  readonly text: (columns: readonly string[], rows: string) => string
}
/** What follows an insert. */
type Conflict = (columns: readonly string[]) => string

// Columns by name: one that a newer version has added gets its default, whatever its place.
function into(table: string, conflict: Conflict = () => ''): Insert {
  return {
    table,
    text(columns, rows) {
      const names = columns.join()
      return `insert into ${table} (${names}) select ${names} from ${rows} ${conflict(columns)}`
    },
  }
}

function placed(options: { readonly behindOld: boolean }): Insert {
  return { table: 'event_outbox', text: placeAtOnce(options) }
}

// The body as a parameter of its own: 9 MB as text in JSON take more than a second to be written.
const largeMessage: Insert = {
  table: 'messages',
  text(columns, rows) {
    const names = columns.join()
    return `insert into messages (body, ${names}) select $::bytea, ${names} from ${rows}`
  },
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
const newInstance: Insert = {
  table: 'sold_instances',
  text(columns, rows) {
    const given = columns.map((column) => (column === 'version' ? `${version} as version` : column))
    return `insert into sold_instances (${columns.join()}) select ${given.join()} from ${rows} as given`
  },
}

const version = `case when given.family = 'saas-v2' and not given.test and (
  select count(*) from sold_instances sold where sold.order_id = given.order_id
    and sold.site = given.site and sold.kind = given.kind
    and sold.family = 'saas-v1' and not sold.test) = 1
  then null else given.version end`

// Its version stays: whoever changes it meanwhile has read all the rest.
const moved: Insert = {
  table: 'sold_instances',
  text: (_columns, rows) => `update sold_instances set address = given.address from ${rows} as given
    where sold_instances.instance_id = given.instance_id`,
}

function overwrite(columns: readonly string[], kept: readonly string[]): string {
  const changing = columns.filter((column) => !kept.includes(column))
  return changing.map((column) => `${column} = excluded.${column}`).join()
}

// What is still to be completed stays so, whoever changes it (jobs/complete-old-sales.ts).
const stillToComplete = `sale_version = case
  when sold_instances.sale_version = sold_instances.version then excluded.sale_version end,`

const outboxColumns = 'id, topic, topic_seq, types, ids, site, address, test, personal, at, data'

// All parts of a statement see the alarms as they were before it.
const alarmEvent: Insert = {
  text: (_columns, json) => `insert into event_outbox (${outboxColumns})
    select ${outboxColumns} from json_to_recordset(${json}) as given (id uuid, topic text,
      topic_seq bigint, types text[], ids uuid[], site text, address text, test boolean,
      personal boolean, at timestamptz, data bytea, key text, subject text, told_if_open boolean)
    where told_if_open = exists (select from alarms where alarms.key = given.key
      and alarms.subject = given.subject and cleared_at is null)`,
}

const openAsks = openStates.map((state) => `'${state}'`).join()

/** What is done with the rows of each kind. */
export const inserts = {
  claim: into('claims'),
  nonce: into('nonces'),
  newInstance,
  moved,
  nextInstance: next('sold_instances', 'instance_id', ['sale_version'], stillToComplete),
  newLicense: into('licenses'),
  nextLicense: next('licenses', 'id'),
  order: into(
    'order_lines',
    (columns) => `on conflict (${orderKeyColumns.join()}) do update set
      ${overwrite(columns, [...orderKeyColumns, 'created_at'])}
      where order_lines.state <> 'fetched' or excluded.state = 'fetched'`,
  ),
  event: into('events'),
  outbox: into('event_outbox'),
  placed: placed({ behindOld: false }),
  placedBehindOld: placed({ behindOld: true }),
  job: into('jobs'),
  ask: into('asks'),
  askUpdate: {
    table: 'asks',
    text: (_columns, rows) => `update asks set state = own.state,
    next_at = case when own.state = 'overdue' then asks.next_at end,
    lease_until = case when own.state = 'overdue' then asks.lease_until end,
    answer_code = coalesce(own.answer_code, asks.answer_code), last_error = case when own.state = 'overdue' then asks.last_error else own.last_error end,
    last_answer = case when own.state = 'overdue' then asks.last_answer end, updated_at = own.updated_at
    from ${rows} own
    where asks.instance_id = own.instance_id and asks.state in (${openAsks})
      and (own.subject is null or (asks.kind = own.kind and asks.subject = own.subject))`,
  },
  arrivedOrder: {
    table: 'asks',
    text: (
      _columns,
      rows,
    ) => `update asks set next_at = own.updated_at, updated_at = own.updated_at,
    state = case when asks.state = 'order' then 'due' else asks.state end
    from ${rows} own
    where asks.order_id = own.order_id and asks.order_line_id = own.order_line_id
      and asks.site = own.site and asks.attempt = 0 and asks.next_at is null
      and asks.state in ('order', 'overdue')`,
  },
  alarm: into(
    'alarms',
    () => `on conflict (key, subject) where cleared_at is null do update set
      count = alarms.count + 1, text = excluded.text,
      updated_at = greatest(alarms.updated_at, excluded.updated_at)`,
  ),
  clearedAlarm: {
    table: 'alarms',
    text: (
      _columns,
      rows,
    ) => `update alarms set cleared_at = own.cleared_at, updated_at = own.updated_at
    from ${rows} own
    where alarms.key = own.key and alarms.subject = own.subject and alarms.cleared_at is null`,
  },
  alarmEvent,
  audit: into('audit'),
  auditSubject: into('audit_subjects'),
  message: into('messages'),
  largeMessage,
} satisfies Record<string, Insert>

/** The tables that rows of units of work are of. */
export const writtenTables: readonly string[] = [
  ...new Set(Object.values<Insert>(inserts).flatMap(({ table }) => table ?? [])),
]
