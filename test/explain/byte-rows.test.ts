import { expect, test } from 'vitest'
import { byteRows, shownText } from '../../src/explain/byte-rows.ts'
import { part, secretPart } from '../../src/explain/step.ts'

const name = { en: 'name', zh: '名称' }
const shown = (content: string | Uint8Array) =>
  byteRows([part(name, content)]).map(({ cells }) => cells.map(({ shown: one }) => one))

test('rows have sixteen bytes each, with their offset', () => {
  const rows = byteRows([part(name, 'a'.repeat(20)), part(name, 'b'.repeat(13))])
  expect(rows.map(({ offset, cells }) => [offset, cells.length])).toEqual([
    [0, 16],
    [16, 16],
    [32, 1],
  ])
  expect(rows[1]?.cells.map(({ hex }) => hex).join(' ')).toBe(
    '61 61 61 61 62 62 62 62 62 62 62 62 62 62 62 62',
  )
})

test('blanks, control characters and what has no picture are seen', () => {
  expect(shown('a b\r\n\t\x7f\0')).toEqual([['a', '␠', 'b', '␍', '␊', '␉', '␡', '␀']])
  expect(shown('\u00a0\u3000\u200b\ufeff')).toEqual([
    ['U+00A0', '', 'U+3000', '', '', 'U+200B', '', '', 'BOM', '', ''],
  ])
})

test('a character of several bytes stands at its first, and what is not UTF-8 is told from it', () => {
  expect(shown('测😀')).toEqual([['测', '', '', '😀', '', '', '']])
  expect(shown(Uint8Array.of(0xb2, 0xe2, 0x41))).toEqual([['?', '?', 'A']])
})

test('a secret shows nothing but its length', () => {
  const secret = secretPart(name, 'secret')
  const text = JSON.stringify(byteRows([secret, part(name, 'x')]))
  expect(text).not.toMatch(/73|65|63|72|secret-|"s"/)
  expect(text.match(/••/g)).toHaveLength(6)
  expect(shownText([secret, part(name, 'a b')])).toBe('‹name: 6›a␠b')
})
