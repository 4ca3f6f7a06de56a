import type { Message, Problem } from './message/message.ts'
import type { Mistake } from './mistake.ts'
import { type NamedKey, wrongKeys } from './mistakes/key.ts'
import { cutShort } from './mistakes/written.ts'
import type { Recipe } from './recipe.ts'
import { type Made, type Search, madeOf, searchMistakes } from './search.ts'
import type { Step } from './step.ts'
import type { Text } from './text.ts'

/** The ways of signing. */
export const schemeIds = [
  'v2',
  'v1-query',
  'v1-body',
  'body-sign',
  'kit-v2',
  'ak-sk',
  'usage',
  'webhook',
] as const
export type SchemeId = (typeof schemeIds)[number]

/** What a way of signing takes from a message. */
export interface Reading<R extends Recipe> {
  readonly recipe: (key: string) => R
  /** The signature that the message carries. */
  readonly received?: string
  /** What is worth saying about the message, whatever its signature. */
  readonly notes?: readonly Text[]
}

/** Another way to read the message whose signature is accepted too. */
export interface OtherReading<R> {
  readonly text: Text
  readonly make: (recipe: R) => R | undefined
}

/** What is handed in for a new signature. */
export interface Moment {
  readonly now: Date
  /** A random text of hex digits. */
  readonly nonce: string
  /** The name of the key, where it is sent along (AK). */
  readonly accessKey?: string
}

/** A way of signing, as its file defines it. */
export interface Definition<R extends Recipe> {
  readonly id: SchemeId
  readonly title: Text
  /** What its key is called at the store. */
  readonly keyName: Text
  readonly form: 'hex' | 'base64'
  /** Whether a value is what was received. */
  readonly same: (value: string, received: string) => boolean
  /** Whether a message carries such a signature. */
  readonly isIn: (message: Message) => boolean
  readonly read: (message: Message) => Reading<R> | Problem
  readonly steps: (recipe: R) => readonly Step[]
  readonly others?: readonly OtherReading<R>[]
  readonly mistakes: (recipe: R) => readonly Mistake<R>[]
  /** The message with everything that is to be there before it is signed. */
  readonly stamp: (message: Message, moment: Moment) => Message
  /** The message with its signature. */
  readonly place: (message: Message, value: string, moment: Moment) => Message
}

/** A message read with a key: what is right, and what became of a signature. */
export interface Examination {
  /** The signature that the message carries. */
  readonly received: string | undefined
  readonly notes: readonly Text[]
  readonly steps: readonly Step[]
  readonly expected: string
  readonly judge: (received: string) => Judgement
}

/** What a received signature is. */
export type Judgement =
  /** `text` says by which reading, where it is not the first. */
  | { readonly kind: 'right'; readonly text?: Text }
  /** Each of the findings makes it. */
  | { readonly kind: 'mistaken'; readonly search: Search }
  /** None of what was tried makes it. */
  | { readonly kind: 'unexplained'; readonly search: Search }

/** A way of signing, whatever its recipe. */
export interface Scheme extends Pick<
  Definition<Recipe>,
  'id' | 'title' | 'keyName' | 'form' | 'isIn' | 'stamp' | 'place'
> {
  /** Reads a message with the key that belongs there; the others are tried as wrong ones. */
  readonly examine: (message: Message, keys: readonly NamedKey[]) => Examination | Problem
  /** Its table of mistakes for a message, without those that follow from other keys. */
  readonly mistakes: (message: Message) => readonly Pick<Mistake<never>, 'id' | 'text'>[]
}

/** Hides the recipe of a way of signing. */
export function schemeOf<R extends Recipe>(definition: Definition<R>): Scheme {
  const { id, title, keyName, form, isIn, stamp, place } = definition
  return {
    ...{ id, title, keyName, form, isIn, stamp, place },
    examine(message, [first, ...others]) {
      const reading = definition.read(message)
      if ('kind' in reading) return reading
      const recipe = reading.recipe(first?.key ?? '')
      const steps = definition.steps(recipe)
      return {
        received: reading.received,
        notes: reading.notes ?? [],
        steps,
        expected: valueOf(steps),
        judge: judgeOf(definition, recipe, others),
      }
    },
    mistakes(message) {
      const reading = definition.read(message)
      return 'kind' in reading ? [] : definition.mistakes(reading.recipe(''))
    },
  }
}

function judgeOf<R extends Recipe>(
  definition: Definition<R>,
  recipe: R,
  others: readonly NamedKey[],
): Examination['judge'] {
  const { steps, same, others: readings = [] } = definition
  const value = (one: R) => valueOf(steps(one))
  let table: readonly Made<R>[] | undefined
  return (received) => {
    if (same(value(recipe), received)) return { kind: 'right' }
    const other = readings.find(({ make }) => {
      const one = make(recipe)
      return one !== undefined && same(value(one), received)
    })
    if (other) return { kind: 'right', text: other.text }
    table ??= madeOf([...wrongKeys<R>(others), ...definition.mistakes(recipe)], recipe, value)
    const made = [...table, ...madeOf(cutShort<R>(received), recipe, value)]
    const isReceived = (one: string) => same(one, received)
    const search = searchMistakes({ recipe, made, steps, value, isReceived })
    return { kind: search.findings.length > 0 ? 'mistaken' : 'unexplained', search }
  }
}

/** What the last step of a signature comes to. */
export function valueOf(steps: readonly Step[]): string {
  const [last] = steps.at(-1)?.parts ?? []
  return typeof last?.content === 'string' ? last.content : ''
}

/** Whether two texts are the same. */
export const isSameText = (value: string, received: string) => value === received

/** Whether two texts are the same but for the case of their letters. */
export const isSameHex = (value: string, received: string) =>
  value.toLowerCase() === received.toLowerCase()
