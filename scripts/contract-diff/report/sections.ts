import { type Change, isCounted, isRule } from '../changes.ts'
import { type DocumentName, documentNames } from '../../shared/document-names.ts'
import type { Review } from '../review.ts'
import { filled } from '../told.ts'
import type { Wording } from '../wording.ts'

/** What a report says of all changes of a kind, breaking ones first. */
export interface Section {
  readonly title: string
  readonly changes: readonly Change[]
  /** How many differences of a document are counted only. */
  readonly counted: ReadonlyMap<DocumentName, number>
}

/** The sections of a report; those with nothing in them are left out. */
export function sectionsOf({ changes }: Review, { frame: text }: Wording): Section[] {
  const told = changes.filter((change) => !isCounted(change))
  const counted = new Map(
    documentNames.flatMap((name) => {
      const count = changes.filter((one) => isCounted(one) && one.document === name).length
      return count === 0 ? [] : [[name, count] as const]
    }),
  )
  const breaking = told.filter((change) => change.breaking)
  const rules = told.filter((change) => !change.breaking && isRule(change))
  const others = told.filter((change) => !change.breaking && !isRule(change))
  const all: readonly [string, Change[], Section['counted']][] = [
    [text.breaking, breaking, new Map()],
    [text.rules, rules, new Map()],
    [text.other, others, counted],
  ]
  return all
    .map(([title, ones, count]) => ({
      title: filled(title, { count: ones.length + count.size }),
      changes: ones,
      counted: count,
    }))
    .filter((section) => section.changes.length + section.counted.size > 0)
}

/** Why it may not be published as it is, in sentences. */
export function refusalsOf(review: Review, { frame: text }: Wording): string[] {
  const listed = (names: readonly DocumentName[]) => names.map((name) => `${name}.yaml`).join(', ')
  const { unnumbered, forbidden, undecided } = review
  return [
    ...(unnumbered.length > 0 ? [filled(text.refused, { list: listed(unnumbered) })] : []),
    ...(forbidden.length > 0 ? [filled(text.forbidden, { list: listed(forbidden) })] : []),
    ...(undecided.length > 0 ? [filled(text.toDecide, { count: undecided.length })] : []),
  ]
}

/** What was decided about a changed rule, or that it has to be; undefined where nothing has to. */
export function decisionOf(
  change: Change,
  { decisions }: Review,
  { frame: text }: Wording,
): string | undefined {
  if (!isRule(change)) return undefined
  const decision = decisions.get(change.id)
  if (decision === undefined) return filled(text.undecided, { id: change.id })
  const { who, date, why } = decision
  return filled(text.decided, { decision: `${who}, ${date}: ${why}` })
}
