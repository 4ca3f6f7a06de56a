import type { Decisions } from './approvals.ts'
import { type Change, isRule } from './changes.ts'
import { compareEditions } from './compare-documents.ts'
import { type DocumentName, documentNames } from '../shared/document-names.ts'
import { type Edition, infoOf } from './contract.ts'
import { type Tree, shown } from './tree.ts'

/** What is known of the difference of two versions, before it is told in any form. */
export interface Review {
  /** What the earlier version is called. */
  readonly from: string
  readonly before: Edition
  readonly after: Edition
  readonly changes: readonly Change[]
  readonly decisions: Decisions
  /** Documents that break somebody although they are only added to. */
  readonly forbidden: readonly DocumentName[]
  /** Documents that break somebody although they have no new major version. */
  readonly unnumbered: readonly DocumentName[]
  /** Changed rules that nobody has decided about. */
  readonly undecided: readonly Change[]
  /** Whether it may be published as it is. */
  readonly isAllowed: boolean
}

/** Both versions, what the earlier one is called, and what was decided about their differences. */
export interface Reviewed {
  readonly from: string
  readonly before: Edition
  readonly after: Edition
  readonly decisions: Decisions
}

/** Compares two versions and judges what differs. */
export function reviewOf({ from, before, after, decisions }: Reviewed): Review {
  const changes = compareEditions(before, after)
  const refused = documentNames.filter(
    (name) =>
      changes.some(({ document, breaking }) => breaking && document === name) &&
      !mayBreak(before[name], after[name]),
  )
  const forbidden = refused.filter((name) => isAdditive(before[name]))
  const unnumbered = refused.filter((name) => !isAdditive(before[name]))
  const undecided = changes.filter((change) => isRule(change) && !decisions.has(change.id))
  const isAllowed = refused.length === 0 && undecided.length === 0
  const judged = { forbidden, unnumbered, undecided, isAllowed }
  return { from, before, after, changes, decisions, ...judged }
}

// Those who call it were told that nothing is ever taken away: no number allows it.
function isAdditive(document: Tree | undefined): boolean {
  return infoOf(document, 'x-additive') === true
}

/** Whether a breaking change of a document may be published: the edition that promises it is the last. */
function mayBreak(before: Tree | undefined, after: Tree | undefined): boolean {
  if (isAdditive(before)) return false
  return isAdditive(after) || isNewMajor(versionOf(before), versionOf(after))
}

/** The version of a document. */
export function versionOf(document: Tree | undefined): string {
  return shown(infoOf(document, 'version'))
}

function isNewMajor(before: string, after: string): boolean {
  const [was = NaN, now = NaN] = [before, after].map((version) =>
    version === '' ? NaN : Number(version.split('.')[0]),
  )
  return now > was
}

/** Each document of a review with its version before and after. */
export function versionsIn({ before, after }: Review): string[] {
  return documentNames
    .filter((name) => before[name] ?? after[name])
    .map((name) => {
      const [was, now] = [versionOf(before[name]) || '-', versionOf(after[name]) || '-']
      return `${name}.yaml ${was} → ${now}`
    })
}
