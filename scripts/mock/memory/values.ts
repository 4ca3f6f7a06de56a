import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Schema, admits, membersOf } from '../openapi.ts'
import type { Row } from './collections.ts'

/** A value with each text that `to` knows in the place of another, however deep. */
export function replaced(value: unknown, to: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return to.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => replaced(item, to))
  return isRow(value) ? mapped(value, (member) => replaced(member, to)) : value
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapped(row: Row, to: (member: unknown) => unknown): Row {
  return Object.fromEntries(Object.entries(row).map(([name, member]) => [name, to(member)]))
}

/** A value as a query writes it; nothing is empty. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Of a thing the members that are known. */
export function pick(row: Row, members: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in members))
}

/** Whether two things say the same where both say something. */
export function agree(one: Row, other: Row): boolean {
  return Object.entries(one).every(
    ([name, member]) => !(name in other) || isDeepStrictEqual(member, other[name]),
  )
}

const changedCharacters = 8

/** Another id of the same form: its last hexadecimal digits are others, the same ones for the same salt. */
export function idLike(id: string, salt: string): string {
  const digits = createHash('sha256').update(`${id} ${salt}`).digest('hex').split('')
  const tail = id.slice(-changedCharacters).replace(/[0-9a-f]/g, () => digits.pop() ?? '0')
  return id.slice(0, -changedCharacters) + tail
}

/** A member that was not given: what the schema says then, `null` where it may be, else what was there. */
export function absent(schema: Schema, before: unknown): unknown {
  if (schema.default !== undefined) return schema.default
  return admits(schema, 'null') ? null : before
}

/** A value as a member may have it: nothing is `{}` or `[]` where it may not be null. */
export function fitting(value: unknown, schema: Schema): unknown {
  if (value !== null || admits(schema, 'null')) return value
  return admits(schema, 'array') ? [] : {}
}

/** The members of what a member holds: one thing, or each of several. */
export function membersWithin(schema: Schema = {}): Readonly<Record<string, Schema>> {
  return { ...membersOf(schema), ...membersOf(schema.items) }
}
