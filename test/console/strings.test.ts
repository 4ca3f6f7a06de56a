import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../src/console/strings/en/index.ts'
import { zh } from '../../src/console/strings/zh/index.ts'
import { needKinds } from '../../src/domain/overview/need.ts'
import type { ProblemCode } from '../../src/management/problem.ts'

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

// A code that is new does not compile before both languages have a word for it.
const problems = en.ui.problems satisfies Readonly<Record<ProblemCode, string>>

test('each problem that the docs tell of has words', () => {
  const docs = readFileSync('docs/en/problems.md', 'utf8')
  const told = [...docs.matchAll(/^## ([a-z-]+)$/gm)].map(([, code]) => code ?? '')
  expect(told.length).toBeGreaterThan(30)
  const ofClients = ['no-answer', 'not-koogate']
  expect(Object.keys(problems).toSorted()).toEqual([...told, ...ofClients].toSorted())
})

test('each need that the contract names has words', () => {
  const kinds = { ...en.alarms.kinds, ...en.overview.kinds }
  expect(needKinds.filter((kind) => !Object.hasOwn(kinds, kind))).toEqual([])
})
