import { type PlacedOperation, type Schema, membersOf, requiredOf, successOf } from '../openapi.ts'

/** A thing of a collection, as the contract's scenes and the writes since then have it. */
export type Row = Readonly<Record<string, unknown>>

/** What a list shows, and one address below it for each thing. */
export interface Collection {
  readonly list: PlacedOperation
  /** Whose things these are, and by which parameter of the path it is named. */
  readonly parent: { readonly of: Collection; readonly parameter: string } | undefined
  /** The parameter that names a thing in the path, and the member that holds it. */
  readonly parameter: string | undefined
  readonly idMember: string | undefined
  /** The operation that shows a thing with at least all that the list shows of it. */
  readonly show: PlacedOperation | undefined
  /** The members that the list shows, and all that are known of a thing. */
  readonly listed: Readonly<Record<string, Schema>>
  readonly members: Readonly<Record<string, Schema>>
  /** When a thing came, by which a list is in order. */
  readonly time: string | undefined
}

/** What an operation does to a collection. */
export type Role =
  | { readonly does: 'list' | 'create'; readonly collection: Collection }
  | { readonly does: 'show' | 'replace' | 'remove'; readonly collection: Collection }
  | { readonly does: 'act'; readonly collection: Collection; readonly action: string }
  // Something of a thing that is none itself: it is shown by its scene, if the thing is there.
  | { readonly does: 'scene'; readonly collection: Collection }

/** The role of each operation that has one, by its `operationId`; the others have their scenes alone. */
export function rolesIn(operations: readonly PlacedOperation[]): ReadonlyMap<string, Role> {
  const collections = collectionsIn(operations)
  const roles = operations.flatMap((operation) => {
    const role = roleOf(operation, collections)
    return role === undefined ? [] : [[operation.operationId, role] as const]
  })
  return new Map(roles)
}

/** The collections of a document, those of which others are parts first: each list that has pages. */
export function collectionsIn(operations: readonly PlacedOperation[]): Collection[] {
  const lists = operations.filter(
    ({ method, parameters = [] }) =>
      method === 'get' && parameters.some(({ name }) => name === 'limit'),
  )
  const known: Collection[] = []
  for (const list of lists.toSorted((one, other) => one.path.length - other.path.length)) {
    const item = successOf(list)?.schema?.properties?.['items']?.items
    if (item !== undefined) known.push(collectionOf(list, item, { operations, known }))
  }
  return known
}

interface Known {
  readonly operations: readonly PlacedOperation[]
  readonly known: readonly Collection[]
}

function collectionOf(list: PlacedOperation, item: Schema, { operations, known }: Known) {
  const listed = membersOf(item)
  const below = operations.filter(({ path }) => path.startsWith(`${list.path}/{`))
  const parameter = /^\{(\w+)\}/.exec(below[0]?.path.slice(list.path.length + 1) ?? '')?.[1]
  const show = below.find(
    ({ method, path }) => method === 'get' && path === `${list.path}/{${parameter ?? ''}}`,
  )
  const isWhole = show && holds(successOf(show)?.schema, item)
  return {
    list,
    parent: parentOf(list.path, known),
    parameter,
    idMember: [parameter ?? 'id', 'id'].find((name) => name in listed),
    show: isWhole ? show : undefined,
    listed,
    members: isWhole ? { ...listed, ...membersOf(successOf(show)?.schema) } : listed,
    time: timeOf(listed),
  }
}

function parentOf(path: string, known: readonly Collection[]): Collection['parent'] {
  const of = known.findLast(({ list }) => path.startsWith(`${list.path}/{`))
  return of?.parameter === undefined ? undefined : { of, parameter: of.parameter }
}

function timeOf(members: Collection['listed']): string | undefined {
  const times = Object.entries(members).filter(([, { format }]) => format === 'date-time')
  return 'createdAt' in members ? 'createdAt' : times[0]?.[0]
}

/** Whether one schema shows all that another promises. */
function holds(schema: Schema | undefined, item: Schema): boolean {
  const members = membersOf(schema)
  const promised = requiredOf(item)
  return promised.length > 0 && promised.every((name) => name in members)
}

function roleOf(operation: PlacedOperation, collections: readonly Collection[]): Role | undefined {
  const { method, path } = operation
  const own = collections.find(({ list }) => list.path === path)
  if (own && method === 'get') return { does: 'list', collection: own }
  const collection = own ?? collections.findLast(({ list }) => path.startsWith(`${list.path}/`))
  if (collection === undefined) return undefined
  const [first = '', action] = path.slice(collection.list.path.length + 1).split('/')
  if (!first.startsWith('{')) {
    return isThing(operation, collection) ? { does: 'create', collection } : undefined
  }
  if (action === undefined) return roleOfThing(operation, collection)
  return isThing(operation, collection) && method !== 'get'
    ? { does: 'act', collection, action }
    : { does: 'scene', collection }
}

function roleOfThing({ method, ...operation }: PlacedOperation, collection: Collection): Role {
  if (method === 'delete') return { does: 'remove', collection }
  if (method !== 'get') return { does: 'replace', collection }
  const isWhole = collection.show?.operationId === operation.operationId
  return { does: isWhole ? 'show' : 'scene', collection }
}

function isThing(operation: PlacedOperation, { list }: Collection): boolean {
  const item = successOf(list)?.schema?.properties?.['items']?.items ?? {}
  return thingIn(successOf(operation)?.schema, item) !== undefined
}

/** Where an answer holds a thing: itself (`''`), or in one of its members. */
export function thingIn(answer: Schema | undefined, item: Schema): string | undefined {
  if (holds(answer, item)) return ''
  return Object.entries(membersOf(answer)).find(([, member]) => holds(member, item))?.[0]
}
