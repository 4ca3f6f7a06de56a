import { isCounted } from '../changes.ts'
import { type Review, versionOf } from '../review.ts'
import { mustOf, whatOf } from '../told.ts'
import { en } from '../words-en.ts'
import { zh } from '../words-zh.ts'

/** A review as JSON, for programs: every change, what is counted only among them. */
export function jsonReport(review: Review): string {
  const { from, before, after, changes, decisions, isAllowed, undecided } = review
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as 'seller'[]
  return JSON.stringify(
    {
      from,
      isAllowed,
      versions: Object.fromEntries(
        names.map((name) => [name, { was: versionOf(before[name]), now: versionOf(after[name]) }]),
      ),
      undecided: undecided.map(({ id }) => id),
      changes: changes.map((change) => ({
        ...change,
        counted: isCounted(change),
        decision: decisions.get(change.id),
        what: { en: whatOf(change, en), zh: whatOf(change, zh) },
        must: { en: mustOf(change, en), zh: mustOf(change, zh) },
      })),
    },
    null,
    2,
  )
}
