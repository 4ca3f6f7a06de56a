import type { Generation } from './generations.ts'
import type { Exchange } from './exchange.ts'
import type { Seller } from './seller.ts'
import type { Text } from '../simulator/text.ts'

/*
 * How a rule is written: one file, `rules/<group>/<name>.ts`, that exports one object,
 *
 *   export const rule = { id: '<group>/<name>', ... } satisfies Rule
 *
 * and stands in the list of `rules/index.ts`; `rules/debugger/http-status.ts` is one to copy. `judge`
 * starts from a valid call (`seller.valid`), spoils one thing (`seller.call(activity, members, spoil)`),
 * and returns a breach for each thing that it sees wrong; no breach means that the rule is kept. It
 * throws CannotJudge where the seller gives nothing to judge by, and never for what the rule is about.
 *
 * A judge sees a server from outside and for the first time: it takes nothing for granted but the
 * documents, makes its ids with `seller.newId` (or lets `seller.valid` do it), holds no state between two runs, and
 * waits for no longer than `seller.limits` says. Rules of one generation run side by side, so a judge
 * looks only at what its own ids brought about.
 *
 * Texts are for a person in the business team: whole sentences, no jargon of programmers where the
 * console has a word. The Chinese is written with the punctuation of Chinese (，。：；（）), as in docs/zh.
 */

export type { Text } from '../simulator/text.ts'
export { CannotJudge } from './cannot-judge.ts'

/** The groups of rules, in the order in which they are judged and shown. */
export const groups = [
  'debugger',
  'http',
  'signing',
  'answers',
  'tolerance',
  'time',
  'test-calls',
  'repeats',
  'concurrency',
  'order',
  'keys',
  'encryption',
  'kit',
  'licenses',
  'usage',
] as const

export type Group = (typeof groups)[number]

/**
 * What a rule cannot be judged without: `full`: real calls, not test calls; `orderQuery`: the seller
 * asks our store about orders (its open-API address is ours); `publicKey`: the public key that the
 * seller pasted into the console; `twoKeys`: the keys of two interface types; `formerKeys`: the keys before those, while both hold; `https`: an address that
 * is served by TLS.
 */
export const needs = ['full', 'orderQuery', 'publicKey', 'twoKeys', 'formerKeys', 'https'] as const

export type Need = (typeof needs)[number]

/** The document that says so; the note tells what in it is doubtful or inferred. */
export interface Source {
  readonly title: string
  readonly url: string
  readonly note?: Text
}

/** One rule that a seller's server keeps or breaks. */
export interface Rule {
  /** `group/name`, as its file. */
  readonly id: `${Group}/${string}`
  /** Where it is judged. */
  readonly generations: readonly Generation[]
  /** `error`: a document says so; `warning`: inferred, or good practice. */
  readonly severity: 'error' | 'warning'
  readonly source: Source
  /** The rule, as a sentence of what the seller's server does. */
  readonly title: Text
  /** What the store does to a seller who breaks it. */
  readonly consequence: Text
  readonly mend: Text
  readonly needs?: readonly Need[]
  /** Judged with no other call of the run beside its own; so are the groups concurrency and time. */
  readonly alone?: boolean
  /** Judges the rule at one generation. */
  readonly judge: (seller: Seller) => Promise<readonly Breach[]>
}

/** One way in which a rule was seen broken, and the calls that show it. */
export interface Breach {
  readonly message: Text
  readonly exchanges: readonly Exchange[]
}

/** A breach that one call shows, or several. */
export function breach(message: Text, ...exchanges: readonly Exchange[]): Breach {
  return { message, exchanges }
}
