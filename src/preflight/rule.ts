import type { Source, Text } from '../conform/rule.ts'
import type { Draft } from './draft.ts'
import type { FileFacts } from './files.ts'
import type { Live } from './live/live.ts'

/** Where in a draft something stands, as `['product', 'specs', 0, 'name']`. */
export type Path = readonly (string | number)[]

/** What is judged, and by what. */
export interface Subject {
  readonly draft: Draft
  /** In UTC. */
  readonly today: Date
  /** The key of an interface type, by the variable that the draft names. */
  readonly key: (type: KeyType) => string | undefined
  /** What a file beside the draft is; undefined where there is none. */
  readonly file: (path: string) => FileFacts | undefined
  /** What the live address showed; undefined where it was not asked. */
  readonly live: Live | undefined
}

export type KeyType = 'basic' | 'kit' | 'license' | 'order' | 'v1'

/** One thing in a draft that the store would not take. */
export interface Problem {
  readonly path: Path
  readonly message: Text
}

/** What a rule came to: problems (none: it is kept), or what it cannot be judged without. */
export type Judged = readonly Problem[] | { readonly needs: readonly string[] }

/** One rule of the store's console about a listing. */
export interface PreflightRule {
  readonly id: `${Area}-${number}`
  /** `error`: a document says so; `warning`: advice, or inferred. */
  readonly severity: 'error' | 'warning'
  readonly source: Source
  readonly title: Text
  /** True where the rule is about such a product; every one by default. */
  readonly appliesTo?: (draft: Draft) => boolean
  readonly judge: (subject: Subject) => Judged
}

/** The areas of rules, in the order of the seller's way. */
const areas = ['REG', 'CHG', 'LST', 'HYB', 'SAAS', 'KEY', 'DBG', 'CRED', 'TRY'] as const
export type Area = (typeof areas)[number]

export const kept: readonly Problem[] = []

/** A problem at a place of the draft. */
export function problem(path: Path, en: string, zh: string): Problem {
  return { path, message: { en, zh } }
}

/** What a rule cannot be judged without, by names of the draft. */
export function needs(...names: readonly string[]): Judged {
  return { needs: names }
}

/** Judges one value of the draft: unknown where it is not told. */
export function told<Value>(
  value: Value | null | undefined,
  name: string,
  judge: (value: Value) => Problem | undefined | false,
): Judged {
  if (value === undefined || value === null) return needs(name)
  const found = judge(value)
  return found === undefined || found === false ? kept : [found]
}
