import { describe, expect, test } from 'vitest'
import {
  examined,
  expectAllMade,
  expectFound,
  explained,
  foundIn,
  idsFor,
  named,
  testKey,
} from './expect-found.ts'
import { base64, sha256, type Slips, utf8 } from './forge.ts'
import { isTellingDigest, oddKeySlips, writtenSlips } from './slips.ts'
import { type V1KeySlips, v1KeyBytes, v1Slips } from './v1-slips.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

interface QuerySlips extends V1KeySlips {
  /** In the order in which they are signed. */
  readonly pairs?: Pairs
  readonly text?: string
}

const timeStamp = '20260131080000123'
const extend = Buffer.from('[{"name":"idNum"}]').toString('base64')
// Sorted by code unit: upper case before lower case.
const sent: Pairs = [
  ['Zeta', '1'],
  ['activity', 'newInstance'],
  ['alpha', ''],
  ['customerName', ' 测é😀 & "A"+b%2B<c> '],
  ['pair', 'z'],
  ['pair1', '0'],
  ['saasExtendParams', extend],
  ['testFlag', '1'],
  ['timeStamp', timeStamp],
  ['userId', 'u'],
]
const key = testKey
const values = Object.fromEntries(sent)
const name = values['customerName'] ?? ''
const named2 = (value: string): Pairs =>
  sent.map(([one, text]) => [one, one === 'customerName' ? value : text])
const each = (change: (text: string) => string): Pairs =>
  sent.map(([one, text]) => [one, change(text)])
const joined = (pairs: Pairs) => pairs.map((pair) => pair.join('=')).join('&')
const order = (...names: readonly string[]): Pairs => names.map((one) => [one, values[one] ?? ''])

function tokenOf(slips: QuerySlips): string {
  const { pairs = sent, encode = utf8, mac = sha256, write = base64 } = slips
  const { text = joined(pairs) } = slips
  return write(mac(v1KeyBytes(key, timeStamp, slips), encode(text)))
}

const asForm = (text: string) => encodeURIComponent(text).replaceAll('%20', '+')
// Sent in another order than it is signed, and one parameter twice.
const sentOrder = [
  'activity',
  'userId',
  'Zeta',
  'timeStamp',
  'pair1',
  'pair',
  'customerName',
  'testFlag',
  'saasExtendParams',
  'alpha',
]
const query = [
  ...sentOrder.map((one) => `${one}=${asForm(values[one] ?? '')}`),
  'userId=second',
].join('&')
const message = (token: string) =>
  `GET /main/saas?${query}&authToken=${encodeURIComponent(token)} HTTP/1.1\r\nHost: shop.example.com\r\n\r\n`
const right = message(tokenOf({}))

const ignoringCase = order(
  'activity',
  'alpha',
  'customerName',
  'pair',
  'pair1',
  'saasExtendParams',
  'testFlag',
  'timeStamp',
  'userId',
  'Zeta',
)

const slips: Record<string, QuerySlips> = {
  ...v1Slips(key, timeStamp),
  unsorted: { pairs: order(...sentOrder) },
  'sorted-ignoring-case': { pairs: ignoringCase },
  'sorted-by-locale': { pairs: ignoringCase },
  'sorted-backwards': { pairs: sent.toReversed() },
  'sorted-by-value': {
    pairs: order(
      'alpha',
      'customerName',
      'pair1',
      'Zeta',
      'testFlag',
      'timeStamp',
      'saasExtendParams',
      'activity',
      'userId',
      'pair',
    ),
  },
  'sorted-by-pair': {
    pairs: order(
      'Zeta',
      'activity',
      'alpha',
      'customerName',
      'pair1',
      'pair',
      'saasExtendParams',
      'testFlag',
      'timeStamp',
      'userId',
    ),
  },
  'time-stamp-last': {
    pairs: [...sent.filter(([one]) => one !== 'timeStamp'), ['timeStamp', timeStamp]],
  },
  'time-stamp-first': {
    pairs: [['timeStamp', timeStamp], ...sent.filter(([one]) => one !== 'timeStamp')],
  },
  'not-decoded': { pairs: each(asForm) },
  'decoded-twice': { pairs: named2(' 测é😀 & "A" b+<c> ') },
  'encoded-again': { pairs: each(encodeURIComponent) },
  'encoded-as-form': { pairs: each(asForm) },
  'blanks-in-values-left-out': { pairs: named2('测é😀&"A"+b%2B<c>') },
  'values-trimmed': { pairs: named2('测é😀 & "A"+b%2B<c>') },
  'plus-as-blank': { pairs: named2(' 测é😀 & "A" b%2B<c> ') },
  'blank-as-percent-20': { pairs: named2(name.replaceAll(' ', '%20')) },
  'values-quoted': { pairs: each((text) => `"${text.replaceAll('"', '\\"')}"`) },
  'values-html-escaped': { pairs: named2(' 测é😀 &amp; &quot;A&quot;+b%2B&lt;c&gt; ') },
  'values-lower-case': { pairs: each((text) => text.toLowerCase()) },
  'names-lower-case': {
    pairs: sent
      .map(([one, text]): [string, string] => [one.toLowerCase(), text])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  },
  'extend-params-decoded': {
    pairs: sent.map(([one, text]) => [
      one,
      one === 'saasExtendParams' ? '[{"name":"idNum"}]' : text,
    ]),
  },
  'empty-left-out': { pairs: sent.filter(([, text]) => text !== '') },
  'second-of-a-name': {
    pairs: sent.map(([one, text]) => [one, one === 'userId' ? 'second' : text]),
  },
  'all-of-a-name': { pairs: [...sent, ['userId', 'second']] },
  'joined-without-ampersand': { text: sent.map((pair) => pair.join('=')).join('') },
  'joined-by-comma': { text: sent.map((pair) => pair.join('=')).join(',') },
  'joined-by-line-feed': { text: sent.map((pair) => pair.join('=')).join('\n') },
  'pairs-without-equals': { text: sent.map((pair) => pair.join('')).join('&') },
  'pairs-by-colon': { text: sent.map((pair) => pair.join(':')).join('&') },
  'values-alone': { text: sent.map(([, text]) => text).join('&') },
  'trailing-ampersand': { text: `${joined(sent)}&` },
  'leading-ampersand': { text: `&${joined(sent)}` },
  'leading-question-mark': { text: `?${joined(sent)}` },
  'text-lower-case': { text: joined(sent).toLowerCase() },
  'text-line-feed': { text: `${joined(sent)}\n` },
  'as-json': {
    text: `{${sent.map((pair) => pair.map((text) => JSON.stringify(text)).join(':')).join(',')}}`,
  },
  'key-in-text': { text: key + joined(sent) },
  'whole-signed': { text: query },
  ...Object.fromEntries(
    sent.map(([one]) => [`left-out-${one}`, { pairs: sent.filter(([other]) => other !== one) }]),
  ),
}

describe('in the query of V1', () => {
  const seen = examined('v1-query', message(''), key)

  test('a right token is right, sent encoded or not', () => {
    expect(explained(right, named(key)).verdict).toEqual({ kind: 'right' })
    const bare = right.replace(/authToken=.* /, `authToken=${tokenOf({})} `)
    expect(explained(bare, named(key)).verdict).toEqual({ kind: 'right' })
  })

  test('a token that is right with + read as + is right, and it is said so', () => {
    const kept = named2(name.replaceAll(' ', '+'))
    const { verdict } = explained(message(tokenOf({ pairs: kept })), named(key))
    expect(verdict.kind === 'right' && verdict.text?.en).toContain('when + is read as +')
  })

  test.each(Object.keys(slips))('%s is found', (id) => {
    const token = tokenOf(slips[id] ?? {})
    expectFound(id, token, seen.judge(token))
  })

  const written = writtenSlips('base64')
  test.each(Object.keys(written))('%s is found', (id) => {
    const { odd, token } = oddToken(written[id] ?? {})
    expectFound(id, token, examined('v1-query', odd, key).judge(token))
  })

  test.each(Object.keys(oddKeySlips))('%s is found', (id) => {
    const { given = '', ...slip } = oddKeySlips[id] ?? {}
    const token = tokenOf(slip)
    expectFound(id, token, explained(message(token), named(given)).verdict)
  })

  test('auth-token-included: it was signed with a token that was there before', () => {
    const before = tokenOf({ key: 'before' })
    const token = tokenOf({
      pairs: [
        ['Zeta', '1'],
        ['activity', 'newInstance'],
        ['alpha', ''],
        ['authToken', before],
        ...sent.slice(3),
      ],
    })
    expectFound(
      'auth-token-included',
      token,
      examined('v1-query', message(before), key).judge(token),
    )
  })

  test('what a proxy added is named', () => {
    const added = right.replace('/main/saas?', '/main/saas?utm_source=x&')
    expect(foundIn(explained(added, named(key)).verdict)).toEqual([['left-out-utm_source']])
  })

  test('there are more than a hundred mistakes, and each of them is made here', () => {
    expectAllMade(idsFor('v1-query', right), [
      ...[slips, written, oddKeySlips].flatMap((table) => Object.keys(table)),
      'auth-token-included',
    ])
  })
})

// A query whose digest begins with a zero and has + and / in Base64.
function oddToken(slip: Slips) {
  for (let at = 0; ; at++) {
    const text = `activity=x&salt=${at}&timeStamp=${timeStamp}`
    const digest = sha256(utf8(key + timeStamp), utf8(text))
    if (isTellingDigest(digest))
      return { odd: `GET /a?${text} HTTP/1.1\r\n\r\n`, token: (slip.write ?? base64)(digest) }
  }
}
