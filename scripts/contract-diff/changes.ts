import type { DocumentName } from '../shared/document-names.ts'
import type { PartName } from './uses.ts'

/**
 * Who writes the values of a part: the partner who calls (or, of a webhook, who answers) `sends` them,
 * or `reads` them.
 */
export type Side = 'sends' | 'reads'

/** Whom a kind of change breaks: whoever sends what is no longer taken, or reads what was never there. */
type Breaks = 'everybody' | 'nobody' | Side

/**
 * Every kind of change, and whom it breaks. What is narrowed breaks who sends it, what is widened
 * who reads it; what a generated client is called by breaks everybody when it changes its name.
 */
export const breaks = {
  'document-added': 'nobody',
  'document-removed': 'everybody',
  'version-changed': 'nobody',
  'openapi-changed': 'everybody',
  'promise-made': 'nobody',
  'promise-dropped': 'everybody',
  'server-added': 'nobody',
  'server-removed': 'everybody',
  'server-changed': 'everybody',
  'grouping-changed': 'nobody',
  'operation-added': 'nobody',
  'operation-removed': 'everybody',
  'operation-moved': 'everybody',
  'operation-renamed': 'everybody',
  'operation-deprecated': 'nobody',
  'operation-restored': 'nobody',
  'path-parameter-renamed': 'everybody',
  'address-changed': 'everybody',
  'callbacks-changed': 'everybody',
  'key-changed': 'everybody',
  'key-added': 'nobody',
  'scheme-changed': 'everybody',
  'repeat-changed': 'nobody',
  'retry-changed': 'nobody',
  'rule-changed': 'nobody',
  'body-added': 'nobody',
  'body-removed': 'everybody',
  'body-required': 'sends',
  'body-optional': 'reads',
  'media-added': 'reads',
  'media-removed': 'everybody',
  'encoding-changed': 'everybody',
  'serialisation-changed': 'everybody',
  'status-added': 'nobody',
  'status-removed': 'nobody',
  'success-added': 'reads',
  'success-removed': 'everybody',
  'links-changed': 'nobody',
  'member-added': 'nobody',
  'member-added-required': 'sends',
  'member-removed': 'everybody',
  'member-renamed': 'everybody',
  'member-moved': 'everybody',
  'member-required': 'sends',
  'member-optional': 'reads',
  'member-deprecated': 'nobody',
  'member-restored': 'nobody',
  'access-changed': 'everybody',
  'default-added': 'nobody',
  'default-changed': 'everybody',
  'default-removed': 'everybody',
  'types-narrowed': 'sends',
  'types-widened': 'reads',
  'types-changed': 'everybody',
  'values-removed': 'sends',
  'values-added': 'reads',
  'values-foretold': 'nobody',
  'values-opened': 'reads',
  'values-closed': 'everybody',
  'values-limited': 'sends',
  'values-unlimited': 'reads',
  'variant-removed': 'sends',
  'variant-added': 'reads',
  'bound-narrowed': 'sends',
  'bound-widened': 'reads',
  'unique-required': 'sends',
  'unique-dropped': 'reads',
  'form-added': 'sends',
  'form-removed': 'reads',
  'form-widened': 'reads',
  'form-changed': 'everybody',
  'members-closed': 'sends',
  'members-opened': 'nobody',
  'condition-changed': 'everybody',
  'component-added': 'nobody',
  'component-removed': 'nobody',
  'component-renamed': 'nobody',
  'notation-changed': 'nobody',
  'mark-changed': 'nobody',
  'text-changed': 'nobody',
  'example-changed': 'nobody',
  'source-changed': 'nobody',
} as const satisfies Record<string, Breaks>

export type ChangeKind = keyof typeof breaks

const ruleKinds: ReadonlySet<ChangeKind> = new Set([
  'repeat-changed',
  'retry-changed',
  'rule-changed',
])
const countedKinds: ReadonlySet<ChangeKind> = new Set([
  'text-changed',
  'example-changed',
  'source-changed',
  'mark-changed',
])

/** A text that carries a rule differs: somebody has to decide whether the rule does. */
export const isRule = ({ kind }: Change) => ruleKinds.has(kind)
/** Only people read what differs, so that it is counted and not told one by one. */
export const isCounted = ({ kind }: Change) => countedKinds.has(kind)

/** One difference between two versions. */
export interface Change {
  /** Stays the same as long as the change does. */
  readonly id: string
  readonly document: DocumentName
  readonly kind: ChangeKind
  readonly breaking: boolean
  /** Where it stands in the bundled document, as a JSON pointer. */
  readonly pointer: string
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

/** Whom a kind of change breaks. */
export function isBreaking(kind: ChangeKind, side: Side): boolean {
  const whom: Breaks = breaks[kind]
  return whom === 'everybody' || whom === side
}

/** The kind tells the two sides apart. */
export function isOneSided(kind: ChangeKind): boolean {
  return breaks[kind] === 'sends' || breaks[kind] === 'reads'
}
