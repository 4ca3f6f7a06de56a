import pg from 'pg'
import type { BinaryWriter } from './binary-writer.ts'

/** Writes a value without its length. Returns false where it has no form for such a value. */
type WriteValue = (value: unknown, to: BinaryWriter) => boolean

/** Writes a value behind its length, and null as the length that only null has. */
export function writeSized(value: unknown, write: WriteValue, to: BinaryWriter): boolean {
  if (value === null || value === undefined) {
    to.int32(-1)
    return true
  }
  const begin = to.beginSized()
  if (!write(value, to)) return false
  to.endSized(begin)
  return true
}

/** The start of an array of one dimension; its elements follow, each behind its length. */
export function beginArray(type: number, length: number, to: BinaryWriter): void {
  const dimensions = length === 0 ? 0 : 1
  const hasNulls = 0
  for (const head of [dimensions, hasNulls, type]) to.int32(head)
  const firstIndex = 1
  if (dimensions > 0) for (const head of [length, firstIndex]) to.int32(head)
}

const writeText: WriteValue = (value, to) => {
  // Half of a pair would be written as another character; as JSON, Postgres refuses it.
  if (typeof value !== 'string' || !value.isWellFormed()) return false
  to.text(value)
  return true
}

const writeUuid: WriteValue = (value, to) =>
  typeof value === 'string' && to.hex(value.replaceAll('-', '')) === 16

const writeBoolean: WriteValue = (value, to) => {
  if (typeof value !== 'boolean') return false
  to.byte(value ? 1 : 0)
  return true
}

const writeInt4: WriteValue = (value, to) => {
  if (typeof value !== 'number' || (value | 0) !== value) return false
  to.int32(value)
  return true
}

const writeInt8: WriteValue = (value, to) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return false
  to.int64(value)
  return true
}

// Postgres counts microseconds, and from 2000 on.
const epoch = Date.UTC(2000, 0)

const writeTime: WriteValue = (value, to) =>
  value instanceof Date && writeInt8((value.getTime() - epoch) * 1000, to)

const writeBytes: WriteValue = (value, to) => {
  if (!(value instanceof Uint8Array)) return false
  to.bytes(value)
  return true
}

const writeJson: WriteValue = (value, to) => writeText(JSON.stringify(value), to)

const writeJsonb: WriteValue = (value, to) => {
  const version = 1
  to.byte(version)
  return writeJson(value, to)
}

const writeArrayOf =
  (type: number, write: WriteValue): WriteValue =>
  (value, to) => {
    if (!Array.isArray(value) || value.includes(null)) return false
    beginArray(type, value.length, to)
    return value.every((element) => writeSized(element, write, to))
  }

const { BOOL, BYTEA, INT4, INT8, JSON: json, JSONB, TEXT, TIMESTAMPTZ, UUID } = pg.types.builtins
const textArray = 1009
const uuidArray = 2951

/** How values are written, by the id of their type: of all types that a row of a unit of work has. */
export const writeValues: Readonly<Record<number, WriteValue>> = {
  [TEXT]: writeText,
  [UUID]: writeUuid,
  [BOOL]: writeBoolean,
  [INT4]: writeInt4,
  [INT8]: writeInt8,
  [TIMESTAMPTZ]: writeTime,
  [BYTEA]: writeBytes,
  [json]: writeJson,
  [JSONB]: writeJsonb,
  [textArray]: writeArrayOf(TEXT, writeText),
  [uuidArray]: writeArrayOf(UUID, writeUuid),
}
