import { describe, expect, test } from 'vitest'
import { chinese, sayIn } from '../../scripts/demo/words.ts'
import { languageOf } from '../../src/cli/language.ts'
import { columnsOf, fitted, wrapped } from '../../src/simulator/scenarios/columns.ts'
import { kitLife } from '../../src/simulator/scenarios/kit.ts'
import {
  licenseCodeLife,
  licenseV1Life,
  onlineLicense,
} from '../../src/simulator/scenarios/licenses.ts'
import { createReporter } from '../../src/simulator/scenarios/reporter.ts'
import { saasV1Life } from '../../src/simulator/scenarios/saas-v1.ts'
import {
  lifeOfAnInstance,
  manualProvisioning,
  provisionedByProduct,
} from '../../src/simulator/scenarios/saas-v2.ts'

const scenarios = [
  lifeOfAnInstance,
  manualProvisioning,
  provisionedByProduct,
  saasV1Life,
  onlineLicense,
  licenseV1Life,
  licenseCodeLife,
  kitLife('V2'),
  kitLife('V1'),
]

test.each(scenarios)('the demo has Chinese words for "$name" and each of its steps', (scenario) => {
  const { name, steps } = scenario
  const names = [name, ...steps.map((step: { readonly name: string }) => step.name)]
  expect(names.filter((one) => chinese[one] === undefined)).toEqual([])
})

test.each([
  [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
  [undefined, {}, 'en'],
  ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
  ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
])('--lang %s in a shell of %o is %s', (wanted, env, language) => {
  expect(languageOf(env, wanted)).toBe(language)
})

describe('a table', () => {
  const http = { kind: 'answer', status: 200, milliseconds: 3 } as never
  const answer = {
    resultCode: '000000',
    resultMsg: 'success, and more words than there is room for',
  }
  const attempt = { activity: 'newInstance', answer, http, verdict: { faults: [] } } as never
  const step = {
    name: 'buy',
    delivery: { attempts: [attempt], end: 'done' as const },
    shown: `active until 2027-11-18, ${'OFFI846204237451911168 x 50, '.repeat(4)}order NEW fetched`,
    wrong: ['status is active, not frozen, '.repeat(6).trim()],
  }

  function printed(width: number | undefined, language: 'en' | 'zh') {
    const lines: string[] = []
    const reporter = createReporter((text) => lines.push(text), { width, say: sayIn(language) })
    reporter.scenario(saasV1Life)
    reporter.step(step)
    reporter.end([step])
    return lines.join('').split('\n')
  }

  test.each([100, 80])(
    'has at most %i columns in a terminal of so many, in both languages',
    (width) => {
      for (const language of ['en', 'zh'] as const) {
        const lines = printed(width, language)
        expect(lines.filter((line) => columnsOf(line) > width)).toEqual([])
        expect(lines.join(' ').replace(/\s+/g, '')).toContain(
          language === 'zh' ? '订单NEWfetched' : 'orderNEWfetched',
        )
      }
    },
  )

  test('has a row for each answer where there is room', () => {
    expect(printed(undefined, 'en').filter((line) => line.includes('newInstance'))).toEqual([
      expect.stringMatching(/^buy .* active until .*order NEW fetched$/),
    ])
  })
})

test('a Chinese character takes two columns, and none is cut in half', () => {
  expect(columnsOf('购买 buy')).toBe(8)
  expect(fitted('购买商品', 7)).toBe('购买...')
  expect(fitted('购买', 6)).toBe('购买  ')
  expect(fitted('12', 5, 'right')).toBe('   12')
  expect(wrapped('全部正确', 6, '  ')).toEqual(['  全部', '  正确'])
  expect(wrapped('one two three', 9, ' ')).toEqual([' one two', ' three'])
})
