import { isDeepStrictEqual } from 'node:util'
import type { DocumentName } from '../../../scripts/shared/document-names.ts'
import { step } from '../../../scripts/contract-diff/tree.ts'
import { seededRandom } from '../../harness/random.ts'
import { documents, edited, stepsOf } from './edit.ts'

/** One random edit of a bundled document. */
export interface Mutation {
  readonly title: string
  readonly document: DocumentName
  readonly after: unknown
}

type Random = ReturnType<typeof seededRandom>
type Edit = (value: unknown, random: Random) => unknown

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value)
const one = <Item>(items: readonly Item[], random: Random) =>
  items[random.between(0, items.length - 1)]

// What can be done to a value of any kind; undefined where it cannot be done.
const edits: Readonly<Record<string, Edit>> = {
  'another text': (value) => (typeof value === 'string' ? `${value}x` : undefined),
  'a shorter text': (value) =>
    typeof value === 'string' && value.length > 1 ? value.slice(1) : undefined,
  'another number': (value) => (typeof value === 'number' ? value + 1 : undefined),
  'the other of two': (value) => (typeof value === 'boolean' ? !value : undefined),
  'an entry gone': (value, random) => {
    if (isList(value)) return value.toSpliced(random.between(0, value.length - 1), 1)
    if (!isObject(value)) return undefined
    const name = one(Object.keys(value), random)
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
  },
  'an entry twice': (value, random) => {
    if (isList(value)) return value.length > 0 ? [...value, one(value, random)] : undefined
    if (!isObject(value)) return undefined
    const [name, entry] = one(Object.entries(value), random) ?? []
    return name === undefined ? undefined : { ...value, [`${name}Too`]: entry }
  },
  'an entry by another name': (value, random) => {
    if (!isObject(value)) return undefined
    const name = one(Object.keys(value), random)
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key === name ? `${key}New` : key, entry]),
    )
  },
  'nothing at all': () => null,
}

/** So many random edits, drawn by the seed over all documents and all places in them. */
export function mutationsOf(seed: number, count: number): Mutation[] {
  const random = seededRandom(seed)
  const places = (Object.keys(documents) as DocumentName[]).flatMap((document) =>
    pointersIn(documents[document], '').map((pointer) => ({ document, pointer })),
  )
  const mutations: Mutation[] = []
  while (mutations.length < count) {
    const place = one(places, random)
    const [what = '', edit] = one(Object.entries(edits), random) ?? []
    if (place === undefined || edit === undefined) throw new Error('there is nothing to edit')
    const before = documents[place.document]
    const after = edited(before, stepsOf(place.pointer), (old) => {
      const fresh = edit(old, random)
      return fresh === undefined ? old : fresh
    })
    if (isDeepStrictEqual(before, after)) continue
    mutations.push({
      title: `${place.document}${place.pointer}: ${what}`,
      document: place.document,
      after,
    })
  }
  return mutations
}

// Every place of a document.
function pointersIn(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [
    ...(pointer === '' ? [] : [pointer]),
    ...Object.entries(value).flatMap(([name, inner]) => pointersIn(inner, pointer + step(name))),
  ]
}

/** A document whose objects have their keys the other way round. */
export function reversed(value: unknown): unknown {
  if (isList(value)) return value.map(reversed)
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, reversed(inner)] as const)
  return Object.fromEntries(entries.toReversed())
}
