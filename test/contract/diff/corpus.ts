import type { DocumentName } from '../../../scripts/shared/document-names.ts'
import { walkDocument } from '../../../scripts/contract-diff/grammar.ts'
import type { Tree } from '../../../scripts/contract-diff/tree.ts'
import { seededRandom } from '../../harness/random.ts'
import { documents, edited, stepsOf } from './edit.ts'
import { allRules } from './rules.ts'
import type { Class, Rule } from './rules/rule.ts'
import { sidesAt } from './sides.ts'

/** One edit of one document, and what it has to be called. */
export interface Case {
  readonly title: string
  readonly document: DocumentName
  readonly rule: Rule
  readonly expected: Class
  readonly after: unknown
}

interface Spot {
  readonly object: string
  readonly pointer: string
  readonly tree: Tree
}

function spotsOf(document: DocumentName): Spot[] {
  const spots: Spot[] = []
  walkDocument(documents[document], (object, pointer, tree) => {
    spots.push({ object, pointer, tree })
    return true
  })
  return spots
}

/** Below these the meaning of a keyword depends on others, or the whole is one condition. */
const within = /\/(if|then|else|not|propertyNames|allOf|oneOf|anyOf|contentSchema)(\/|$)/

/** Each rule in each document at so many places as it fits, drawn by the seed. */
export function corpusOf(seed: number, placesEach: number): Case[] {
  return (Object.keys(documents) as DocumentName[]).flatMap((document) => {
    const byObject = Map.groupBy(spotsOf(document), ({ object }) => object)
    return allRules.flatMap((rule, index) => {
      const spots = (byObject.get(rule.object) ?? []).filter(({ pointer }) =>
        fits(rule, document, pointer),
      )
      return casesOf(rule, document, shuffled(spots, seed + index), placesEach)
    })
  })
}

function fits({ object }: Rule, document: DocumentName, pointer: string): boolean {
  if (object === 'document' || object === 'info' || object === 'tag') return true
  if (object === 'server' || object === 'variable' || object === 'securityScheme') return true
  return !within.test(pointer) && sidesAt(document, pointer).length > 0
}

function casesOf(rule: Rule, document: DocumentName, spots: readonly Spot[], most: number): Case[] {
  const cases: Case[] = []
  for (const { pointer, tree } of spots) {
    if (cases.length === most) break
    const isComponent = pointer.startsWith('/components')
    const fresh = '$ref' in tree ? undefined : rule.edit(tree, isComponent)
    if (fresh === undefined) continue
    const expected = classOf(rule, document, pointer)
    const after = edited(documents[document], stepsOf(pointer), () => fresh)
    const title = `${document}${pointer}: ${rule.object}, ${rule.what}`
    cases.push({ title, document, rule, expected, after })
  }
  return cases
}

// What breaks one of those who meet it is breaking.
function classOf(rule: Rule, document: DocumentName, pointer: string): Class {
  const classes = sidesAt(document, pointer).map((side) => rule[side])
  return classes.includes('breaking') ? 'breaking' : (classes[0] ?? rule.sends)
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = seededRandom(seed)
  const keyed = items.map((item) => [random.between(0, 1_000_000), item] as const)
  return keyed.sort(([one], [other]) => one - other).map(([, item]) => item)
}
