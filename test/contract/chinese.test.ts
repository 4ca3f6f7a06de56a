import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { splitChinese } from '../../scripts/generate/split-chinese.ts'
import {
  type ChineseTexts,
  inChinese,
  inEnglish,
  withChinese,
} from '../../scripts/site/chinese-edition.ts'
import { documentNames } from '../../scripts/shared/document-names.ts'
import { readContract } from '../../scripts/site/contract-documents.ts'

const bundled = {
  info: { title: 'Keys', version: '1', 'x-zh': { title: '密钥' } },
  tags: [
    {
      name: 'Keys',
      description: 'All.',
      'x-zh': { 'x-displayName': '密钥', description: '全部。' },
    },
  ],
  paths: {
    '/keys': {
      parameters: [{ name: 'a' }, { name: 'b', description: 'The key.', 'x-zh': '密钥。' }],
      get: { summary: 'Read', 'x-repeat': '`a` + `b`', 'x-zh': '读取。\n全部。\n\n- 一' },
    },
  },
}

describe('a bundled document with Chinese beside its texts', () => {
  const { document, chinese } = splitChinese(bundled)

  test('is taken apart into the English and a tree of the Chinese', () => {
    expect(JSON.stringify(document)).not.toMatch(/x-zh|\p{Script=Han}/u)
    expect(chinese).toEqual({
      info: { title: '密钥' },
      tags: { 0: { 'x-displayName': '密钥', description: '全部。' } },
      paths: {
        '/keys': {
          parameters: { 1: { description: '密钥。' } },
          get: { summary: '读取。全部。\n\n- 一' },
        },
      },
    })
  })

  test('is put together again, each Chinese by the name of its text', () => {
    const whole = withChinese(document, chinese as ChineseTexts) as typeof bundled
    expect(whole.paths['/keys'].get['x-zh']).toEqual({ summary: '读取。全部。\n\n- 一' })
    expect(inEnglish(whole)).toEqual(document)
    expect(inChinese(whole)).toMatchObject({
      info: { title: '密钥', version: '1' },
      tags: [{ name: 'Keys', 'x-displayName': '密钥', description: '全部。' }],
      paths: {
        '/keys': {
          parameters: [{ name: 'a' }, { name: 'b', description: '密钥。' }],
          get: { summary: '读取。全部。\n\n- 一', 'x-repeat': '`a` + `b`' },
        },
      },
    })
  })
})

describe.each(documentNames)('the %s contract', (name) => {
  const english = JSON.parse(readFileSync(`generated/${name}.json`, 'utf8')) as object
  const contract = readContract('generated')[name]

  test('is read by the service without its Chinese', () => {
    expect(JSON.stringify(english)).not.toContain('"x-zh"')
    expect(inEnglish(contract)).toEqual(english)
  })

  test('differs in its Chinese edition in texts only', () => {
    const differing = new Set(differences(english, inChinese(contract)))
    const texts = ['title', 'summary', 'description', 'x-repeat', 'x-retry', 'x-note', 'was']
    expect(
      [...differing].filter((member) => ![...texts, 'x-displayName'].includes(member)),
    ).toEqual([])
    expect(differing.size).toBeGreaterThan(4)
  })
})

/** The names of the members in which two values differ, at any depth. */
function differences(one: unknown, other: unknown, member = ''): string[] {
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [member]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].flatMap((name) => differences(one[name], other[name], name))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
