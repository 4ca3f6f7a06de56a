import type { Text } from './text.ts'

/** What a signer did otherwise: a change of the recipe; undefined where it cannot be made of this one. */
export interface Mistake<R> {
  readonly id: string
  readonly text: Text
  readonly make: (recipe: R) => R | undefined
}

/** A line of a table of mistakes: its id, what was done in both languages, and a change. */
export type Row<Change> = readonly [id: string, en: string, zh: string, change: Change]

/** The mistakes of a table; `make` makes a recipe with the change of a line. */
export function mistakesOf<R, Change>(
  rows: readonly Row<Change>[],
  make: (recipe: R, change: Change) => R | undefined,
): readonly Mistake<R>[] {
  return rows.map(([id, en, zh, change]) => ({
    id,
    text: { en, zh },
    make: (recipe) => make(recipe, change),
  }))
}
