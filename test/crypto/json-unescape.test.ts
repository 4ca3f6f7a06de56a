import { describe, expect, test } from 'vitest'
import { updateUnescaped } from '../../src/crypto/json-unescape.ts'

/** What is handed over of a text as it stands between its quotes, copied at once. */
const chunksOf = (text: string) => {
  const chunks: Buffer[] = []
  updateUnescaped(Buffer.from(text), (chunk) => chunks.push(Buffer.from(chunk)))
  return chunks
}
const read = (text: string) => Buffer.concat(chunksOf(text)).toString()

describe('a JSON text, unescaped', () => {
  test.each([
    ['', ''],
    ['plain 中😀', 'plain 中😀'],
    ['\\"\\\\\\/\\b\\f\\n\\r\\t', '"\\/\b\f\n\r\t'],
    ['a\\nb', 'a\nb'],
    ['\\n', '\n'],
    ['中\\n😀', '中\n😀'],
    ['\\u0000\\u007f', '\0\x7f'],
    ['\\u0080\\u00e9\\u07ff', '\x80é\u07ff'],
    ['\\u0800\\u4e2d\\uffff', '\u0800中\uffff'],
    ['\\ud83d\\ude00\\uD83D\\uDE00', '😀😀'],
    ['\\ud800\\udc00\\udbff\\udfff', '\u{10000}\u{10ffff}'],
    ['\\u0123\\u4567\\u89ab\\ucdef\\uABCD\\uEF00', '\u0123\u4567\u89ab\ucdef\uabcd\uef00'],
    ['\\ud7ff\\ue000', '\ud7ff\ue000'],
  ])('%s is %j', (text, plain) => {
    expect(JSON.parse(`"${text}"`)).toBe(plain)
    expect(read(text)).toBe(plain)
  })

  test.each([
    ['\\ud83d', '\ufffd'],
    ['\\udc00', '\ufffd'],
    ['\\ud83dx', '\ufffdx'],
    ['\\ud83d\\n', '\ufffd\n'],
    ['\\ud83d\\u0041', '\ufffdA'],
    ['\\ud83d\\ue000', '\ufffd\ue000'],
    ['\\ud83d\\ud83d\\ude00', '\ufffd😀'],
    ['\\udfff\\ud800', '\ufffd\ufffd'],
    ['\\ud83d??de00', '\ufffd??de00'],
    ['\\ud83d\\?de00', '\ufffd?de00'],
    ['\\ud83d?ude00', '\ufffd?ude00'],
  ])('%s has half a pair, for which %j stands', (text, plain) => {
    expect(read(text)).toBe(plain)
  })

  test('without an escape is handed over as it is, and before the first as far as that', () => {
    expect(chunksOf('x'.repeat(200_000)).map(({ length }) => length)).toEqual([200_000])
    const [before, after] = chunksOf(`${'x'.repeat(200_000)}\\n`)
    expect([before?.length, after?.toString()]).toEqual([200_000, '\n'])
    expect(chunksOf('\\n').map(String)).toEqual(['\n'])
  })

  test.each([
    'x',
    '中',
    '\\n',
    '\\u0041',
    '\\u4e2d',
    '\\ud83d\\ude00',
    `\\n${'x'.repeat(99)}`,
    `\\n${'x'.repeat(101)}`,
  ])('of 256 KiB of %s comes in chunks of 64 KiB at most, nearly full', (piece) => {
    const text = `\\n${piece.repeat(2 ** 18 / piece.length)}`
    const chunks = chunksOf(text)
    expect(Buffer.concat(chunks).equals(Buffer.from(JSON.parse(`"${text}"`) as string))).toBe(true)
    for (const { length } of chunks) expect(length).toBeLessThanOrEqual(65_536)
    for (const { length } of chunks.slice(0, -1)) expect(length).toBeGreaterThan(65_536 - 5)
  })
})
