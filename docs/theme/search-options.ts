// What the build and the page must agree on, so that a query meets the words of the index.

/** One thing to find: a page, or a section of one. */
export interface Entry {
  readonly id: number
  readonly title: string
  readonly heading: string
  readonly text: string
  readonly excerpt: string
  /** Below the root of the site. */
  readonly url: string
}

export const searchOptions = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'excerpt', 'url'],
  tokenize,
  processTerm: (term: string) => term,
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
