import { execFileSync } from 'node:child_process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fingerprint } from '../../src/crypto/fingerprint.ts'
import type { RawRequest } from '../../src/simulator/faults/raw-request.ts'
import { htmlReport } from '../../src/conform/report/html.ts'
import { jsonReport } from '../../src/conform/report/json.ts'
import { junitReport } from '../../src/conform/report/junit.ts'
import { reportJsonSchema } from '../../src/conform/report/json-schema.ts'
import type { WrittenReport } from '../../src/conform/report/schema.ts'
import { shellLine } from '../../src/conform/report/curl.ts'
import { terminalReport } from '../../src/conform/report/terminal.ts'
import { CannotJudge, breach } from '../../src/conform/rule.ts'
import { signV2 } from '../../src/simulator/calls/sign-v2.ts'
import type { Twin } from '../broken-sellers/right-seller/parts.ts'
import { right } from '../broken-sellers/right-seller/right.ts'
import { alwaysBroken, judgeSmall, keys, ruleOf, written } from './run.ts'

// It tells its key, and what is the buyer's, to whoever reads the report.
const talkative: Twin = {
  reply: (answer, from, seller) => {
    const { headers, ...rest } = right.reply(answer, from, seller)
    const telling = { 'set-cookie': 'session=open', 'x-buyer': '13812345678 zhang.san@example.com' }
    return { ...rest, headers: { ...headers, ...telling } }
  },
  newInstance: async (call, seller) => {
    const answer = await right.newInstance(call, seller)
    const appInfo = { frontEndUrl: 'https://x.example', userName: 'admin', password: 'S3cret!' }
    const debug = `${keys.basic} and ${encodeURIComponent(keys.kit)}`
    return { ...answer, appInfo, debug, note: '</pre><script>alert(1)</script>\u0001\u202e]]>' }
  },
}

// What a seller may put into any answer, and a reason may repeat.
const told = `${keys.basic} 13812345678 zhang.san@example.com`

const rules = [
  ruleOf('signing/broken', alwaysBroken),
  ruleOf('answers/kept'),
  ruleOf('order/warned', { ...alwaysBroken, severity: 'warning' }),
  ruleOf('kit/lacking', { needs: ['publicKey'] }),
  ruleOf('usage/undecided', {
    judge: () =>
      Promise.reject(new CannotJudge({ en: `No <usage>: ${told}.`, zh: `没有<用量>：${told}。` })),
  }),
  ruleOf('http/raw', {
    async judge(seller) {
      const raw = (url: URL): RawRequest => ({ url, chunks: ["GET / HTTP/1.0\r\nX: it's\r\n\r\n"] })
      const made = await seller.call(seller.plain, seller.valid(seller.plain), ({ url }) =>
        raw(url),
      )
      return [breach({ en: `The key is ${told}.`, zh: `密钥为 ${told}。` }, made)]
    },
  }),
]

let report: WrittenReport
beforeAll(async () => {
  const wrongKit = { ...keys, kit: 'wrong-kit-key' }
  const run = { rules, keys: wrongKit, generations: ['saasV2', 'orders', 'kitV2'] as const }
  report = written(await judgeSmall(run, talkative))
})

const forms = {
  json: () => jsonReport(report),
  junit: () => junitReport(report, 'en'),
  html: () => htmlReport(report, 'en'),
  terminal: () => terminalReport(report, { language: 'en' }),
}

describe.each(Object.entries(forms))('the %s report', (_form, write) => {
  it('holds no key, only fingerprints, and nothing that is private', () => {
    const text = write()
    for (const key of Object.values(keys)) expect(text).not.toContain(key)
    for (const one of ['S3cret!', '13812345678', 'zhang.san@', 'session=open'])
      expect(text).not.toContain(one)
    expect(text).toContain(fingerprint(keys.basic))
  })

  it('says what is broken, why it matters, how to mend it and where it is written', () => {
    const text = write().replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    const { title, consequence, mend, source } = ruleOf('signing/broken')
    for (const one of [title.en, consequence.en, mend.en, source.url]) expect(text).toContain(one)
    expect(text).toContain(report.judgements[0]?.case)
  })
})

describe('the JSON report', () => {
  it('keeps its schema, which allows nothing else', () => {
    const validate = new Ajv2020({ formats: { 'date-time': true } }).compile(reportJsonSchema())
    expect(validate(JSON.parse(forms.json())), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...report, more: 1 })).toBe(false)
  })
})

const Suites = z.object({
  testsuites: z.object({
    tests: z.coerce.number(),
    failures: z.coerce.number(),
    errors: z.coerce.number(),
    skipped: z.coerce.number(),
    testsuite: z.array(
      z.object({
        name: z.string(),
        testcase: z.array(z.looseObject({ name: z.string(), classname: z.string() })),
      }),
    ),
  }),
})

describe('the JUnit report', () => {
  it('is XML whose counts are those of its cases: failures, skips, and a key that opens nothing', () => {
    const text = forms.junit()
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      allowBooleanAttributes: false,
      isArray: (name) => name === 'testcase',
    })
    const { testsuites } = Suites.parse(parser.parse(text))
    const outcomes = testsuites.testsuite.map(({ name, testcase }) => [
      name,
      ...testcase.map((one) => {
        const kinds = ['failure', 'error', 'skipped', 'system-out'].filter((kind) => kind in one)
        return `${one.name} ${kinds.join()}`
      }),
    ])
    const judged = [
      'http/raw failure',
      'signing/broken failure',
      'answers/kept ',
      'order/warned system-out',
      'kit/lacking skipped',
      'usage/undecided skipped',
    ]
    expect(outcomes).toEqual([
      ['saasV2', ...judged],
      ['orders', ...judged],
      ['kitV2', 'reach error'],
    ])
    const { tests, failures, errors, skipped } = testsuites
    expect({ tests, failures, errors, skipped }).toEqual({
      tests: 13,
      failures: 4,
      errors: 1,
      skipped: 4,
    })
  })
})

describe('the HTML report', () => {
  it('writes out what would turn its lines, or is not to be seen', () => {
    const text = forms.html()
    expect(text).toContain(String.raw`\u202e`)
    expect(text).not.toMatch(/[\u0000-\u0008\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  })
})

describe('the terminal report', () => {
  it('ends with the verdict, the counts, and how many rules could be judged', () => {
    const text = forms.terminal()
    expect(text).toContain('Rules judged: 4 / 6')
    expect(text).toContain('need the public key that the seller pasted into the console')
    expect(text).toMatch(/Rules are broken in 4 places\.\n.*Kept 2, .*seed [0-9a-f]{8}\n$/)
    expect(text).toContain('every call refused')
  })

  it('is Chinese where it is asked for', () => {
    const text = terminalReport(report, { language: 'zh' })
    expect(text).toContain('有 4 项规则未符合。')
    expect(text).not.toMatch(/How to mend|What the store does/)
  })
})

describe('the line for a shell', () => {
  it('makes curl send the very request', () => {
    const url = new URL('http://127.0.0.1:1/a?b=c')
    const request = signV2(url, 'key', { activity: `it's "$HOME" \`x\` \\ 张三` })
    const script = `curl() { printf '%s\\0' "$@"; }; ${shellLine(request)}`
    const args = execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)
    const headers = Object.entries(request.headers).flatMap(([name, value]) => [
      '-H',
      `${name}: ${value}`,
    ])
    expect(args).toEqual(['-sS', '-i', request.url.href, ...headers, '--data-raw', request.body])
  })

  it('writes the very bytes of a raw request', () => {
    const bytes = Buffer.from([...Array(256).keys()])
    const raw = { url: new URL('http://127.0.0.1:81/'), chunks: ['a%d\r\n', bytes], end: true }
    const line = shellLine(raw)
    expect(line).toMatch(/\| nc -N 127\.0\.0\.1 81$/)
    const sent = execFileSync('sh', ['-c', `nc() { cat; }; ${line}`])
    expect(sent.equals(Buffer.concat([Buffer.from('a%d\r\n'), bytes]))).toBe(true)
  })
})
