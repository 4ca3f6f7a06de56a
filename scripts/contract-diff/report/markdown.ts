import type { Change } from '../changes.ts'
import { type Review, versionsIn } from '../review.ts'
import { filled, mustOf, operationsOf, whatOf, wordings } from '../told.ts'
import type { Wording } from '../wording.ts'
import { type Section, decisionOf, refusalsOf, sectionsOf } from './sections.ts'

/** A review as Markdown, one language after the other. */
export function markdownReport(review: Review): string {
  return wordings.map((wording) => told(review, wording)).join('\n\n')
}

// A comment of GitHub has at most 65,536 characters.
const mostCharacters = 65_000

/** A review as the comment of a pull request: what stops it is open, all else folded. */
export function githubReport(review: Review): string {
  const [first, ...others] = wordings.map((wording) => ({
    wording,
    text: told(review, wording, true),
  }))
  const folded = others.map(({ wording, text }) => details(wording.frame.language, text))
  const comment = [first?.text ?? '', ...folded].join('\n\n')
  if (comment.length <= mostCharacters) return comment
  const short = wordings.map((wording) => summaryOf(review, wording)).join('\n\n')
  return short.slice(0, mostCharacters)
}

function told(review: Review, wording: Wording, isFolded = false): string {
  if (review.changes.length === 0) return filled(wording.frame.same, { from: review.from })
  const [first, ...others] = sectionsOf(review, wording).map((section) => ({
    title: section.title,
    text: tableOf(section, review, wording),
  }))
  const open = ({ title, text }: { title: string; text: string }) => `### ${title}\n\n${text}`
  return [
    summaryOf(review, wording),
    ...(first === undefined ? [] : [open(first)]),
    ...others.map((part) => (isFolded ? details(part.title, part.text) : open(part))),
  ].join('\n\n')
}

function summaryOf(review: Review, wording: Wording): string {
  const { frame: text } = wording
  return [
    `## ${filled(text.title, { from: review.from })}`,
    filled(text.versions, { list: versionsIn(review).join(', ') }),
    ...refusalsOf(review, wording).map((sentence) => `> **${sentence}**`),
  ].join('\n\n')
}

function details(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`
}

function tableOf({ changes, counted }: Section, review: Review, wording: Wording): string {
  const { heads } = wording.frame
  const rows = [
    ...changes.map((change) => rowOf(change, review, wording)),
    ...[...counted].map(([name, count]) => [
      `${name}.yaml`,
      filled(wording.frame.counted, { count }),
      '',
      '',
    ]),
  ]
  return [heads, heads.map(() => '---'), ...rows].map(lineOf).join('\n')
}

function rowOf(change: Change, review: Review, wording: Wording): string[] {
  const { document, part, id } = change
  const where = [`${document}.yaml`, operationsOf(change, wording)]
  const partName = part === 'operation' ? '' : wording.frame[part]
  return [
    [...where, partName].filter(Boolean).join('<br>'),
    whatOf(change, wording),
    [mustOf(change, wording), decisionOf(change, review, wording)].filter(Boolean).join('<br>'),
    `\`${id}\``,
  ]
}

function lineOf(cells: readonly string[]): string {
  const written = cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' '))
  return `| ${written.join(' | ')} |`
}
