// What the build and the page must agree on, so that a query meets the words of the index.
import type MiniSearch from 'minisearch'
import type { SearchResult } from 'minisearch'

/** One thing to find: a page, or a section of one. */
export interface Entry {
  readonly id: number
  readonly title: string
  readonly heading: string
  /** What an interface is for, with the store's own name of it; empty for everything else. */
  readonly summary: string
  readonly text: string
  readonly excerpt: string
  /** Below the root of the site. */
  readonly url: string
}

export const searchOptions = {
  fields: ['title', 'heading', 'summary', 'text'],
  storeFields: ['title', 'heading', 'excerpt', 'url'],
  tokenize,
  processTerm: (term: string) => term,
}

/** What a list of results shows. */
export type Found = SearchResult & Pick<Entry, 'title' | 'heading' | 'excerpt' | 'url'>

/** What has every word of the query, or else some of them; what is called so first, then the best. */
export function findIn(index: MiniSearch<Entry>, query: string): Found[] {
  const options = {
    prefix: true,
    fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    boost: { title: 4, heading: 3, summary: 2 },
    // What explains comes before what describes one interface, and that before what lists them all.
    boostDocument: (_id: unknown, _term: string, stored?: Record<string, unknown>) => {
      const url = String(stored?.['url'])
      if (url.includes('/interfaces.html')) return 0.5
      return /\/(interfaces|reference)/.test(url) ? 1 : 1.5
    },
  }
  const every = index.search(query, { ...options, combineWith: 'AND' })
  const found = (every.length > 0 ? every : index.search(query, options)) as Found[]
  const named = ({ title, heading }: Found) => {
    if (!sameText(heading || title, query)) return 0
    return heading === '' ? 2 : 1
  }
  return found.sort((a, b) => named(b) - named(a))
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/**
 * Words in lower case; of `newInstance` its parts too. Chinese has no spaces: its runs become pairs
 * of characters, and a lone character stays one.
 */
export function tokenize(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? []
  return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairsOf(run) : wordsOf(run)))
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

function wordsOf(run: string): string[] {
  const parts = /^\p{L}+$/u.test(run) ? (run.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []) : []
  const words = parts.length > 1 ? [run, ...parts] : [run]
  return words.map((word) => word.toLowerCase())
}
