import type { Parameter } from '../openapi.ts'
import type { Collection } from './collections.ts'
import type { Filter } from './exceptions.ts'
import { filtersOf, useOf } from './filters.ts'
import type { MemoryRequest, Refused } from './told.ts'
import type { Stored } from './pages.ts'
import type { Tables } from './tables.ts'

/**
 * Why nothing can belong to what a path names: it is not there. Parameters may name it too, which no thing
 * of the list has.
 */
export function missingOwner(
  tables: Tables,
  collection: Collection,
  request: MemoryRequest,
): Refused | undefined {
  const owner = collection.parent?.of
  if (owner === undefined) return undefined
  const missing = missingOwner(tables, owner, request)
  if (missing) return missing
  return find(tables, [owner, collection], request) ? undefined : notThere(tables, owner, request)
}

/** The request with the id of the list in the place of Koogate's own `id`, which names a thing as well. */
export function byListedId(
  tables: Tables,
  collection: Collection,
  request: MemoryRequest,
): MemoryRequest {
  const { parent, idMember = '', parameter = '' } = collection
  const ofOwner = parent === undefined ? request : byListedId(tables, parent.of, request)
  const { params } = ofOwner
  const id = params[parameter]
  if (id === undefined || idMember === 'id') return ofOwner
  const own = tables.of(collection, params).find(({ row }) => row['id'] === id)
  if (own === undefined) return ofOwner
  return { ...ofOwner, params: { ...params, [parameter]: String(own.row[idMember]) } }
}

/** The thing of the first collection that a request on the second one names. */
export function find(
  tables: Tables,
  [of, asked]: readonly [Collection, Collection],
  { operation, params, query }: MemoryRequest,
): Stored | undefined {
  const { idMember = '', parameter = '' } = of
  const isChosen = filtersOf(operation.parameters ?? [], query, (one) => choice(one, of, asked))
  return tables
    .of(of, params)
    .find(({ row }) => String(row[idMember]) === params[parameter] && isChosen(row))
}

function choice(parameter: Parameter, of: Collection, asked: Collection): Filter | undefined {
  const use = useOf(parameter, asked)
  if (of === asked) return use?.kind === 'filter' ? use.passes : undefined
  const ofOwner = use?.kind === 'parent' ? useOf(parameter, of) : undefined
  return ofOwner?.kind === 'filter' ? ofOwner.passes : undefined
}

const namedIds = 8

/** That there is no such thing, and which there are. */
export function notThere(
  tables: Tables,
  collection: Collection,
  { params }: MemoryRequest,
): Refused {
  const { idMember = '', parameter = '' } = collection
  const ids = [...new Set(tables.of(collection, params).map(({ row }) => String(row[idMember])))]
  const more = ids.length > namedIds ? ' and more' : ''
  const known = ids.length === 0 ? 'none' : `${ids.slice(0, namedIds).join(', ')}${more}`
  const words = `There is no ${parameter} ${params[parameter] ?? ''} here. The mock has ${known}.`
  return { refused: 404, words }
}
