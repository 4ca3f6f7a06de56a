import { processTerm, tokenize } from './search-words.ts'

const length = 120

/** A piece of an excerpt; a hit is a word that was looked for. */
export interface Piece {
  readonly text: string
  readonly isHit: boolean
}

/** The part of a text that has most of the words, and the words in it. */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const hits = hitsIn(text, words)
  const start = bestStart(text, hits)
  const end = Math.min(text.length, start + length)
  const pieces = cut(
    text,
    hits.filter(([from, to]) => from >= start && to <= end),
    start,
    end,
  )
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: '…', isHit: false }] : []),
  ]
}

type Range = readonly [from: number, to: number]

// Of Chinese any pair may be a word; of the rest, what stands between other characters.
function hitsIn(text: string, words: readonly string[]): Range[] {
  const wanted = new Set(words)
  const runs = [...text.matchAll(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)]
  const ranges = runs.flatMap(({ 0: run, index }): Range[] => {
    if (!/^\p{Script=Han}/u.test(run)) {
      const isHit = tokenize(run).some((word) => wanted.has(processTerm(word) ?? ''))
      return isHit ? [[index, index + run.length]] : []
    }
    return tokenize(run).flatMap((pair, at): Range[] =>
      wanted.has(pair) ? [[index + at, index + at + pair.length]] : [],
    )
  })
  return merged(ranges)
}

function merged(ranges: readonly Range[]): Range[] {
  return ranges.reduce<Range[]>((all, [from, to]) => {
    const last = all.at(-1)
    if (last === undefined || from > last[1]) return [...all, [from, to]]
    return [...all.slice(0, -1), [last[0], to]]
  }, [])
}

// It begins at a sentence, or else a word, a little before the first hit of the densest part.
function bestStart(text: string, hits: readonly Range[]): number {
  const lead = length / 4
  const counts = hits.map(([from]) => ({
    from,
    count: new Set(
      hits
        .filter(([other, to]) => other >= from && to <= from + length - lead)
        .map(([a, b]) => text.slice(a, b).toLowerCase()),
    ).size,
  }))
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a), { from: 0, count: 0 })
  const earliest = Math.min(best.from - lead, text.length - length)
  if (earliest <= 0) return 0
  const before = text.slice(earliest, best.from)
  const [begun = ''] = /^.*?(?:[.!?] |[。；！？])/.exec(before) ?? /^\S* /.exec(before) ?? []
  return earliest + begun.length
}

function cut(text: string, hits: readonly Range[], start: number, end: number): Piece[] {
  const ends = [...hits.map(([from]) => from), end]
  const first = { text: text.slice(start, ends[0]), isHit: false }
  const others = hits.flatMap(([from, to], at) => [
    { text: text.slice(from, to), isHit: true },
    { text: text.slice(to, ends[at + 1]), isHit: false },
  ])
  return [first, ...others].filter((piece) => piece.text !== '')
}
