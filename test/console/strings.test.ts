import { expect, test } from 'vitest'
import { en } from '../../src/console/strings/en/index.ts'
import { zh } from '../../src/console/strings/zh/index.ts'

// What is called the same in both.
const alike = /License|Webhook|URL|English|zh-CN|[^\p{Letter}]|\b[A-Z]\b/gu

test.each([
  ['English', en],
  ['Chinese', zh],
])('no word is empty in %s', (_language, strings) => {
  // Of a word and what to do about it, the second may be nothing.
  const words = wordsOf(strings).filter(([name]) => !name.endsWith('.1'))
  expect(words.filter(([, text]) => text.trim() === '')).toEqual([])
})

test('both languages have the same words, and each Chinese one is Chinese', () => {
  const [english, chinese] = [new Map(wordsOf(en)), new Map(wordsOf(zh))]
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  const foreign = [...chinese].filter(
    ([, text]) => !/\p{Script=Han}/u.test(text) && text.replaceAll(alike, '') !== '',
  )
  expect(foreign).toEqual([])
})

/** Every word by its place; one that is made of values is made of numbers. */
function wordsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function') return [[place, String((value as Wording)(1, 2, 3))]]
  return Object.entries(value as object).flatMap(([name, member]) =>
    wordsOf(member, place === '' ? name : `${place}.${name}`),
  )
}

type Wording = (...values: readonly number[]) => unknown
