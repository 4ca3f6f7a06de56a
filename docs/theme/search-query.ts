import type { Query } from 'minisearch'
import { processTerm, queryWords, tokenize, withoutFillers } from './search-words.ts'
import { synonyms } from './synonyms.ts'

// A word that means the same is worth less than the one that was typed.
const worthOfSynonym = 0.7

// Longest first: 密钥轮换 is asked for as such before 轮换 is.
const phrases = [...new Set(synonyms.flat())].sort((one, other) => other.length - one.length)

/**
 * What to ask the index for: each part of a query in any of the words that mean the same. With `AND`
 * every part has to be there.
 */
export function expressionOf(query: string, combineWith: 'AND' | 'OR'): Query {
  return { combineWith, queries: partsOf(withoutFillers(query)) }
}

function partsOf(query: string): Query[] {
  const known = phrases.find((phrase) => patternOf(phrase).test(query))
  if (known === undefined) return wordsIn(query)
  const [before = '', after = ''] = splitAt(query, patternOf(known))
  return [...partsOf(before), alternativesOf(known), ...partsOf(after)]
}

function splitAt(text: string, pattern: RegExp): string[] {
  const found = pattern.exec(text)
  if (found === null) return [text]
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)]
}

// Latin words stand by themselves, in the plural too; Chinese ones anywhere.
function patternOf(phrase: string): RegExp {
  const text = phrase.replace(/[^\p{L}\p{N} ]/gu, '\\$&')
  return /^[ -~]+$/.test(phrase)
    ? new RegExp(`(?<![a-z0-9])${text}s?(?![a-z0-9])`)
    : new RegExp(text)
}

function wordsIn(query: string): Query[] {
  return queryWords(query).filter((word) => processTerm(word) !== null)
}

function alternativesOf(phrase: string): Query {
  const others = synonyms.filter((group) => group.includes(phrase)).flat()
  const typed: Query = { combineWith: 'AND', queries: wordsIn(phrase) }
  const same = [...new Set(others)]
    .filter((other) => other !== phrase)
    .map((other): Query => ({
      combineWith: 'AND',
      queries: wordsIn(other),
      boostTerm: () => worthOfSynonym,
    }))
  return { combineWith: 'OR', queries: [typed, ...same] }
}

/** How much a title is what was asked for: 4 in the same words, 1 in words for the same, or 0. */
export function likenessOf(title: string, query: string): number {
  const [one, other] = [plain(title), plain(query)]
  if (one === other) return 4
  const groups = groupsOf.get(other)
  return groupsOf.get(one)?.some((group) => groups?.includes(group)) === true ? 1 : 0
}

function plain(text: string): string {
  return tokenize(withoutFillers(text)).map(processTerm).join(' ')
}

const groupsOf = new Map<string, readonly number[]>()
for (const [at, group] of synonyms.entries()) {
  for (const phrase of group.map(plain)) groupsOf.set(phrase, [...(groupsOf.get(phrase) ?? []), at])
}
