import { drawn } from '../harness/scale.ts'
import {
  type ContractOperation,
  operationsIn,
  parametersOf,
} from '../harness/contract-operations.ts'
import type { Part } from '../harness/contract-schemas.ts'
import { type Ids, namesOf } from './values.ts'

/** A request of a page: one way to read an operation of the management API. */
export interface PageRequest {
  readonly operationId: string
  /** With the query. */
  readonly path: string
  /** How the rows are chosen; by the singles a page must come without looking at many others. */
  readonly kind: 'whole' | 'one filter' | 'sorted' | 'two at once' | 'one thing'
}

// What a browser opens to sign in, and who it is then; and what is answered without reading a table.
const notOfPages = /^(sso|getSso|getLive$|getSession$)/

/** Every operation that shows something. */
export const readOperations = operationsIn('management').filter(
  ({ method, operationId }) => method === 'get' && !notOfPages.test(operationId),
)

type Choice = [name: string, value: string]

/** Which combinations of two are read: one of each two parameters, or so many of all. */
export type Pairs = 'one of each' | { readonly drawn: number }

/**
 * Every way to read an operation: without a filter, by each filter alone, in each order, by two filters
 * and in another order. A parameter without a value in values.ts fails, so nothing new is passed over.
 */
export function requestsOf(
  operation: ContractOperation,
  ids: Ids,
  pairs: Pairs = 'one of each',
): PageRequest[] {
  const { operationId } = operation
  const parameters = parametersOf(operation).filter(
    ({ node }) => node['in'] === 'query' && node['required'] !== true,
  )
  const values = parameters.flatMap((one): Choice[][] => {
    const named = valuesOf(operation, one, ids).map((value): Choice => [nameOf(one), value])
    return named.length === 0 ? [] : [named]
  })
  const [sorts, filters] = apart(values)
  const isList = operationId.startsWith('list')
  const choices: readonly (readonly [PageRequest['kind'], readonly Choice[][]])[] = [
    [isList ? 'whole' : 'one thing', [[]]],
    ['one filter', filters.flat().map((one) => [one])],
    ['sorted', sorts.map((one) => [one])],
    ['two at once', pairsOf(filters, sorts, pairs)],
  ]
  return pathsOf(operation, ids).flatMap((path) =>
    choices.flatMap(([kind, all]) =>
      all.map((query) => ({ operationId, kind, path: withQuery(path, query) })),
    ),
  )
}

function nameOf({ node }: Part): string {
  return String(node['name'])
}

function apart(values: readonly Choice[][]): [Choice[], Choice[][]] {
  const isSort = (choices: readonly Choice[]) => choices[0]?.[0] === 'sort'
  const sorts = values.find(isSort) ?? []
  return [sorts.filter(([, value]) => value !== '-createdAt'), values.filter((one) => !isSort(one))]
}

function pairsOf(
  filters: readonly Choice[][],
  sorts: readonly Choice[],
  pairs: Pairs,
): readonly Choice[][] {
  const sides = filters.flatMap((some, at) => filters.slice(at + 1).map((others) => [some, others]))
  const sorted = filters.map((some) => [some, sorts])
  if (pairs === 'one of each') {
    return [...sides, ...sorted].flatMap(([a, b]) => allOf(a?.slice(0, 1), b?.slice(0, 1)))
  }
  const inOrder = sorted.flatMap(([a, b]) => allOf(a, b))
  const beside = sides.flatMap(([a, b]) => allOf(a, b))
  return [...inOrder, ...drawn(beside, pairs.drawn)]
}

function allOf(some: readonly Choice[] = [], others: readonly Choice[] = []): Choice[][] {
  return some.flatMap((a) => others.map((b) => [a, b]))
}

const notFilters = new Set(['cursor', 'limit', 'wait'])

function valuesOf({ operationId, schemas }: ContractOperation, parameter: Part, ids: Ids) {
  const name = nameOf(parameter)
  if (notFilters.has(name)) return []
  const { type, enum: listed } = schemas.below(parameter, 'schema')?.node ?? {}
  if (Array.isArray(listed)) return listed.map(String)
  if (type === 'boolean') return ['true', 'false']
  const known = namesOf(ids, operationId, name)
  if (known !== undefined) return known
  throw new Error(`${operationId}: test/scale/values.ts has no value for ${name}`)
}

/** The addresses of an operation, for each thing that it has to be told. */
function pathsOf(operation: ContractOperation, ids: Ids): string[] {
  const required = parametersOf(operation).filter(({ node }) => node['required'] === true)
  return required.reduce<string[]>(
    (paths, parameter) => {
      const values = valuesOf(operation, parameter, ids)
      return paths.flatMap((path) => values.map((value) => withValue(path, parameter, value)))
    },
    [operation.path],
  )
}

function withValue(path: string, parameter: Part, value: string): string {
  const name = nameOf(parameter)
  return parameter.node['in'] === 'path'
    ? path.replace(`{${name}}`, encodeURIComponent(value))
    : withQuery(path, [[name, value]])
}

function withQuery(path: string, query: Choice[]): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}
