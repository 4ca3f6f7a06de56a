import { isDeepStrictEqual } from 'node:util'
import { followed, referenceOf } from './contract.ts'
import { type Finding, type Place, type Versions, found } from './findings.ts'
import type { KeywordOf, ObjectName } from './grammar.ts'
import { compareChinese } from './texts.ts'
import { MalformedDocument, type Tree, shown } from './tree.ts'

/** Two versions of one object. */
export interface Pair {
  readonly was: Tree
  readonly now: Tree
  readonly at: Place
  readonly versions: Versions
}

/** What the difference of a keyword, or of those that one function reads together, means. */
export type Compare = (pair: Pair, keyword: string) => readonly Finding[] | typeof elsewhere

/** Somebody else compares it, and says what there is to say. */
export const elsewhere = 'elsewhere'

/** What becomes of each keyword of an object; the compiler asks for all of them. */
export type Keywords<Name extends ObjectName> = Readonly<Record<KeywordOf<Name>, Compare>>

/** Everywhere there may stand a reference, which was followed, and our Chinese words. */
const everywhere: Readonly<Record<string, Compare>> = { 'x-zh': compareChinese }

/**
 * Every difference between two objects. No keyword that differs stays without a finding: what means
 * nothing to its function is told as another notation.
 */
export function compareKeywords(
  keywords: Readonly<Record<string, Compare>>,
  pair: Pair,
): Finding[] {
  const { was, now, at } = pair
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  const differing = names.filter((name) => !isDeepStrictEqual(was[name], now[name]))
  const groups = Map.groupBy(differing, (name) => functionOf(name, keywords, at))
  return [...groups].flatMap(([compare, group]) => {
    const findings = compare(pair, group[0] ?? '')
    if (findings === elsewhere) return []
    return findings.length > 0 ? findings : [asNotation(pair, ...group)]
  })
}

/** What is written otherwise and means the same. */
export function asNotation({ was, now, at }: Pair, ...keywords: readonly string[]): Finding {
  const told = (tree: Tree) =>
    keywords
      .filter((keyword) => tree[keyword] !== undefined)
      .map((keyword) => `${keyword} ${shown(tree[keyword])}`)
      .join(', ')
  return found('notation-changed', at, told(was), told(now))
}

function functionOf(
  name: string,
  keywords: Readonly<Record<string, Compare>>,
  { pointer }: Place,
): Compare {
  const all = { ...everywhere, ...keywords }
  const compare = Object.hasOwn(all, name) ? all[name] : undefined
  if (compare === undefined) {
    throw new MalformedDocument(`contract:diff does not know ${name} at ${pointer}`)
  }
  return compare
}

/**
 * The differences of two objects one of which may be a reference. What both refer to is compared where
 * it stands.
 */
export function compareReferenced(
  keywords: Readonly<Record<string, Compare>>,
  pair: Pair,
): readonly Finding[] {
  const { was, now, versions } = pair
  const [from, to] = [referenceOf(was), referenceOf(now)]
  if (from !== undefined && to !== undefined && (versions.renamed.get(from) ?? from) === to) {
    const beside = ({ $ref: _followed, ...tree }: Tree) => tree
    return compareKeywords(keywords, { ...pair, was: beside(was), now: beside(now) })
  }
  const full = { was: followed(was, versions.before), now: followed(now, versions.after) }
  const findings = compareKeywords(keywords, { ...pair, ...full })
  return from === to || findings.length > 0 ? findings : [asNotation(pair, '$ref')]
}
