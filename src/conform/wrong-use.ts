import type { Text } from '../simulator/text.ts'

/** An option or a file that cannot be used, in a sentence that names it. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
  readonly text: Text

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }
}

/** Makes the error of a wrong use. */
export function wrongUse(en: string, zh: string, options?: ErrorOptions): WrongUse {
  return new WrongUse({ en, zh }, options)
}

/** Those of the known words that are most like one that is not, at most three. */
export function similar(word: string, known: readonly string[]): readonly string[] {
  const ranked = known.map((one) => ({ one, distance: distance(word, one) }))
  const near = ranked.filter(({ one, distance: far }) => far <= 3 || one.includes(word))
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ one }) => one)
}

// Levenshtein, one row at a time.
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1]
    for (const [at, other] of Array.from(to).entries()) {
      const [above = 0, beside = 0, left = 0] = [row[at], row[at + 1], next[at]]
      next.push(Math.min(above + (letter === other ? 0 : 1), beside + 1, left + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
