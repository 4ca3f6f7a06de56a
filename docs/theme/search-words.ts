// How texts and queries become words, so that a query meets the words of the index.

// What carries no meaning in a question; without it every word that is left can be asked for.
const fillers =
  /请问|怎么样?|怎样|如何|为什么|什么|哪里|在哪儿?|哪个|多久|多少|可以|能不能|是否|一个|[的了吗呢吧]/gu
const stopWords = new Set(
  'a an and are be by can do does for from how i if in is it my of on or the this to we what when where which why with you your'.split(
    ' ',
  ),
)

/**
 * The words of a text in lower case; of `newInstance` its parts too. Chinese has no spaces: its runs
 * become pairs of characters, and a lone character stays one.
 */
export function tokenize(text: string): string[] {
  return runsOf(text).flatMap((run) => (isHan(run) ? pairsOf(run) : wordsOf(run)))
}

/** A word as it is compared: without the ending of its plural; nothing for one that says nothing. */
export function processTerm(word: string): string | null {
  if (stopWords.has(word)) return null
  return singular(word)
}

/** A query without the words that say nothing. */
export function withoutFillers(query: string): string {
  const words = query.toLowerCase().replace(fillers, ' ').split(/\s+/)
  return words.filter((word) => word !== '' && !stopWords.has(word)).join(' ')
}

/**
 * The words to ask the index for. Chinese is cut where its words end, so that 密钥更换 asks for two words
 * and not for the pair between them; where the browser cannot, into all pairs.
 */
export function queryWords(query: string): string[] {
  return runsOf(query).flatMap((run) => (isHan(run) ? segmentsOf(run) : wordsOf(run)))
}

function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? []
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run)
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

function segmentsOf(run: string): string[] {
  if (segmenter === undefined || Array.from(run).length < 3) return pairsOf(run)
  const segments = [...segmenter.segment(run)].map(({ segment }) => segment)
  const longer = segments.filter((segment) => Array.from(segment).length > 1)
  return longer.length === 0 ? pairsOf(run) : longer.flatMap(pairsOf)
}

function wordsOf(run: string): string[] {
  const parts = /^\p{L}+$/u.test(run) ? (run.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []) : []
  const words = parts.length > 1 ? [run, ...parts] : [run]
  return words.map((word) => word.toLowerCase())
}

function singular(word: string): string {
  if (!/^[a-z]{3,}s$/.test(word) || /(ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}
