import { CompiledQuery } from 'kysely'
import { subjectsOf } from './audit/audit-entries.ts'
import { mayFollowOld } from './event/place-at-once.ts'
import { binaryRows } from './binary/binary-rows.ts'
import { byteaText } from './bytea-text.ts'
import { type JsonRow, asJson } from './json-row.ts'
import type { MessageTable } from './message/message-tables.ts'
import type { RowLayouts } from './binary/row-layouts.ts'
import { type Insert, inserts } from './unit-of-work-inserts.ts'
import { type UnitOfWork, isLarge } from './unit-of-work.ts'

/** The last position that was given; no row where events went into the outbox. */
type Placed = { readonly position: number }

/** How units of work are written. */
export interface CompileOptions {
  /** Gives events their positions at once if that can be done without waiting (event/place-at-once.ts). */
  readonly placing?: boolean
  /** Of the tables whose rows go in binary form; all others go as JSON. */
  readonly layouts?: RowLayouts | undefined
}

/**
 * Units of work as one statement: an insert for each kind of row that stands in one of them, its rows
 * as one parameter. So a statement of many units has the text that one of a single unit has: one for
 * each set of kinds that meet, made once, and prepared once a connection.
 */
export function compile(
  works: readonly UnitOfWork[],
  { placing = false, layouts }: CompileOptions = {},
): CompiledQuery<Placed> {
  const parts = partsOf(works, placing).map((part) => ({ ...part, value: valueOf(part, layouts) }))
  const shape = parts.map(({ kind, value }) => `${kind} ${formOf(value)}`).join()
  const text = texts.get(shape) ?? textOf(parts)
  texts.set(shape, text)
  return CompiledQuery.raw(
    text,
    parts.flatMap(({ body, value }) => (body === undefined ? [value] : [body, value])),
  )
}

const texts = new Map<string, string>()

interface Part {
  readonly kind: keyof typeof inserts
  readonly rows: readonly [object, ...object[]]
  /** Of a large message, whose row has none. */
  readonly body?: Uint8Array
}

/** Its rows as one parameter. */
type Value = string | Uint8Array
type Form = 'JSON' | 'binary'

function valueOf(part: Part, layouts: RowLayouts | undefined): Value {
  const rows = inOrder(part)
  const { table }: Insert = inserts[part.kind]
  const layout = table === undefined ? undefined : layouts?.get(table)
  return (layout && binaryRows(rows, layout)) ?? JSON.stringify(rows.map(asJson))
}

function formOf(value: Value): Form {
  return typeof value === 'string' ? 'JSON' : 'binary'
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

function inOrder({ kind, rows }: Part): readonly object[] {
  const columns = keys[kind]
  if (columns === undefined || rows.length < 2) return rows
  const keyed = rows.map((row) => ({ row, key: keyOf(row as JsonRow, columns) }))
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ row }) => row)
}

function keyOf(row: JsonRow, columns: readonly string[]): string {
  const values = columns.map((name) => row[name])
  return values.map((value) => (value instanceof Uint8Array ? byteaText(value) : value)).join()
}

type Versioned = { readonly version: number }

function isNew<Row extends Versioned>(row: Row | undefined): row is Row {
  return row?.version === 1
}

function isNext<Row extends Versioned>(row: Row | undefined): row is Row {
  return row !== undefined && row.version !== 1
}

// What a row does not have is null.
function givenRows(table: string | undefined, form: Form): string {
  if (table === undefined) return '$::json'
  if (form === 'binary') return `unnest($::${table}[])`
  return `json_populate_recordset(null::${table}, $::json)`
}

function textOf(parts: readonly (Part & { readonly value: Value })[]): string {
  let place = 0
  const texts = parts.map(({ kind, rows, value }) => {
    const { table, text } = inserts[kind]
    return text(Object.keys(rows[0]), givenRows(table, formOf(value))).replaceAll(
      '$',
      () => `$${++place}`,
    )
  })
  const last = texts.pop() ?? ''
  const before = texts.map((insert, i) => `part_${i} as (${insert})`)
  if (parts.at(-1)?.kind.startsWith('placed')) return `with ${[...before, last].join()}`
  return before.length === 0 ? last : `with ${before.join()} ${last}`
}
