import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { binaryRows } from '../../src/db/binary/binary-rows.ts'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { asJson } from '../../src/db/json-row.ts'
import {
  type RowLayout,
  type RowLayouts,
  createKnownLayouts,
} from '../../src/db/binary/row-layouts.ts'
import { writtenTables } from '../../src/db/unit-of-work-inserts.ts'
import { createDatabase } from '../harness/postgres.ts'
import { scale } from '../harness/scale.ts'

let database: OpenDatabase
let layouts: RowLayouts
beforeAll(async () => {
  database = openServer(await createDatabase(inject('postgresUrl')))
  layouts = await createKnownLayouts(writtenTables).of(database.db)
})
afterAll(() => database.close())

// What Postgres takes as text; the half of a pair has a test of its own.
const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
const [bool, bytea, int8, int4] = [16, 17, 20, 23]
const [text_, json, texts, timestamptz, uuid, uuids, jsonb] = [
  25, 114, 1009, 1184, 2950, 2951, 3802,
]
const values: Readonly<Record<number, fc.Arbitrary<unknown>>> = {
  [bool]: fc.boolean(),
  [bytea]: fc.uint8Array({ maxLength: 300 }),
  [int8]: fc.maxSafeInteger(),
  [int4]: fc.integer(),
  [text_]: text,
  [json]: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean())),
  [jsonb]: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean())),
  [texts]: fc.array(text, { maxLength: 4 }),
  [uuids]: fc.array(fc.uuid(), { maxLength: 4 }),
  [timestamptz]: fc.date({ min: new Date(-1e12), max: new Date(7e12), noInvalidDate: true }),
  [uuid]: fc.uuid(),
}

const rowOf = ({ columns }: RowLayout) =>
  fc.record(
    Object.fromEntries(
      columns.map(({ name, type }) => [name, fc.option(values[type] ?? fc.constant(null))]),
    ),
  )

const read = async (rows: RawBuilder<unknown>) =>
  (await sql<{ row: string }>`select row::text from ${rows} as row`.execute(database.db)).rows

describe('rows in binary form', () => {
  test.each(writtenTables)('of %s are what they are as JSON', async (table) => {
    const layout = layouts.get(table)
    if (layout === undefined) throw new Error(`${table} has no layout`)
    const rows = fc.array(rowOf(layout), { minLength: 1, maxLength: 5 })
    const property = fc.asyncProperty(rows, async (some) => {
      const binary = binaryRows(some, layout)
      const type = sql.raw(table)
      const asBinary = await read(sql`unnest(${binary}::${type}[])`)
      const given = JSON.stringify(some.map(asJson))
      expect(asBinary).toEqual(
        await read(sql`json_populate_recordset(null::${type}, ${given}::json)`),
      )
    })
    await fc.assert(property, { numRuns: scale.binaryRows })
  })

  test('have every type of the rows of a purchase', () => {
    const bought = ['nonces', 'sold_instances', 'order_lines', 'events', 'jobs', 'messages']
    const types = [...bought, 'event_outbox'].flatMap((table) =>
      (layouts.get(table)?.columns ?? []).map(({ type }) => type),
    )
    expect(types.filter((type) => !(type in values))).toEqual([])
    expect(types.length).toBeGreaterThan(90)
  })

  test.each([
    [text_, '\ud800', 'half of a pair of characters'],
    [text_, 5, 'a number as text'],
    [uuid, 'no-id', 'what is no id'],
    [int4, 2 ** 31, 'a number that is too large'],
    [int4, 0.5, 'a fraction'],
    [int8, 2 ** 53, 'a number that is not exact'],
    [timestamptz, '2026-11-27T00:00:00.123456Z', 'a time with microseconds'],
    [timestamptz, new Date(NaN), 'no time'],
    [texts, ['a', null], 'an array with nulls'],
    [uuids, ['no-id'], 'an array of what are no ids'],
    [bytea, '\\x00', 'bytes as text'],
    [bool, 'true', 'a boolean as text'],
    [1700, 1, 'a type that no such row has'],
  ])('do not exist with a value of %i that is %j: %s', (type, value, _what) => {
    const layout = { type: 1, columns: [{ name: 'value', type }] }
    expect(binaryRows([{ value: null }], layout)).toBeInstanceOf(Buffer)
    expect(binaryRows([{ value }], layout)).toBeUndefined()
  })

  test('have room for what is larger than any before', () => {
    const layout = { type: 1, columns: [{ name: 'value', type: text_ }] }
    const long = '店'.repeat(1_000_000)
    expect(
      binaryRows([{ value: long }], layout)
        ?.subarray(-3 * long.length)
        .toString(),
    ).toBe(long)
    expect(binaryRows([{ value: 'a' }], layout)).toHaveLength(20 + 4 + 4 + 8 + 1)
  })
})
