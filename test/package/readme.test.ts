import { describe, expect, test } from 'vitest'
import { settingNames } from '../../src/config/environment.ts'
import { pages, read, readmes, settingsIn } from './pages.ts'

const [english = '', chinese = ''] = readmes

describe('the READMEs', () => {
  test.each(readmes)('%s names every setting once, and none that is not there', (readme) => {
    const names = settingsIn(readme).map(({ name }) => name)
    expect(names.toSorted()).toEqual(settingNames.toSorted())
  })

  test('have the same settings with the same defaults', () => {
    const plain = (readme: string) =>
      settingsIn(readme).map(({ name, byDefault }) => ({
        name,
        byDefault: /^[`–]/.test(byDefault) ? byDefault : 'in words',
      }))
    expect(plain(chinese)).toEqual(plain(english))
  })
})

test('every npm script that a page names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => ({ page, name })),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(({ name }) => !(name in scripts))).toEqual([])
})
