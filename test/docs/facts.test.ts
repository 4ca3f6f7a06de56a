import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { searchOptions } from '../../docs/theme/search-options.ts'
import { languages } from '../../scripts/shared/languages.ts'
import { akSkSignature, canonicalRequest } from '../../src/crypto/ak-sk-signature.ts'
import { sha256Hex } from '../../src/crypto/ak-sk-canonical-request.ts'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { blocksOf, given, pageIn } from './guide-page.ts'

describe.each(languages)('the worked examples in %s', (language) => {
  test('of the V2 signature are what the code computes', () => {
    const page = pageIn(language, 'signing-v2')
    const key = given(page, language === 'en' ? 'access key' : '访问密钥')
    const [timestamp, nonce] = [given(page, 'timestamp'), given(page, 'nonce')]
    const [payload = ''] = blocksOf(page, 'json')
    const [inner = '', text, signature] = blocksOf(page, 'text')
    expect(text).toBe(key + nonce + timestamp + inner)
    expect(signature).toBe(signV2Query({ key, nonce, timestamp, payload }))
    const [shell = ''] = blocksOf(page, 'sh')
    for (const value of [key, timestamp, nonce]) expect(shell).toContain(value)
  })

  test('of the AK/SK signature are what the code computes', () => {
    const page = pageIn(language, 'signing-ak-sk')
    const [first = '', canonical, hash, text, signature, header] = blocksOf(page, 'text')
    const [method = '', address = ''] = first.split(' ')
    const headers = {
      'content-type': 'application/json',
      host: new URL(address).host,
      'x-sdk-date': given(page, '`x-sdk-date`'),
    }
    const request = { method, url: new URL(address), headers, body: '' }
    const made = canonicalRequest(request, Object.keys(headers))
    expect(canonical).toBe(made)
    expect(hash).toBe(sha256Hex(made))
    expect(text?.split('\n')).toEqual(['SDK-HMAC-SHA256', headers['x-sdk-date'], hash])
    expect(signature).toBe(akSkSignature(request, Object.keys(headers), given(page, 'SK')))
    expect(header).toContain(`Access=${given(page, 'AK')}, `)
    expect(header?.endsWith(`Signature=${signature ?? ''}`)).toBe(true)
  })
})

describe('the alarms', () => {
  const union = /export type AlarmKey =([^]*?)\n\n/.exec(
    readFileSync('src/calls/alarms.ts', 'utf8'),
  )
  const keys = keysIn(union?.[1] ?? '', "'")

  function keysIn(text: string, quote: string): string[] {
    const found = text.matchAll(new RegExp(`${quote}([a-z]+\\.[a-z_]+)${quote}`, 'g'))
    return [...found].map(([, key = '']) => key).sort()
  }

  test('of the contract are those that the service raises', () => {
    const described = readFileSync('openapi/components/management/Alarm.yaml', 'utf8')
    const [kinds = ''] = /The kind of cause[^]*?x-zh:/.exec(described) ?? []
    expect(keysIn(kinds, '`')).toEqual(keys)
    const sources = globSync('src/{calls,jobs}/**/*.ts', { exclude: ['src/calls/alarms.ts'] })
    const text = sources.map((path) => readFileSync(path, 'utf8')).join('')
    expect(keys.filter((key) => !text.includes(`'${key}'`))).toEqual([])
  })

  test.each(languages)('are in the table of the guide in %s', (language) => {
    const rows = pageIn(language, 'management-api').match(/^\| `[a-z]+\.[a-z_]+` \|/gm) ?? []
    expect(keysIn(rows.join(''), '`')).toEqual(keys)
  })
})

describe.each(languages)('the page about operations in %s', (language) => {
  const page = pageIn(language, 'operations')

  test('names every setting', () => {
    const source = readFileSync('src/config/environment.ts', 'utf8')
    const names = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !new RegExp(`\`(KOOGATE_)?${name}\``).test(page))).toEqual([])
  })

  test('names every metric', () => {
    const sources = ['src/http/metrics.ts', ...globSync('src/http/gauges/*.ts')]
    const text = sources.map((path) => readFileSync(path, 'utf8')).join('')
    const names = [...text.matchAll(/\b(koogate_\w+)['":]/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(15)
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the words of the search', () => {
  test.each([
    ['Rotate a key', ['rotate', 'a', 'key']],
    ['newInstance', ['newinstance', 'new', 'instance']],
    ['KOOGATE_BASIC_KEY', ['koogate', 'basic', 'key']],
    ['000004', ['000004']],
    ['密钥轮换', ['密钥', '钥轮', '轮换']],
    ['冻结', ['冻结']],
    ['换', ['换']],
    ['用AK和SK签名', ['用', 'ak', '和', 'sk', '签名']],
    ['，。 …', []],
  ])('%s', (text, words) => {
    expect(searchOptions.tokenize(text)).toEqual(words)
  })
})

describe('the menus of the seller centre', () => {
  const chains = (text: string): string[] =>
    text.match(/[\p{Script=Han}A-Z]+(?: > [\p{Script=Han}A-Z]+)+/gu) ?? []
  const told = (language: string) =>
    chains(
      /^## (?:Menu paths|菜单路径)$[^]*/m.exec(
        readFileSync(`docs/${language}/going-live.md`, 'utf8'),
      )?.[0] ?? '',
    )

  test('have one path each, which both languages give with what it was read from', () => {
    expect(told('en').length).toBeGreaterThan(5)
    expect(told('zh')).toEqual(told('en'))
    expect(new Set(told('en').map((path) => path.split(' > ').at(-1))).size).toBe(told('en').length)
  })

  test.each(globSync(['docs/{en,zh}/*.md', 'README*.md']))('are called so in %s', (page) => {
    const strange = chains(readFileSync(page, 'utf8')).filter((path) => !told('en').includes(path))
    expect(strange).toEqual([])
  })
})
