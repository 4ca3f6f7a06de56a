import { type Parameter, type Schema, admits } from '../openapi.ts'
import type { Collection, Row } from './collections.ts'
import { type Filter, filters } from './exceptions.ts'
import { isRow, membersWithin, textOf } from './values.ts'

/** What a query parameter of a list does. */
export type Use =
  | { readonly kind: 'filter'; readonly passes: Filter }
  // It says whose things are listed.
  | { readonly kind: 'parent' }
  | { readonly kind: 'page' }

const ofPages = new Set(['cursor', 'limit', 'sort', 'after', 'before', 'wait'])

/**
 * What the contract says that a query parameter does, by its name and the members of a thing; undefined
 * where it does not say so.
 */
export function useOf(parameter: Parameter, collection: Collection): Use | undefined {
  const { list, members, parent } = collection
  if (ofPages.has(parameter.name)) return { kind: 'page' }
  const passes = filters[list.operationId]?.[parameter.name] ?? byMember(parameter, collection)
  if (passes !== undefined) return { kind: 'filter', passes }
  if (parent && parameter.name in parent.of.members) return { kind: 'parent' }
  const within = Object.keys(members).filter(
    (name) => parameter.name in membersWithin(members[name]),
  )
  return within.length > 0 ? { kind: 'filter', passes: byPart(parameter.name, within) } : undefined
}

// `status` is a member; `cleared` asks for `clearedAt`; `subject` is one of `subjects`.
function byMember({ name, schema = {} }: Parameter, collection: Collection): Filter | undefined {
  const { members, time } = collection
  const [own, moment, several] = [members[name], members[`${name}At`], members[`${name}s`]]
  if (own) return isFlag(schema, own) ? isThere(name) : (row, value) => equals(row[name], value)
  if (moment && admits(schema, 'boolean')) return isThere(`${name}At`)
  if (several && admits(several, 'array')) return (row, value) => equals(row[`${name}s`], value)
  return schema.format === 'date-time' ? byTime(name, time) : undefined
}

// Whether there is something, where the thing tells what.
function isFlag(schema: Schema, member: Schema): boolean {
  return admits(schema, 'boolean') && !admits(member, 'boolean')
}

function isThere(name: string): Filter {
  return (row, value) => {
    const member = row[name]
    const isEmpty = Array.isArray(member) && member.length === 0
    return String(member !== null && member !== undefined && !isEmpty) === value
  }
}

function equals(member: unknown, value: string): boolean {
  if (Array.isArray(member)) return member.some((item) => equals(item, value))
  return textOf(member) === value
}

const bounds: Readonly<Record<string, (at: number, bound: number) => boolean>> = {
  from: (at, bound) => at >= bound,
  to: (at, bound) => at < bound,
  until: (at, bound) => at < bound,
  updatedAfter: (at, bound) => at > bound,
}

function byTime(name: string, time: string | undefined): Filter | undefined {
  const holds = bounds[name]
  if (holds === undefined || time === undefined) return undefined
  const momentOf = (row: Row) =>
    name === 'updatedAfter' ? (row['updatedAt'] ?? row[time]) : row[time]
  return (row, value) => holds(Date.parse(textOf(momentOf(row))), Date.parse(value))
}

function byPart(name: string, members: readonly string[]): Filter {
  return (row, value) =>
    members.some((member) =>
      [row[member]].flat().some((part) => isRow(part) && equals(part[name], value)),
    )
}

/** The filters of a request, the defaults of those that are left out too. */
export function filtersOf(
  parameters: readonly Parameter[],
  query: Readonly<Record<string, string>>,
  passesOf: (parameter: Parameter) => Filter | undefined,
): (row: Row) => boolean {
  const given = parameters.flatMap((parameter) => {
    const value = query[parameter.name] ?? parameter.schema?.default
    const passes = passesOf(parameter)
    if (parameter.in !== 'query' || value === undefined || passes === undefined) return []
    return [(row: Row) => passes(row, textOf(value))]
  })
  return (row) => given.every((passes) => passes(row))
}
