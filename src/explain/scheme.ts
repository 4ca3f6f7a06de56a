import type { Message, Problem } from './message/message.ts'
import type { Mistake } from './mistake.ts'
import { type NamedKey, wrongKeys } from './mistakes/key.ts'
import { cutShort } from './mistakes/written.ts'
import type { Recipe } from './recipe.ts'
import { type Search, searchMistakes } from './search.ts'
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
  readonly read: (message: Message, received: string | undefined) => Reading<R> | Problem
  readonly steps: (recipe: R) => readonly Step[]
  readonly others?: readonly OtherReading<R>[]
  readonly mistakes: (recipe: R) => readonly Mistake<R>[]
  /** The message with everything that is to be there before it is signed. */
  readonly stamp: (message: Message, moment: Moment) => Message
  /** The message with its signature. */
  readonly place: (message: Message, value: string, moment: Moment) => Message
}

/** What is found out about a message and one key. */
export interface Examination {
  readonly received: string | undefined
  readonly notes: readonly Text[]
  readonly steps: readonly Step[]
  readonly expected: string
  /** True, or the reading by which the received signature is right; undefined where it is not. */
  readonly right: true | Text | undefined
  /** Looks for the mistakes that make the received signature. */
  readonly search: () => Search
}

/** A way of signing, whatever its recipe. */
export interface Scheme extends Pick<
  Definition<Recipe>,
  'id' | 'title' | 'keyName' | 'form' | 'isIn' | 'stamp' | 'place'
> {
  readonly examine: (
    message: Message,
    keys: readonly NamedKey[],
    received?: string,
  ) => Examination | Problem
  /** Its table of mistakes for a message, without those that follow from other keys. */
  readonly mistakes: (message: Message) => readonly { readonly id: string; readonly text: Text }[]
}

/** Hides the recipe of a way of signing. */
export function schemeOf<R extends Recipe>(definition: Definition<R>): Scheme {
  const { read, steps, others = [], same } = definition
  return {
    ...definition,
    examine(message, keys, given) {
      const [{ key } = { key: '' }, ...otherKeys] = keys
      const reading = read(message, given)
      if ('kind' in reading) return reading
      const received = given ?? reading.received
      const recipe = reading.recipe(key)
      const isRight = (one: R | undefined) =>
        one !== undefined && received !== undefined && same(valueOf(steps(one)), received)
      const mistakes = [
        ...wrongKeys<R>(otherKeys),
        ...definition.mistakes(recipe),
        ...cutShort<R>(received ?? ''),
      ]
      return {
        received,
        notes: reading.notes ?? [],
        steps: steps(recipe),
        expected: valueOf(steps(recipe)),
        right: isRight(recipe) || others.find(({ make }) => isRight(make(recipe)))?.text,
        search: () => searchMistakes({ recipe, mistakes, steps, isReceived: isRight }),
      }
    },
    mistakes(message) {
      const reading = read(message, undefined)
      return 'kind' in reading ? [] : definition.mistakes(reading.recipe(''))
    },
  }
}

/** What the last step of a signature comes to. */
export function valueOf(steps: readonly Step[]): string {
  const bytes = steps.at(-1)?.parts.flatMap((part) => [...part.bytes]) ?? []
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

/** Whether two texts are the same. */
export const isSameText = (value: string, received: string) => value === received

/** Whether two texts are the same but for the case of their letters. */
export const isSameHex = (value: string, received: string) =>
  value.toLowerCase() === received.toLowerCase()
