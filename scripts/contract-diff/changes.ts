import type { DocumentName } from './contract.ts'

/**
 * Who writes the values of a part: the partner who calls (or, of a webhook, who answers) `sends` them,
 * or `reads` them.
 */
export type Side = 'sends' | 'reads'

/** Whom a kind of change breaks: whoever sends what is no longer taken, or reads what was never there. */
type Breaks = 'everybody' | 'nobody' | Side

/**
 * Every kind of change, and whom it breaks. What is narrowed breaks who sends it, what is widened
 * who reads it.
 */
export const breaks = {
  'document-added': 'nobody',
  'document-removed': 'everybody',
  'operation-added': 'nobody',
  'operation-removed': 'everybody',
  'operation-deprecated': 'nobody',
  'key-changed': 'everybody',
  'repeat-changed': 'nobody',
  'retry-changed': 'nobody',
  'body-required': 'everybody',
  'body-optional': 'nobody',
  'media-added': 'nobody',
  'media-removed': 'everybody',
  'status-added': 'nobody',
  'status-removed': 'nobody',
  'success-removed': 'everybody',
  'member-added': 'nobody',
  'member-added-required': 'sends',
  'member-removed': 'everybody',
  'member-required': 'sends',
  'member-optional': 'reads',
  'types-narrowed': 'sends',
  'types-widened': 'reads',
  'types-changed': 'everybody',
  'values-removed': 'sends',
  'values-added': 'reads',
  'values-foretold': 'nobody',
  'values-limited': 'sends',
  'values-unlimited': 'reads',
  'variant-removed': 'sends',
  'variant-added': 'reads',
  'bound-narrowed': 'sends',
  'bound-widened': 'reads',
  'form-added': 'sends',
  'form-removed': 'reads',
  'form-widened': 'reads',
  'form-changed': 'everybody',
  'members-closed': 'sends',
  'members-opened': 'nobody',
  'condition-changed': 'everybody',
  'wording-changed': 'nobody',
} as const satisfies Record<string, Breaks>

export type ChangeKind = keyof typeof breaks

/** Where a part of an operation stands; the key of no part is what concerns the operation as a whole. */
export type PartName = 'request' | 'answer' | 'operation'

/** One difference between two versions. */
export interface Change {
  readonly document: DocumentName
  readonly kind: ChangeKind
  readonly breaking: boolean
  /** Method and path of every operation it concerns; none for a change of the whole document. */
  readonly operations: readonly string[]
  readonly part: PartName
  /** True for what Koogate calls on the seller's product. */
  readonly isWebhook: boolean
  /** The member, by its path in the part; empty for the part as a whole. */
  readonly member: string
  readonly was: string
  readonly now: string
}

/** What is found at one place, before it is known how many operations share it. */
export interface Finding {
  readonly kind: ChangeKind
  /** The same for one component wherever it is used. */
  readonly identity: string
  readonly member: string
  readonly was?: string
  readonly now?: string
}

export function isBreaking(kind: ChangeKind, side: Side): boolean {
  const whom: Breaks = breaks[kind]
  return whom === 'everybody' || whom === side
}
