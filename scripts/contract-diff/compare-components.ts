import {
  bodyKeywords,
  exampleKeywords,
  headerKeywords,
  parameterKeywords,
  responseKeywords,
} from './compare-values.ts'
import { type Finding, type Place, type Versions, found } from './findings.ts'
import type { KeywordOf } from './grammar.ts'
import {
  type Compare,
  type Keywords,
  type Pair,
  compareKeywords,
  compareReferenced,
} from './keywords.ts'
import { renamesOf } from './schema-members.ts'
import { compareRuleText } from './texts.ts'
import { type Tree, shown, step, tableOf, treeOf, without } from './tree.ts'
import { usesOf } from './uses.ts'

type Kind = KeywordOf<'components'>
type CompareComponent = (pair: Pair) => readonly Finding[]

/** What the components of the version before are called in the one after, by their pointers. */
export function renamedComponents(before: Tree, after: Tree): ReadonlyMap<string, string> {
  const [was, now] = [tableOf(before['components']), tableOf(after['components'])]
  return new Map(
    [...was].flatMap(([kind, old]) => {
      const fresh = now.get(kind) ?? {}
      const only = (table: Tree, other: Tree) =>
        new Map(Object.entries(table).filter(([name]) => !(name in other)))
      return [...renamesOf(only(old, fresh), only(fresh, old))].map(
        ([from, to]) => [pointerOf(kind, from), pointerOf(kind, to)] as const,
      )
    }),
  )
}

const pointerOf = (kind: string, name: string) => `/components/${kind}${step(name)}`

/** Every difference of the components of a document, each compared once for all who use it. */
export function compareComponents(versions: Versions): Finding[] {
  const [was, now] = [treeOf(versions.before['components']), treeOf(versions.after['components'])]
  return kinds.flatMap(([kind, compare]) => {
    const [before, after] = [tableOf(was[kind]), tableOf(now[kind])]
    return [
      ...[...before].flatMap(([name, old]) => {
        const pointer = pointerOf(kind, name)
        const to = versions.renamed.get(pointer)
        const fresh = after.get(to === undefined ? name : nameIn(to))
        const at = placeOf(pointer, to ?? pointer, versions)
        if (fresh === undefined) return asGone(at)
        const pair = { was: old, now: fresh, at, versions }
        return [
          ...(to === undefined ? [] : [found('component-renamed', at, name, nameIn(to))]),
          ...compare(pair),
        ]
      }),
      ...without([...after.keys()], [...before.keys()])
        .map((name) => pointerOf(kind, name))
        .filter((pointer) => ![...versions.renamed.values()].includes(pointer))
        .flatMap((pointer) => asNew(pointer, versions)),
    ]
  })
}

const nameIn = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1)

// Nobody who met it before means nobody who can be broken.
function placeOf(pointer: string, pointerNow: string, { before, after }: Versions): Place {
  const met = usesOf(before).get(pointer)
  const uses = met ?? usesOf(after).get(pointerNow) ?? []
  return { pointer, uses, isNew: met === undefined, suffix: '', within: [] }
}

// What was in use is told where it was used.
function asGone(at: Place): Finding[] {
  return at.isNew === true ? [found('component-removed', { ...at, uses: [] })] : []
}

function asNew(pointer: string, { after }: Versions): Finding[] {
  if (usesOf(after).has(pointer)) return []
  return [found('component-added', { pointer, uses: [], suffix: '', within: [] })]
}

const compareScheme: Compare = ({ was, now, at }) => {
  const [before, after] = [schemeOf(was), schemeOf(now)]
  return before === after ? [] : [found('scheme-changed', at, before, after)]
}

function schemeOf(scheme: Tree): string {
  const facts = [shown(scheme['type']), shown(scheme['scheme'])]
  const where =
    scheme['in'] === undefined ? '' : `in ${shown(scheme['in'])} ${shown(scheme['name'])}`
  const others = [shown(scheme['flows']), shown(scheme['openIdConnectUrl'])]
  return [...facts, where, ...others].filter(Boolean).join(' ')
}

const schemeKeywords: Keywords<'securityScheme'> = {
  type: compareScheme,
  description: compareRuleText,
  name: compareScheme,
  in: compareScheme,
  scheme: compareScheme,
  bearerFormat: () => [],
  flows: compareScheme,
  openIdConnectUrl: compareScheme,
}

const by = (keywords: Readonly<Record<string, Compare>>) => (pair: Pair) =>
  compareReferenced(keywords, pair)

// Nobody's yet: that they differ is all that is said.
const asWhole =
  (kind: 'links-changed' | 'callbacks-changed'): CompareComponent =>
  ({ was, now, at }) =>
    JSON.stringify(was) === JSON.stringify(now) ? [] : [found(kind, at, shown(was), shown(now))]

const kinds: readonly (readonly [Kind, CompareComponent])[] = [
  ['schemas', ({ was, now, at, versions }) => versions.compareSchemas(was, now, at, versions)],
  ['responses', by(responseKeywords)],
  ['parameters', by(parameterKeywords)],
  ['examples', by(exampleKeywords)],
  ['requestBodies', by(bodyKeywords)],
  ['headers', by(headerKeywords)],
  ['securitySchemes', (pair) => compareKeywords(schemeKeywords, pair)],
  ['links', asWhole('links-changed')],
  ['callbacks', asWhole('callbacks-changed')],
  ['pathItems', asWhole('callbacks-changed')],
]
