// What the build and the page must agree on, so that a query meets the words of the index.
import type MiniSearch from 'minisearch'
import type { SearchOptions, SearchResult } from 'minisearch'
import { expressionOf, likenessOf } from './search-query.ts'
import { processTerm, tokenize } from './search-words.ts'

/** A section of a page, a row of a table that says what a code means, an interface, or a field. */
export type EntryKind = 'section' | 'row' | 'interface' | 'field'

/** One thing to find. */
export interface Entry {
  readonly id: number
  readonly kind: EntryKind
  readonly title: string
  readonly heading: string
  /** What it is exactly called: a code, a setting, a field, an operation, a path. */
  readonly names: readonly string[]
  /** What an interface is for, with the store's own name of it; empty for everything else. */
  readonly summary: string
  readonly text: string
  /** Below the root of the site. */
  readonly url: string
}

export const searchOptions = {
  fields: ['title', 'heading', 'names', 'summary', 'text'],
  storeFields: ['kind', 'title', 'heading', 'names', 'text', 'url'],
  tokenize,
  processTerm,
}

/** What a list of results shows. */
export type Found = SearchResult &
  Pick<Entry, 'kind' | 'title' | 'heading' | 'names' | 'text' | 'url'>

const options: SearchOptions = {
  // The words of a query are cut already.
  tokenize: (word) => [word],
  prefix: (term) => term.length > 1,
  weights: { prefix: 0.3, fuzzy: 0.2 },
  boost: { title: 4, heading: 3, names: 0.5, summary: 2 },
  // What explains comes before what describes one interface, and that before what lists them all.
  boostDocument: (_id, _term, stored) => weightOf(stored as unknown as Entry),
}
const fuzzy = (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false)
const enough = 3
// From here on it is the contract's order that counts: the present generation stands first.
const named = 6

function weightOf({ kind, url }: Pick<Entry, 'kind' | 'url'>): number {
  if (isList(url)) return 0.3
  if (/\/reference-/.test(url)) return 0.8
  return { section: 1.5, row: 0.6, interface: 0.35, field: 0.2 }[kind]
}

/**
 * What is called exactly so, then what has every word of the query or a word for the same, the best
 * first; where that is little, what has some of them, and what is spelt nearly so. A place is found once.
 */
export function findIn(index: MiniSearch<Entry>, query: string): Found[] {
  const every = index.search(expressionOf(query, 'AND'), options)
  const some =
    every.length < enough ? index.search(expressionOf(query, 'OR'), { ...options, fuzzy }) : []
  const found = [...every, ...some] as Found[]
  const rank = new Map(found.map((one) => [one, exactness(one, query)]))
  const rankOf = (one: Found) => rank.get(one) ?? 0
  found.sort((a, b) => rankOf(b) - rankOf(a) || (rankOf(a) >= named ? a.id - b.id : 0))
  const places = new Set<string>()
  return found.filter(({ url }) => !places.has(url) && places.add(url))
}

// What is not just a word: `000004`, `KOOGATE_SITES`, `MKT.0102`, `usage.at_risk`.
function isCode(name: string): boolean {
  return /[^a-z]/.test(name)
}

function isList(url: string): boolean {
  return /\/(interfaces|conformance-rules)\.html/.test(url)
}

// A code or a name before a title, what is called so before what is called by a word for the same.
function exactness({ kind, title, heading, names, url }: Found, query: string): number {
  const asked = query.trim().toLowerCase()
  if (names.some((name) => name.toLowerCase() === asked)) {
    if (kind === 'row') return isCode(asked) ? named : 0
    return kind === 'interface' ? named + 1 : 3
  }
  if (!['section', 'interface'].includes(kind) || (isList(url) && heading !== '')) return 0
  const likeness = likenessOf(heading || title, query)
  return likeness === 0 ? 0 : likeness + (heading === '' ? 1 : 0)
}
