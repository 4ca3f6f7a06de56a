import { byteRows } from '../../explain/byte-rows.ts'
import type { Explanation } from '../../explain/explain.ts'
import type { Step } from '../../explain/step.ts'
import type { Text } from '../language.ts'
import type { Output } from '../output.ts'

/** An explanation for people: what is signed byte by byte, the right value, and what became of it. */
export function explanationLines(explanation: Explanation, output: Output): readonly string[] {
  const { scheme, steps, expected, received, notes } = explanation
  const { say, style } = output
  return [
    style('bold', say(scheme.title)),
    '',
    ...steps.flatMap((one, at) => stepLines(one, at + 1, output)),
    `${say(words.expected)}  ${expected}`,
    ...(received === undefined ? [] : [`${say(words.received)}  ${received}`]),
    '',
    ...verdictLines(explanation, output),
    ...notes.map((note) => `${say(words.note)}${say(note)}`),
  ]
}

function stepLines({ title, parts }: Step, number: number, { say, style }: Output): string[] {
  const rows = byteRows(parts).map(({ offset, cells }) => {
    const hex = cells.map((cell) => cell.hex).join(' ')
    const shown = cells.map((cell) => cell.shown).join('')
    return `  ${offset.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${shown}`
  })
  const named = parts.map(({ name }) => say(name)).join(' + ')
  return [style('bold', `${number}. ${say(title)}`), `  ${named}`, ...rows, '']
}

function verdictLines({ verdict }: Explanation, { say, style }: Output): string[] {
  if (verdict.kind === 'unsigned') return [say(words.unsigned)]
  if (verdict.kind === 'right') {
    const reading = verdict.text === undefined ? [] : [say(verdict.text)]
    return [style('green', say(words.right)), ...reading]
  }
  const { findings, triedMistakes, triedPairs } = verdict.search
  const tried = `${triedMistakes} + ${triedPairs}`
  const causes = findings.map(
    ({ mistakes }) => `  - ${mistakes.map(({ text }) => say(text)).join('; ')}`,
  )
  return [
    style('red', say(words.wrong)),
    ...(causes.length > 0 ? [say(words.because), ...causes] : [`${say(words.unknown)} (${tried})`]),
  ]
}

const words = {
  expected: { en: 'right value   ', zh: '正确的值' },
  received: { en: 'received value', zh: '收到的值' },
  right: { en: 'The signature is right.', zh: '签名正确。' },
  wrong: { en: 'The signature is wrong.', zh: '签名错误。' },
  unsigned: { en: 'There is no signature to judge.', zh: '没有可供判断的签名。' },
  because: { en: 'This makes the received value:', zh: '以下原因可得到收到的值：' },
  unknown: {
    en: 'None of the known mistakes makes the received value (mistakes and pairs tried:',
    zh: '已知的错误都得不到收到的值（已尝试的错误与组合：',
  },
  note: { en: 'Note: ', zh: '注意：' },
} satisfies Record<string, Text>
