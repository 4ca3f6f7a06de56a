import type { ChangeKind } from './changes.ts'
import { type Finding, type Place, found, inside, below } from './findings.ts'
import type { Compare, Pair } from './keywords.ts'
import { alternativesOf, typesOf, valuesOf } from './schema-alternatives.ts'
import { compareBounds, compareForms } from './schema-bounds.ts'
import { type Tree, isTree, shown, step, textsOf, without } from './tree.ts'

/** What a value may be: its types, values, bounds, forms and alternatives, which explain each other. */
export const compareValueSpace: Compare = (pair) => [
  ...compareTypes(pair),
  ...compareValues(pair),
  ...compareBounds(pair),
  ...compareForms(pair),
  ...compareAlternatives(pair),
]

const any = 'any'

function compareTypes({ was, now, at, versions }: Pair): Finding[] {
  const hadForms = alternativesOf(was, versions.before) !== undefined
  const hasForms = alternativesOf(now, versions.after) !== undefined
  if (hadForms !== hasForms) return []
  const [before, after] = [typesOf(was), typesOf(now)]
  if (before === undefined && after === undefined) return []
  const kind = kindOfTypes(before, after)
  return kind === undefined ? [] : [found(kind, at, told(before), told(after))]
}

const told = (types: readonly string[] | undefined) => types?.join(', ') ?? any

function kindOfTypes(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): ChangeKind | undefined {
  if (before === undefined) return 'types-narrowed'
  if (after === undefined) return 'types-widened'
  const [lost, gained] = [beyond(before, after), beyond(after, before)]
  if (lost.length === 0 && gained.length === 0) return undefined
  return gained.length === 0
    ? 'types-narrowed'
    : lost.length === 0
      ? 'types-widened'
      : 'types-changed'
}

// Every integer is a number.
function beyond(types: readonly string[], others: readonly string[]): string[] {
  const all = others.includes('number') ? [...others, 'integer'] : others
  return without(types, all)
}

function compareValues({ was, now, at }: Pair): Finding[] {
  const [before, after] = [valuesOf(was), valuesOf(now)]
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [found('values-limited', at, '', listed(after ?? []))]
  if (after === undefined) return [found('values-unlimited', at, listed(before), '')]
  const [lost, gained] = [without(before, after), without(after, before)]
  const added = was['x-extensible'] === true ? 'values-foretold' : 'values-added'
  return [
    ...(lost.length > 0 ? [found('values-removed', at, listed(lost), '')] : []),
    ...(gained.length > 0 ? [found(added, at, '', listed(gained))] : []),
  ]
}

const listed = (values: readonly unknown[]) =>
  values.map((value) => (isTree(value) ? shown(value) : String(value))).join(', ')

const none: ReadonlyMap<string, Tree> = new Map()

function compareAlternatives({ was, now, at, versions }: Pair): Finding[] {
  const before = alternativesOf(was, versions.before) ?? none
  const after = alternativesOf(now, versions.after) ?? none
  if (before.size === 0 && after.size === 0) return []
  const names = [...before.keys()].map((name) => renamed(name, versions.renamed))
  const lost = without(names, [...after.keys()])
  const gained = without([...after.keys()], names)
  const list = now['oneOf'] === undefined ? 'anyOf' : 'oneOf'
  return [
    ...compareLists(was['oneOf'] === undefined ? 'anyOf' : 'oneOf', list, at),
    ...compareTag(before.size > 0 && after.size > 0, { was, now, at, versions }),
    ...lost.map((name) => found('variant-removed', at, name, '')),
    ...gained.map((name) => found('variant-added', at, '', name)),
    ...[...before].flatMap(([name, old]) => {
      const fresh = after.get(renamed(name, versions.renamed))
      if (fresh === undefined) return []
      const isActivity = isTree(now['discriminator'])
      const steps = `/${list}${step(name)}`
      return versions.compareSchemas(
        old,
        fresh,
        isActivity ? below(at, name, steps) : inside(at, steps),
        versions,
      )
    }),
  ]
}

function renamed(name: string, names: ReadonlyMap<string, string>): string {
  const pointer = names.get(`/components/schemas${step(name)}`)
  return pointer?.split('/').at(-1) ?? name
}

// One of them and any of them differ where two fit.
function compareLists(was: string, now: string, at: Place): Finding[] {
  return was === now ? [] : [found('condition-changed', at, was, now)]
}

// By what the alternatives are told apart.
function compareTag(hasBoth: boolean, { was, now, at }: Pair): Finding[] {
  if (!hasBoth) return []
  const tag = ({ discriminator }: Pair['was']) =>
    isTree(discriminator) ? textsOf(discriminator['propertyName']).join() : ''
  const [before, after] = [tag(was), tag(now)]
  return before === after ? [] : [found('condition-changed', at, before, after)]
}
