import type { ChangeKind } from './changes.ts'
import type { DocumentName } from '../shared/document-names.ts'
import type { PartName } from './uses.ts'

/**
 * What a change is called, and what has to be done where it breaks somebody. In both stand `{member}`,
 * `{was}` and `{now}`, `{sender}` for who writes the values in question and `{reader}` for who reads
 * them, `{caller}` and `{answerer}` for the two sides of the operation.
 */
export interface Words {
  readonly what: string
  readonly must?: string
}

/** What stands on the page of a review beside the changes themselves. */
export interface PageWords {
  readonly allowed: string
  readonly refused: string
  readonly before: string
  readonly now: string
  readonly nothing: string
  readonly must: string
  readonly example: string
  readonly where: string
  readonly texts: string
  readonly nobody: string
  readonly breaking: string
  readonly rule: string
  readonly compatible: string
}

/** The sentences around the changes, with the placeholders that stand in each. */
export interface Frame {
  /** The name of the language in itself. */
  readonly language: string
  /** Where, what, what to do, id. */
  readonly heads: readonly [string, string, string, string]
  /** Whom a document is about, and that Koogate calls the product. */
  readonly audiences: Readonly<Record<DocumentName, string>>
  readonly page: PageWords
  /** `{from}` */
  readonly title: string
  /** `{from}` */
  readonly same: string
  /** `{count}` */
  readonly breaking: string
  /** `{count}` */
  readonly rules: string
  /** `{count}` */
  readonly other: string
  readonly must: string
  /** `{count}`, of what nobody but a reader meets. */
  readonly counted: string
  /** `{decision}`: who, when and why. */
  readonly decided: string
  /** `{id}` */
  readonly undecided: string
  /** `{count}` */
  readonly toDecide: string
  /** `{count}` */
  readonly more: string
  readonly request: string
  readonly answer: string
  /** What `{member}` says where a whole part is meant. */
  readonly wholes: Readonly<Record<PartName, string>>
  readonly none: string
  /** `{list}` */
  readonly versions: string
  /** `{list}` */
  readonly refused: string
  readonly forbidden: string
}

/** How changes are told in one language. */
export interface Wording {
  /** Who calls and who answers, by the document; of what Koogate calls on the product apart. */
  readonly actors: Readonly<
    Record<DocumentName | 'webhooks', { readonly caller: string; readonly answerer: string }>
  >
  readonly frame: Frame
  readonly kinds: Readonly<Record<ChangeKind, Words>>
}
