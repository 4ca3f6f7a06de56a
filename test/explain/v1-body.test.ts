import { describe, expect, test } from 'vitest'
import {
  examined,
  expectAllMade,
  expectFound,
  explained,
  idsFor,
  named,
  testKey,
} from './expect-found.ts'
import { base64, sha256, type Slips, utf8 } from './forge.ts'
import { isTellingDigest, oddKeySlips, writtenSlips } from './slips.ts'
import { type V1KeySlips, v1KeyBytes, v1Slips } from './v1-slips.ts'

interface BodySlips extends V1KeySlips {
  readonly text?: string
}

const key = testKey
const timeStamp = '20260131080000123'
const name = ' 测é😀 & "A"+b%2B<c> '
const list = '[{"id":1}]'
const extend = Buffer.from('[{"name":"idNum"}]').toString('base64')
const body = `{"name":${JSON.stringify(name)},"Zeta":"1","alpha":"","note":null,"flag":1,"orgs":${list},"pair1":"0","pair":"z","saasExtendParams":"${extend}","timeStamp":"${timeStamp}","userId":"u"}`

type Pairs = readonly (readonly [name: string, value: string])[]
const signed: Pairs = [
  ['Zeta', '1'],
  ['flag', '1'],
  ['name', name],
  ['orgs', list],
  ['pair', 'z'],
  ['pair1', '0'],
  ['saasExtendParams', extend],
  ['timeStamp', timeStamp],
  ['userId', 'u'],
]
const values = Object.fromEntries(signed)
const joined = (pairs: Pairs) => pairs.map((pair) => pair.join('=')).join('&')
const order = (...names: readonly string[]) => joined(names.map((one) => [one, values[one] ?? '']))
const withValues = (changed: Readonly<Record<string, string>>) =>
  joined(signed.map(([one, text]) => [one, changed[one] ?? text]))
const each = (change: (text: string) => string) =>
  joined(signed.map(([one, text]) => [one, change(text)]))
const without = (...names: readonly string[]) =>
  joined(signed.filter(([one]) => !names.includes(one)))
const text = joined(signed)

function tokenOf(slips: BodySlips): string {
  const { encode = utf8, mac = sha256, write = base64 } = slips
  return write(mac(v1KeyBytes(key, timeStamp, slips), encode(slips.text ?? text)))
}

const message = (token: string, sent = body) =>
  `POST /main/saas/produceAPI/tenantSync HTTP/1.1\r\nHost: shop.example.com\r\nauthToken: ${token}\r\nContent-Type: application/json\r\n\r\n${sent}`

const ignoringCase = order(
  'flag',
  'name',
  'orgs',
  'pair',
  'pair1',
  'saasExtendParams',
  'timeStamp',
  'userId',
  'Zeta',
)

const slips: Record<string, BodySlips> = {
  ...v1Slips(key, timeStamp),
  unsorted: {
    text: order(
      'name',
      'Zeta',
      'flag',
      'orgs',
      'pair1',
      'pair',
      'saasExtendParams',
      'timeStamp',
      'userId',
    ),
  },
  'sorted-ignoring-case': { text: ignoringCase },
  'sorted-by-locale': { text: ignoringCase },
  'sorted-backwards': { text: joined(signed.toReversed()) },
  'sorted-by-value': {
    text: order(
      'name',
      'pair1',
      'Zeta',
      'flag',
      'timeStamp',
      'saasExtendParams',
      'orgs',
      'userId',
      'pair',
    ),
  },
  'sorted-by-pair': {
    text: order(
      'Zeta',
      'flag',
      'name',
      'orgs',
      'pair1',
      'pair',
      'saasExtendParams',
      'timeStamp',
      'userId',
    ),
  },
  'time-stamp-last': {
    text: order(
      'Zeta',
      'flag',
      'name',
      'orgs',
      'pair',
      'pair1',
      'saasExtendParams',
      'userId',
      'timeStamp',
    ),
  },
  'time-stamp-first': { text: `timeStamp=${timeStamp}&${without('timeStamp')}` },
  'encoded-again': { text: each(encodeURIComponent) },
  'encoded-as-form': { text: each((one) => encodeURIComponent(one).replaceAll('%20', '+')) },
  'blanks-in-values-left-out': { text: withValues({ name: '测é😀&"A"+b%2B<c>' }) },
  'values-trimmed': { text: withValues({ name: '测é😀 & "A"+b%2B<c>' }) },
  'plus-as-blank': { text: withValues({ name: ' 测é😀 & "A" b%2B<c> ' }) },
  'blank-as-percent-20': { text: withValues({ name: '%20测é😀%20&%20"A"+b%2B<c>%20' }) },
  'values-quoted': { text: each((one) => `"${one.replaceAll('"', '\\"')}"`) },
  'values-html-escaped': {
    text: withValues({
      name: ' 测é😀 &amp; &quot;A&quot;+b%2B&lt;c&gt; ',
      orgs: '[{&quot;id&quot;:1}]',
    }),
  },
  'values-lower-case': { text: each((one) => one.toLowerCase()) },
  'names-lower-case': {
    text: `flag=1&name=${name}&orgs=${list}&pair=z&pair1=0&saasextendparams=${extend}&timestamp=${timeStamp}&userid=u&zeta=1`,
  },
  'extend-params-decoded': { text: withValues({ saasExtendParams: '[{"name":"idNum"}]' }) },
  'joined-without-ampersand': { text: signed.map((pair) => pair.join('=')).join('') },
  'joined-by-comma': { text: signed.map((pair) => pair.join('=')).join(',') },
  'joined-by-line-feed': { text: signed.map((pair) => pair.join('=')).join('\n') },
  'pairs-without-equals': { text: signed.map((pair) => pair.join('')).join('&') },
  'pairs-by-colon': { text: signed.map((pair) => pair.join(':')).join('&') },
  'values-alone': { text: signed.map(([, one]) => one).join('&') },
  'trailing-ampersand': { text: `${text}&` },
  'leading-ampersand': { text: `&${text}` },
  'leading-question-mark': { text: `?${text}` },
  'text-lower-case': { text: text.toLowerCase() },
  'text-line-feed': { text: `${text}\n` },
  'as-json': {
    text: `{${signed.map((pair) => pair.map((one) => JSON.stringify(one)).join(':')).join(',')}}`,
  },
  'key-in-text': { text: key + text },
  'whole-signed': { text: body },
  'blanks-kept': { text: text.replace('&flag', '&alpha=&flag').replace('&orgs', '&note=&orgs') },
  'nulls-as-text': { text: text.replace('&orgs', '&note=null&orgs') },
  'numbers-left-out': { text: without('flag') },
  'numbers-as-decimals': { text: withValues({ flag: '1.0' }) },
  'lists-left-out': { text: without('orgs') },
  'written-as-json': {
    text: joined(
      signed.map(([one, value]) => [
        one,
        ['flag', 'orgs'].includes(one) ? value : JSON.stringify(value),
      ]),
    ),
  },
  ...Object.fromEntries(signed.map(([one]) => [`left-out-${one}`, { text: without(one) }])),
}

describe('in a body of kit V1', () => {
  const right = message(tokenOf({}))
  const seen = examined('v1-body', right, key)

  test('a right token is right: blank members are left out, numbers in digits, lists as JSON', () => {
    expect(explained(right, named(key)).verdict).toEqual({ kind: 'right' })
  })

  test.each(Object.keys(slips))('%s is found', (id) => {
    const token = tokenOf(slips[id] ?? {})
    expectFound(id, token, seen.judge(token))
  })

  const written = writtenSlips('base64')
  test.each(Object.keys(written))('%s is found', (id) => {
    const { sent, token } = oddToken(written[id] ?? {})
    expectFound(id, token, examined('v1-body', message('', sent), key).judge(token))
  })

  test.each(Object.keys(oddKeySlips))('%s is found', (id) => {
    const { given = '', ...slip } = oddKeySlips[id] ?? {}
    const token = tokenOf(slip)
    expectFound(id, token, explained(message(token), named(given)).verdict)
  })

  test('auth-token-included is found', () => {
    const before = tokenOf({ key: 'before' })
    const token = tokenOf({ text: text.replace('&flag', `&authToken=${before}&flag`) })
    expectFound(
      'auth-token-included',
      token,
      examined('v1-body', message(before), key).judge(token),
    )
  })

  test('there are more than a hundred mistakes, and each of them is made here or in a query', () => {
    expectAllMade(idsFor('v1-body', right), [
      ...[slips, written, oddKeySlips].flatMap((table) => Object.keys(table)),
      'auth-token-included',
    ])
  })
})

function oddToken(slip: Slips) {
  for (let at = 0; ; at++) {
    const digest = sha256(utf8(key + timeStamp), utf8(`salt=${at}&timeStamp=${timeStamp}`))
    const sent = `{"salt":${at},"timeStamp":"${timeStamp}"}`
    if (isTellingDigest(digest)) return { sent, token: (slip.write ?? base64)(digest) }
  }
}
