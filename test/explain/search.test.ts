import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/explain.ts'
import { schemeIds } from '../../src/explain/scheme.ts'
import { drawn, seed } from '../harness/scale.ts'
import { explained, foundIn, named } from './expect-found.ts'
import { base64, hex, sha256, utf8 } from './forge.ts'

const key = 'Abc-1f'
const body = '{"activity":"newInstance","orderId":"CS/22","name":"测试"}'
const post = (lines: readonly string[], sent = body) =>
  `${['POST /main/a HTTP/1.1', 'Host: shop.example.com', ...lines].join('\n')}\n\n${sent}`

const messages = {
  v2: (value: string) =>
    post([], body).replace(
      '/main/a',
      `/main/saas?signature=${value}&timestamp=1680508066618&nonce=aB-1`,
    ),
  'v1-query': (value: string) =>
    `GET /main/saas?activity=x&Zeta=&b=1+2&timeStamp=20260131080000123&authToken=${encodeURIComponent(value)} HTTP/1.1`,
  'v1-body': (value: string) =>
    post([`authToken: ${value}`], '{"b":"测","a":1,"timeStamp":"20260131080000123"}'),
  'body-sign': (value: string) =>
    `HTTP/1.1 200 OK\nBody-Sign: sign_type="HMAC-SHA256", signature="${value}"\n\n${body}`,
  'kit-v2': (value: string) =>
    post([`x-sign: ${value}`, 'x-timestamp: 1680508066618', 'x-nonce: aB-1']),
  'ak-sk': (value: string) =>
    post([
      'X-Sdk-Date: 20260131T080000Z',
      `Authorization: SDK-HMAC-SHA256 Access=ak, SignedHeaders=host;x-sdk-date, Signature=${value}`,
    ]),
  usage: (value: string) => post(['ts: 1680508066618', 'nonce: aB-1', `signature: ${value}`]),
  webhook: (value: string) =>
    post(['webhook-id: msg_1', 'webhook-timestamp: 1680508066', `webhook-signature: v1,${value}`]),
} as const

// Of the run, so that no two runs try the same one.
const random = createHash('sha256').update(`${seed}`).digest()

describe('a signature that is random', () => {
  test.each(drawn(schemeIds, 3))('is explained by no mistake and no two, in %s', (scheme) => {
    const value = ['v2', 'kit-v2', 'ak-sk'].includes(scheme) ? hex(random) : base64(random)
    const { scheme: found, verdict } = explained(
      messages[scheme](value),
      named(key),
      named('another'),
    )
    expect(found.id).toBe(scheme)
    expect(verdict.kind).toBe('unexplained')
    const { triedMistakes = 0, triedPairs = 0 } =
      verdict.kind === 'unexplained' ? verdict.search : {}
    expect(triedMistakes).toBeGreaterThan(60)
    expect(triedPairs).toBe((triedMistakes * (triedMistakes - 1)) / 2)
  })
})

describe('two mistakes at once', () => {
  const v2 = (used: string, text: (inner: string) => string, payload = body) => {
    const inner = hex(sha256(utf8(used), utf8(payload)))
    return hex(sha256(utf8(used), utf8(text(inner))))
  }

  test.each([
    [['timestamp-seconds', 'no-key-in-text'], v2(key, (inner) => `aB-11680508066${inner}`)],
    [
      ['wrong-key-1', 'order-timestamp-nonce'],
      v2('another', (inner) => `another1680508066618aB-1${inner}`),
    ],
    // As Python writes it: escapes, and blanks behind commas and colons.
    [
      ['body-with-blanks', 'body-unicode-escaped'],
      v2(
        key,
        (inner) => `${key}aB-11680508066618${inner}`,
        '{"activity": "newInstance", "orderId": "CS/22", "name": "\\u6d4b\\u8bd5"}',
      ),
    ],
    // As PHP does.
    [
      ['body-unicode-escaped', 'body-slashes-escaped'],
      v2(
        key,
        (inner) => `${key}aB-11680508066618${inner}`,
        '{"activity":"newInstance","orderId":"CS\\/22","name":"\\u6d4b\\u8bd5"}',
      ),
    ],
  ])('%j are found together', (ids, signature) => {
    const { verdict } = explained(messages.v2(signature), named(key), named('another'))
    expect(foundIn(verdict)).toContainEqual(ids)
    expect(foundIn(verdict).every((pair) => pair.length === 2)).toBe(true)
  })
})

test('of a body that is large single mistakes are tried, and it is told that pairs are not', () => {
  const large = `{"a":"${'x'.repeat(70_000)}"}`
  const { verdict } = explained(
    post(['ts: 1', 'nonce: n', `signature: ${base64(random)}`], large),
    named(key),
  )
  expect(verdict).toMatchObject({ kind: 'unexplained', search: { triedPairs: 0 } })
})

describe('what cannot be explained is said', () => {
  const problemOf = (message: string, keys = [named(key)]) => {
    const answer = explain({ message, keys })
    return answer.kind === 'problem' ? answer.text.en : answer.kind
  }

  test.each([
    ['', 'There is no request'],
    ['hello', 'This is not a request'],
    ['POST /a HTTP/1.1\nHost: a', 'does not show how it is signed'],
    ['POST /a?signature=1&nonce=2 HTTP/1.1', 'The query has no timestamp'],
    ['POST /a?signature=1&timestamp=2 HTTP/1.1', 'The query has no nonce'],
    ['POST /a HTTP/1.1\nx-sign: 1', 'The header x-timestamp is missing'],
    ['GET /a?authToken=1 HTTP/1.1', 'The query has no timeStamp'],
    ['POST /a HTTP/1.1\nauthToken: 1\n\n[]', 'The body is not a JSON object'],
    ['POST /a HTTP/1.1\nauthToken: 1\n\n{}', 'The body has no timeStamp'],
    ['GET /a HTTP/1.1\nAuthorization: SDK-HMAC-SHA256 x', 'There is no host'],
    [
      'GET https://a/ HTTP/1.1\nAuthorization: SDK-HMAC-SHA256 x',
      'The header X-Sdk-Date is missing',
    ],
    ['GET https://a/%ff HTTP/1.1\nAuthorization: SDK-HMAC-SHA256 x', 'its path has to be UTF-8'],
    ['curl https://a.example/?signature=1 -d @body.json', 'The body is in the file body.json'],
    [`curl 'https://a.example/`, 'A quote of the curl line is not closed'],
  ])('%j: %s', (message, problem) => {
    expect(problemOf(message)).toContain(problem)
  })

  test('a key that is missing is called as the store calls it', () => {
    expect(problemOf(messages.v2('1'), [])).toBe('The access key is missing')
    expect(problemOf(messages['ak-sk']('1'), [named('')])).toBe('The SK is missing')
  })
})

test('without a signature there is the expected one, and no verdict', () => {
  const unsigned = messages.v2('').replace('signature=&', '')
  expect(explained(unsigned, named(key))).toMatchObject({
    verdict: { kind: 'unsigned' },
    received: undefined,
  })
})

test('a key with white space around it is noted', () => {
  expect(explained(messages.v2('1'), named(`${key}\n`)).notes[0]?.en).toContain('white space')
})
