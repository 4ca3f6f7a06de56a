import type { Change } from '../changes.ts'
import { type Review, versionsIn } from '../review.ts'
import { filled, mustOf, placeOf, whatOf, wordings } from '../told.ts'
import type { Wording } from '../wording.ts'
import { type Section, decisionOf, refusalsOf, sectionsOf } from './sections.ts'

/** A review as text for a terminal, in each language. */
export function textReport(review: Review): string {
  return wordings.map((wording) => told(review, wording)).join('\n\n')
}

function told(review: Review, wording: Wording): string {
  const { frame: text } = wording
  const { from, changes } = review
  if (changes.length === 0) return filled(text.same, { from })
  return [
    `# ${filled(text.title, { from })}`,
    filled(text.versions, { list: versionsIn(review).join(', ') }),
    ...sectionsOf(review, wording).map((section) => sectionOf(section, review, wording)),
    ...refusalsOf(review, wording),
  ].join('\n\n')
}

function sectionOf({ title, changes, counted }: Section, review: Review, wording: Wording): string {
  const items = [
    ...changes.map((change) => itemOf(change, review, wording)),
    ...[...counted].map(([name, count]) => [
      `${name}.yaml`,
      filled(wording.frame.counted, { count }),
    ]),
  ]
  const numbered = items.map(([place = '', ...lines], index) =>
    [`${index + 1}. ${place}`, ...lines.map((line) => `   ${line}`)].join('\n'),
  )
  return [`## ${title}`, ...numbered].join('\n\n')
}

function itemOf(change: Change, review: Review, wording: Wording): string[] {
  const must = mustOf(change, wording)
  const decision = decisionOf(change, review, wording)
  return [
    placeOf(change, wording),
    whatOf(change, wording),
    ...(must === undefined ? [] : [wording.frame.must + must]),
    ...(decision === undefined ? [] : [decision]),
  ]
}
