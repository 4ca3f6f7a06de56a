import type { Mistake } from './mistake.ts'
import type { Step } from './step.ts'
import type { Text } from './text.ts'

/** One explanation of a wrong signature: a mistake or two, and what the signer computed. */
export interface Finding {
  readonly mistakes: readonly { readonly id: string; readonly text: Text }[]
  readonly steps: readonly Step[]
}

/** What came of a search. */
export interface Search {
  /** Those that make the received value: single ones, or else pairs. */
  readonly findings: readonly Finding[]
  readonly triedMistakes: number
  readonly triedPairs: number
}

/** A mistake, the recipe that it makes, and what that comes to. */
export interface Made<R> {
  readonly mistake: Mistake<R>
  readonly recipe: R
  readonly value: string
}

/** The mistakes of a table that can be made of a recipe. */
export function madeOf<R>(
  mistakes: readonly Mistake<R>[],
  recipe: R,
  value: (recipe: R) => string,
): readonly Made<R>[] {
  return mistakes.flatMap((mistake) => {
    const one = mistake.make(recipe)
    return one === undefined ? [] : [{ mistake, recipe: one, value: value(one) }]
  })
}

/** What is searched. */
export interface SearchSpace<R> {
  readonly recipe: R
  readonly made: readonly Made<R>[]
  readonly steps: (recipe: R) => readonly Step[]
  readonly value: (recipe: R) => string
  readonly isReceived: (value: string) => boolean
}

// A pair costs a hash of the body: of larger ones thousands would keep a reader waiting.
const largestForPairs = 64 * 1024

/** Finds the mistakes that make the received value: one alone, or, where no single one does, two. */
export function searchMistakes<R extends object>(space: SearchSpace<R>): Search {
  const { recipe, made, isReceived } = space
  const triedMistakes = made.length
  const singles = made.filter(({ value }) => isReceived(value))
  if (singles.length > 0 || isLarge(recipe)) {
    const findings = singles.map((one) => findingOf(space, [one.mistake], one.recipe))
    return { findings, triedMistakes, triedPairs: 0 }
  }
  const { findings, tried } = searchPairs(space)
  return { findings, triedMistakes, triedPairs: tried }
}

function searchPairs<R extends object>(space: SearchSpace<R>) {
  const { made, value, isReceived } = space
  const findings: Finding[] = []
  let tried = 0
  for (const [at, first] of made.entries()) {
    for (const second of made.slice(at + 1)) {
      const both = second.mistake.make(first.recipe)
      const turned = first.mistake.make(second.recipe)
      const orders = both && turned && isSame(both, turned) ? [both] : [both, turned]
      tried++
      const found = orders.find((one) => one !== undefined && isReceived(value(one)))
      if (found) findings.push(findingOf(space, [first.mistake, second.mistake], found))
    }
  }
  return { findings, tried }
}

function findingOf<R>(
  { steps }: SearchSpace<R>,
  mistakes: readonly Mistake<R>[],
  recipe: R,
): Finding {
  return { mistakes: mistakes.map(({ id, text }) => ({ id, text })), steps: steps(recipe) }
}

// Two mistakes about different things make the same in either order.
function isSame<R extends object>(one: R, other: R): boolean {
  return Object.entries(one).every(
    ([name, value]) => value === (other as Readonly<Record<string, unknown>>)[name],
  )
}

function isLarge(recipe: object): boolean {
  const sizes = Object.values(recipe).map((value: unknown) =>
    typeof value === 'string' || value instanceof Uint8Array ? value.length : 0,
  )
  return Math.max(...sizes) > largestForPairs
}
