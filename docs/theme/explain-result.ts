// Shows an explanation: the verdict, what was signed, and each step, byte by byte.
import { type ByteCell, byteRows } from '../../src/explain/byte-rows.ts'
import type { Explanation } from '../../src/explain/explain.ts'
import type { Finding } from '../../src/explain/search.ts'
import { type Step, partBytes } from '../../src/explain/step.ts'
import type { Text } from '../../src/explain/text.ts'
import { triedText, words } from './explain-words.ts'

export type Say = (text: Text) => string

/** An element with its children; texts are texts, whatever is in them. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const one = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) one.setAttribute(attribute, value)
  one.append(...children)
  return one
}

/** The parts of an explanation, in the order in which they are read. */
export function resultOf(explanation: Explanation, say: Say): readonly Node[] {
  const { scheme, steps, expected, received, notes } = explanation
  const finding = findingsOf(explanation)[0]
  const right = steps.findLast(({ id }) => id === 'text')
  const signed = finding?.steps.findLast(({ id }) => id === 'text')
  return [
    verdictOf(explanation, say),
    ...notes.map((note) => element('p', { class: 'note' }, say(note))),
    element('p', {}, say(scheme.title)),
    valuesOf(expected, received, say),
    ...(signed && right ? [dump({ ...signed, title: words.signedSo }, say, right)] : []),
    element('h3', {}, say(words.steps)),
    ...steps.map((step) => dump(step, say)),
  ]
}

function findingsOf({ verdict }: Explanation): readonly Finding[] {
  return verdict.kind === 'mistaken' ? verdict.search.findings : []
}

const mostFindings = 8

function verdictOf(explanation: Explanation, say: Say): HTMLElement {
  const { verdict } = explanation
  const findings = findingsOf(explanation)
  const head = verdict.kind === 'mistaken' && findings.length > 1 ? words.any : words[verdict.kind]
  const items = findings
    .slice(0, mostFindings)
    .map(({ mistakes }) =>
      element('li', {}, mistakes.map(({ text }) => say(text)).join(say(words.and))),
    )
  return element(
    'div',
    { class: `verdict ${verdict.kind}` },
    element('strong', {}, say(head)),
    ...(items.length > 0 ? [element('ul', {}, ...items)] : []),
    ...('text' in verdict ? [element('p', {}, say(verdict.text))] : []),
    ...(verdict.kind === 'unexplained' ? [element('p', {}, say(triedText(verdict.search)))] : []),
  )
}

function valuesOf(expected: string, received: string | undefined, say: Say): HTMLElement {
  const rows = [
    [words.expected, expected],
    [words.wasReceived, received],
  ] as const
  return element(
    'dl',
    {},
    ...rows.flatMap(([name, value]) =>
      value === undefined
        ? []
        : [element('dt', {}, say(name)), element('dd', {}, element('code', {}, value))],
    ),
  )
}

// Sixteen bytes are wider than a phone.
const bytesARow = () => (innerWidth < 640 ? 8 : 16)

/** A step byte by byte; what differs from another one is marked. */
function dump(step: Step, say: Say, other?: Step): HTMLElement {
  const width = bytesARow()
  const rows = byteRows(step.parts, width)
  const [from, to] = other ? differenceOf(cellsOf(step), cellsOf(other)) : [0, 0]
  const isOther = (at: number) => at >= from && at < to
  const lines = rows.flatMap(({ offset, cells }) => [
    element('span', { class: 'offset' }, offset.toString(16).padStart(6, '0')),
    '  ',
    ...cells.flatMap((cell, at) => [shown(cell.hex, cell, isOther(offset + at)), ' ']),
    '   '.repeat(width - cells.length),
    ' ',
    ...cells.map((cell, at) => shown(cell.shown, cell, isOther(offset + at))),
    '\n',
  ])
  const bytes = step.parts.reduce((sum, part) => sum + partBytes(part).length, 0)
  const count = say({ en: `${bytes} bytes`, zh: `${bytes} 字节` })
  const title = say(step.title)
  return element(
    'figure',
    {},
    element('figcaption', {}, title, ' ', element('small', {}, count)),
    element('pre', { tabindex: '0', role: 'group', 'aria-label': title }, ...lines),
  )
}

function cellsOf({ parts }: Step): readonly ByteCell[] {
  return byteRows(parts).flatMap(({ cells }) => cells)
}

function shown(text: string, { kind }: ByteCell, isOther: boolean): Node | string {
  if (text === '' || (kind === 'plain' && !isOther)) return text
  return element(isOther ? 'mark' : 'span', { class: kind }, text)
}

/** Where what differs begins and ends in the first list. */
function differenceOf(
  one: readonly ByteCell[],
  other: readonly ByteCell[],
): readonly [number, number] {
  const isSame = (a: number, b: number) => one[a]?.hex === other[b]?.hex
  const shorter = Math.min(one.length, other.length)
  let from = 0
  while (from < shorter && isSame(from, from)) from++
  let behind = 0
  while (behind < shorter - from && isSame(one.length - 1 - behind, other.length - 1 - behind))
    behind++
  return [from, one.length - behind]
}
