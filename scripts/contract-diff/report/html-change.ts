import { stringify } from 'yaml'
import type { Change } from '../changes.ts'
import { valueAt } from '../contract.ts'
import type { Review } from '../review.ts'
import type { Wording } from '../wording.ts'
import { type Piece, wordDiff } from './word-diff.ts'

/** What a change was and is, side by side; nothing where neither can be shown. */
export function comparisonOf(change: Change, review: Review, { frame }: Wording): string {
  const [was, now] = sidesOf(change, review)
  if (was === '' && now === '') return ''
  const [before, after] = wordDiff(was, now)
  const { page } = frame
  const column = (head: string, pieces: readonly Piece[], tag: string) =>
    `<div><h4>${escaped(head)}</h4><div class="text">${piecesIn(pieces, tag) || `<em>${escaped(page.nothing)}</em>`}</div></div>`
  return `<div class="sides">${column(page.before, before, 'del')}${column(page.now, after, 'ins')}</div>`
}

// The values that differ; where the change is that something comes or goes, the thing itself.
function sidesOf(change: Change, { before, after }: Review): readonly [string, string] {
  const { was, now, document, pointer } = change
  if (was !== '' || now !== '') return [was, now]
  const at = (documents: Review['before']) => yamlOf(valueAt(documents[document], pointer))
  return [at(before), at(after)]
}

const mostLines = 24

function yamlOf(value: unknown): string {
  if (value === undefined) return ''
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split('\n')
  return lines.length <= mostLines
    ? lines.join('\n')
    : [...lines.slice(0, mostLines), '…'].join('\n')
}

function piecesIn(pieces: readonly Piece[], tag: string): string {
  return pieces
    .map(({ text, isOwn }) => (isOwn ? `<${tag}>${escaped(text)}</${tag}>` : escaped(text)))
    .join('')
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A sentence as HTML, its code between backticks as such. */
export function marked(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}
