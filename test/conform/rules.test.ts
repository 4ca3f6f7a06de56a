import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groups, type Rule, type Text } from '../../src/conform/rule.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { groupOf, inOrder } from '../../src/conform/select.ts'

test('every file of a rule is in the list, in the order of the files, under its own name', () => {
  const files = globSync('src/conform/rules/*/*.ts').sort()
  const listed = rules.map(({ id }) => `src/conform/rules/${id}.ts`)
  expect(listed).toEqual(files)
})

test('there are at least sixty, some in every group', () => {
  expect(rules.length).toBeGreaterThanOrEqual(60)
  expect([...new Set(inOrder(rules).map(({ id }) => groupOf(id)))]).toEqual(groups)
})

const told = rules.map((rule) => [rule.id, textsOf(rule)] as const)

function textsOf({ title, consequence, mend, source }: Rule): readonly Text[] {
  return [title, consequence, mend, ...(source.note === undefined ? [] : [source.note])]
}

test('every rule says in whole sentences, in both languages, what it asks', () => {
  const unfinished = told.flatMap(([id, texts]) =>
    texts
      .filter(({ en, zh }) => !/[.”]$/.test(en) || !/[。”）]$/.test(zh))
      .map(({ en }) => `${id}: ${en}`),
  )
  expect(unfinished).toEqual([])
})

test('the Chinese of every rule is Chinese, with the punctuation of Chinese', () => {
  const odd = told.flatMap(([id, texts]) =>
    texts
      .map(({ zh }) => zh)
      .filter(
        (zh) =>
          !/[\u4e00-\u9fff]/.test(zh) || /[\u4e00-\u9fff][,:;!?(]|[,;:!?)][\u4e00-\u9fff]/.test(zh),
      )
      .map((zh) => `${id}: ${zh}`),
  )
  expect(odd).toEqual([])
})

test('every rule names a page of the store’s documents', () => {
  const elsewhere = rules.filter(
    ({ source }) => !/^https:\/\/support\.huaweicloud\.com\/\S+$/.test(source.url),
  )
  expect(elsewhere.map(({ id, source }) => `${id}: ${source.url}`)).toEqual([])
})

test('what is inferred is a warning, and says so', () => {
  const silent = rules.filter(({ severity, source }) => severity === 'warning' && !source.note)
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('an error rests on what a document says, and not on what is inferred from it', () => {
  const inferred = rules.filter(
    ({ severity, source: { note } }) =>
      severity === 'error' && note !== undefined && /inferred|推断/.test(note.en + note.zh),
  )
  expect(inferred.map(({ id }) => id)).toEqual([])
})
