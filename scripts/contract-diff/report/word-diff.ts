/** A piece of one of two texts: in both, or in this one alone. */
export interface Piece {
  readonly text: string
  readonly isOwn: boolean
}

// The table of two texts has as many cells as their words multiplied.
const mostCells = 1_000_000

/** Two texts in pieces, so that a reader sees what differs; long ones are told whole. */
export function wordDiff(was: string, now: string): readonly [Piece[], Piece[]] {
  const [before, after] = [wordsOf(was), wordsOf(now)]
  if (before.length * after.length > mostCells) return [whole(was), whole(now)]
  const lengths = commonLengths(before, after)
  const [old, fresh]: [Piece[], Piece[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      add(old, before[i++] ?? '', false)
      add(fresh, after[j++] ?? '', false)
    } else if (j >= after.length || at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      if (i < before.length) add(old, before[i++] ?? '', true)
      else add(fresh, after[j++] ?? '', true)
    } else add(fresh, after[j++] ?? '', true)
  }
  return [old, fresh]
}

// A Chinese character is a word of its own.
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? []
}

function whole(text: string): Piece[] {
  return text === '' ? [] : [{ text, isOwn: true }]
}

// How many words the rests of both texts have in common, from each place on.
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const rows: number[][] = [new Array<number>(after.length + 1).fill(0)]
  for (const word of before.toReversed()) {
    const [last = []] = rows.slice(-1)
    const row = new Array<number>(after.length + 1).fill(0)
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = word === after[j] ? (last[j + 1] ?? 0) + 1 : Math.max(last[j] ?? 0, row[j + 1] ?? 0)
    }
    rows.push(row)
  }
  return rows.reverse()
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

function add(pieces: Piece[], text: string, isOwn: boolean): void {
  const last = pieces.at(-1)
  if (last?.isOwn === isOwn) pieces[pieces.length - 1] = { text: last.text + text, isOwn }
  else pieces.push({ text, isOwn })
}
