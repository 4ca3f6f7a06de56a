import { byteRows, shownText } from '../../explain/byte-rows.ts'
import type { Explanation } from '../../explain/explain.ts'
import type { Finding, Search } from '../../explain/search.ts'
import { type Step, partBytes } from '../../explain/step.ts'
import type { Text } from '../language.ts'
import type { Output } from '../output.ts'

/** How an explanation is shown. */
interface Show {
  /** Which key was used, without the key. */
  readonly key: string
  /** Whether every step is shown, and to its end. */
  readonly isWhole: boolean
  readonly output: Output
}

/** The steps whose bytes are worth a look; the others are values on one line. */
const looked = new Set(['text', 'canonical', 'hmac-key'])
const mostRows = 32

/** An explanation for the terminal: the steps first, and the verdict last. */
export function explanationLines(explanation: Explanation, show: Show): readonly string[] {
  const { scheme, steps, expected, received, notes } = explanation
  const { say, style } = show.output
  return [
    style('bold', say(scheme.title)),
    `${say(scheme.keyName)}: ${show.key}`,
    '',
    ...steps.slice(0, -1).flatMap((step) => stepLines(step, show)),
    `${say(texts.expected)}  ${expected}`,
    ...(received === undefined ? [] : [`${say(texts.received)}  ${received}`]),
    '',
    ...verdictLines(explanation, show),
    ...notes.map((note) => style('yellow', `! ${say(note)}`)),
  ]
}

function verdictLines({ verdict }: Explanation, show: Show): readonly string[] {
  const { say, style } = show.output
  switch (verdict.kind) {
    case 'unsigned':
      return [say(texts.unsigned)]
    case 'right':
      return [
        style('green', `✓ ${say(texts.right)}`),
        ...(verdict.text ? [`  ${say(verdict.text)}`] : []),
      ]
    case 'mistaken':
      return [style('red', `✗ ${say(texts.mistaken)}`), ...findingLines(verdict.search, show)]
    case 'unexplained':
      return [style('red', `✗ ${say(texts.unexplained)}`), `  ${say(triedText(verdict.search))}`]
  }
}

const mostFindings = 5

function findingLines({ findings }: Search, show: Show): readonly string[] {
  const { say } = show.output
  const more = findings.length - mostFindings
  return [
    ...(findings.length > 1 ? [`  ${say(texts.any)}`] : []),
    ...findings
      .slice(0, mostFindings)
      .map(({ mistakes }) => `  - ${mistakes.map(({ text }) => say(text)).join(say(texts.and))}`),
    ...(more > 0 ? [`  ${say({ en: `and ${more} more`, zh: `以及另外 ${more} 种` })}`] : []),
    ...signedLines(findings[0], show),
  ]
}

// What the mistaken signer computed, to be held against what is above.
function signedLines(finding: Finding | undefined, show: Show): readonly string[] {
  const step = finding?.steps.findLast(({ id }) => id === 'text')
  if (step === undefined) return []
  return ['', ...stepLines({ ...step, title: texts.signedSo }, show)]
}

function stepLines(step: Step, { isWhole, output }: Show): readonly string[] {
  const { say, style } = output
  const bytes = step.parts.reduce((sum, part) => sum + partBytes(part).length, 0)
  const count = say({ en: `${bytes} bytes`, zh: `${bytes} 字节` })
  if (!isWhole && !looked.has(step.id))
    return [`${say(step.title)}  ${short(shownText(step.parts))}`]
  const rows = byteRows(step.parts)
  const shown = isWhole ? rows : rows.slice(0, mostRows)
  return [
    `${say(step.title)} (${count})`,
    ...shown.map(({ offset, cells }) => {
      const hex = cells.map((cell) => cell.hex).join(' ')
      const text = cells.map((cell) => cell.shown).join('')
      return `  ${style('dim', offset.toString(16).padStart(6, '0'))}  ${hex.padEnd(47)}  ${text}`
    }),
    ...(shown.length < rows.length ? [`  … ${say(texts.more)}`] : []),
    '',
  ]
}

const longestLine = 160

function short(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text
}

/** What was tried in vain. */
function triedText({ triedMistakes, triedPairs }: Search): Text {
  if (triedPairs === 0) {
    return {
      en: `${triedMistakes} mistakes were tried, and no pairs of them, because the body is large. Is the key the right one, and is the request pasted as it was sent?`,
      zh: `试了 ${triedMistakes} 种错误；正文较大，没有试两种错误的组合。请确认密钥正确，且请求与发送时完全一致`,
    }
  }
  return {
    en: `${triedMistakes} mistakes and ${triedPairs} pairs of them were tried. Is the key the right one, and is the request pasted as it was sent?`,
    zh: `试了 ${triedMistakes} 种错误和 ${triedPairs} 种两两组合。请确认密钥正确，且请求与发送时完全一致`,
  }
}

const texts = {
  expected: { en: 'expected', zh: '应为' },
  received: { en: 'received', zh: '收到' },
  unsigned: {
    en: 'There is no signature to judge: the expected one is above.',
    zh: '没有可判断的签名：应有的签名见上。',
  },
  right: { en: 'The signature is right.', zh: '签名正确。' },
  mistaken: { en: 'The signature is wrong, and this makes it:', zh: '签名错误，原因是：' },
  unexplained: {
    en: 'The signature is wrong, and none of the mistakes that are known makes it.',
    zh: '签名错误，已知的错误都得不到这个值。',
  },
  any: { en: 'Any of these makes it:', zh: '下面任何一种都会得到这个值：' },
  and: { en: '; and: ', zh: '；同时：' },
  signedSo: { en: 'What was signed', zh: '实际被签名的内容' },
  more: { en: '--bytes shows all of it', zh: '用 --bytes 显示全部' },
} satisfies Record<string, Text>
