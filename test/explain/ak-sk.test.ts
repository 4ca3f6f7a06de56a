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
import { base64, hashOf, hex, sha256, type Slips, utf8 } from './forge.ts'
import {
  bodySlips,
  charsetSlips,
  digestSlips,
  isTellingDigest,
  keySlips,
  markedBody,
  oddKeySlips,
  sentBody,
  writtenSlips,
} from './slips.ts'

interface AkSkSlips extends Slips {
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly headers?: string
  readonly names?: string
  readonly bodyHash?: string
  readonly canonical?: (lines: string) => string
  /** The text to sign, of the canonical request and its hash. */
  readonly text?: (canonical: string, hash: string) => string
}

const key = testKey
const date = '20260131T080000Z'
const path = '/api/a%20b/c%2Fd/%E6%B5%8B/'
// Sorted by code unit, names and values encoded.
const query = `A=1&B=2&a=&a=z%20%21%28%27%29%2A&c%2B=%E6%B5%8B`
const sentQuery = `c%2B=测&a=z+!(')*&B=2&a&A=1`
const host = 'mkt.example.com:8443'
const lines = {
  type: 'content-type:application/json; charset=utf-8',
  host: `host:${host}`,
  date: `x-sdk-date:${date}`,
  note: 'x-note:Mixed Case',
}
const headers = `${lines.type}\n${lines.host}\n${lines.note}\n${lines.date}\n`
const names = 'content-type;host;x-note;x-sdk-date'
const bodyHash = hex(hashOf('sha256', sentBody))

function signatureOf(slips: AkSkSlips): string {
  const { encode = utf8, mac = sha256, write = hex, key: used = key, keyBytes = utf8(used) } = slips
  const one = { method: 'POST', path, query, headers, names, bodyHash, ...slips }
  const hash = slips.body === undefined ? one.bodyHash : hex(hashOf('sha256', encode(slips.body)))
  const joined = [one.method, one.path, one.query, one.headers, one.names, hash].join('\n')
  const canonical = slips.canonical?.(joined) ?? joined
  const { text = right } = slips
  return write(mac(keyBytes, encode(text(canonical, hex(hashOf('sha256', encode(canonical)))))))
}
const right = (_canonical: string, hash: string) => `SDK-HMAC-SHA256\n${date}\n${hash}`

const message = (
  signature: string,
  { body = sentBody, path: sentPath = '/api/a%20b/c%2Fd/%E6%B5%8B', salt = '' } = {},
) =>
  [
    `POST ${sentPath}?${sentQuery}${salt} HTTP/1.1`,
    `X-Sdk-Date: ${date}`,
    'Content-Type: application/json; charset=utf-8',
    'X-Note:  Mixed Case ',
    'User-Agent: me',
    `Host: ${host}`,
    `Authorization: SDK-HMAC-SHA256 Access=my-ak, SignedHeaders=${names}, Signature=${signature}`,
    '',
    body,
  ].join('\r\n')

const marked = '\ufeff{"a":1}'
const pathSlips: Record<string, AkSkSlips> = {
  'path-without-slash': { path: path.slice(0, -1) },
  'path-decoded': { path: '/api/a b/c/d/测/' },
  'path-encoded-twice': { path: '/api/a%2520b/c%252Fd/%25E6%25B5%258B/' },
  'path-slashes-encoded': { path: '%2Fapi%2Fa%20b%2Fc%2Fd%2F%E6%B5%8B/' },
  'path-with-query': { path: `/api/a%20b/c%2Fd/%E6%B5%8B?c%2B=%E6%B5%8B&a=z+!(%27)*&B=2&a&A=1` },
  'path-root': { path: '/' },
  'path-empty': { path: '' },
  'path-prefix-cut': { path: '/a%20b/c%2Fd/%E6%B5%8B/' },
  'path-lower-case': { path: '/api/a%20b/c%2fd/%e6%b5%8b/' },
  'path-with-host': { path: `https://${host}${path}` },
}
const querySlips: Record<string, AkSkSlips> = {
  'query-unsorted': { query: 'c%2B=%E6%B5%8B&a=z%20%21%28%27%29%2A&B=2&a=&A=1' },
  'query-not-encoded': { query: `A=1&B=2&a=&a=z !(')*&c+=测` },
  'query-as-sent': { query: `c%2B=%E6%B5%8B&a=z+!(%27)*&B=2&a&A=1` },
  'query-left-out': { query: '' },
  'query-plus-for-blank': { query: query.replace('%20', '+') },
  'query-marks-not-encoded': { query: `A=1&B=2&a=&a=z%20!(')*&c%2B=%E6%B5%8B` },
  'query-lower-case-escapes': { query: 'A=1&B=2&a=&a=z%20%21%28%27%29%2a&c%2b=%e6%b5%8b' },
  'query-encoded-twice': {
    query: 'A=1&B=2&a=&a=z%2520%2521%2528%2527%2529%252A&c%252B=%25E6%25B5%258B',
  },
  'query-names-lower-case': { query: 'a=&a=1&a=z%20%21%28%27%29%2A&b=2&c%2B=%E6%B5%8B' },
  'query-sorted-ignoring-case': { query: 'a=&A=1&a=z%20%21%28%27%29%2A&B=2&c%2B=%E6%B5%8B' },
  'query-sorted-by-locale': { query: 'a=&a=z%20%21%28%27%29%2A&A=1&B=2&c%2B=%E6%B5%8B' },
  'query-empty-left-out': { query: query.replace('a=&', '') },
  'query-equals-left-out': { query: query.replace('a=&', 'a&') },
  'query-with-question-mark': { query: `?${query}` },
  'query-left-out-A': { query: query.replace('A=1&', '') },
  'query-left-out-B': { query: query.replace('B=2&', '') },
  'query-left-out-a': { query: 'A=1&B=2&c%2B=%E6%B5%8B' },
  'query-left-out-c+': { query: 'A=1&B=2&a=&a=z%20%21%28%27%29%2A' },
}
const typed = (type: string) => headers.replace(lines.type, `content-type:${type}`)
const headerSlips: Record<string, AkSkSlips> = {
  'header-names-as-written': {
    headers: `Content-Type:application/json; charset=utf-8\nHost:${host}\nX-Note:Mixed Case\nX-Sdk-Date:${date}\n`,
    names: 'Content-Type;Host;X-Note;X-Sdk-Date',
  },
  'headers-unsorted': {
    headers: `${lines.date}\n${lines.type}\n${lines.note}\n${lines.host}\n`,
    names: 'x-sdk-date;content-type;x-note;host',
  },
  'header-blank-behind-colon': { headers: headers.replace(/^([\w-]+):/gm, '$1: ') },
  'header-values-lower-case': { headers: headers.toLowerCase() },
  'header-empty-line-missing': { headers: headers.slice(0, -1) },
  'header-names-by-comma': { names: names.replaceAll(';', ',') },
  'header-names-left-out': { names: '' },
  'host-with-port': { headers: headers.replace(':8443', '') },
  'content-type-without-charset': { headers: typed('application/json') },
  'content-type-with-charset': { headers: typed('application/json; charset=utf-8;charset=utf-8') },
  'content-type-with-charset-upper': {
    headers: typed('application/json; charset=utf-8; charset=UTF-8'),
  },
  'header-left-out-content-type': {
    headers: headers.replace(`${lines.type}\n`, ''),
    names: 'host;x-note;x-sdk-date',
  },
  'header-left-out-host': {
    headers: headers.replace(`${lines.host}\n`, ''),
    names: 'content-type;x-note;x-sdk-date',
  },
  'header-left-out-x-note': {
    headers: headers.replace(`${lines.note}\n`, ''),
    names: 'content-type;host;x-sdk-date',
  },
  'header-left-out-x-sdk-date': {
    headers: headers.replace(`${lines.date}\n`, ''),
    names: 'content-type;host;x-note',
  },
  'header-added-user-agent': {
    headers: headers.replace('x-note', 'user-agent:me\nx-note'),
    names: 'content-type;host;user-agent;x-note;x-sdk-date',
  },
}
const textSlips: Record<string, AkSkSlips> = {
  'body-hash-upper-case': { bodyHash: bodyHash.toUpperCase() },
  'body-hash-base64': { bodyHash: base64(hashOf('sha256', sentBody)) },
  'body-hash-keyed': { bodyHash: hex(sha256(utf8(key), utf8(sentBody))) },
  'body-itself': { bodyHash: sentBody },
  'body-hash-left-out': { bodyHash: '' },
  'body-hash-unsigned': { bodyHash: 'UNSIGNED-PAYLOAD' },
  'method-lower-case': { method: 'post' },
  'method-other': { method: 'GET' },
  'canonical-not-hashed': { text: (canonical) => `SDK-HMAC-SHA256\n${date}\n${canonical}` },
  'canonical-signed': { text: (canonical) => canonical },
  'hash-alone': { text: (_canonical, hash) => hash },
  'hash-upper-case': {
    text: (_canonical, hash) => `SDK-HMAC-SHA256\n${date}\n${hash.toUpperCase()}`,
  },
  'algorithm-left-out': { text: (_canonical, hash) => `${date}\n${hash}` },
  'date-left-out': { text: (_canonical, hash) => `SDK-HMAC-SHA256\n${hash}` },
  'algorithm-hmac': { text: (_canonical, hash) => `HMAC-SHA256\n${date}\n${hash}` },
  'algorithm-aws': { text: (_canonical, hash) => `AWS4-HMAC-SHA256\n${date}\n${hash}` },
  'text-by-blanks': { text: (_canonical, hash) => `SDK-HMAC-SHA256 ${date} ${hash}` },
  'text-line-feed': { text: (canonical, hash) => `${right(canonical, hash)}\n` },
  'lines-crlf': {
    canonical: (one) => one.replaceAll('\n', '\r\n'),
    text: (canonical, hash) => right(canonical, hash).replaceAll('\n', '\r\n'),
  },
  'date-iso': { text: (_canonical, hash) => `SDK-HMAC-SHA256\n2026-01-31T08:00:00Z\n${hash}` },
  'date-of-day': { text: (_canonical, hash) => `SDK-HMAC-SHA256\n20260131\n${hash}` },
  'ak-for-sk': { key: 'my-ak' },
  'ak-and-sk': { key: `my-ak${key}` },
  'key-with-sdk': { key: `SDK${key}` },
  'key-with-aws4': { key: `AWS4${key}` },
}
const slips: Record<string, AkSkSlips> = {
  ...keySlips(key),
  ...digestSlips,
  ...Object.fromEntries(Object.entries(bodySlips).map(([id, body]) => [id, { body }])),
  ...pathSlips,
  ...querySlips,
  ...headerSlips,
  ...textSlips,
}

describe('in the signature of an open API', () => {
  const rightMessage = message(signatureOf({}))
  const seen = examined('ak-sk', rightMessage, key)

  test('a right signature is right', () => {
    expect(explained(rightMessage, named(key))).toMatchObject({
      verdict: { kind: 'right' },
      notes: [],
    })
  })

  test.each(Object.keys(slips))('%s is found', (id) => {
    const signature = signatureOf(slips[id] ?? {})
    expectFound(id, signature, seen.judge(signature))
  })

  test.each(Object.keys(charsetSlips))('%s is found', (id) => {
    const signature = signatureOf({ ...charsetSlips[id], body: sentBody })
    expectFound(id, signature, seen.judge(signature))
  })

  const written = writtenSlips('hex')
  test.each(Object.keys(written))('%s is found', (id) => {
    const { salt, signature } = oddSignature(written[id] ?? {})
    expectFound(id, signature, examined('ak-sk', message('', { salt }), key).judge(signature))
  })

  test.each(Object.keys(oddKeySlips))('%s is found', (id) => {
    const { given = '', ...slip } = oddKeySlips[id] ?? {}
    const signature = signatureOf(slip)
    expectFound(id, signature, explained(message(signature), named(given)).verdict)
  })

  test('body-no-byte-order-mark is found', () => {
    const signature = signatureOf({ body: markedBody.signed })
    expectFound(
      markedBody.id,
      signature,
      explained(message(signature, { body: marked }), named(key)).verdict,
    )
  })

  test('a port that was signed and is not sent is found', () => {
    const signature = signatureOf({ headers: headers.replace(':8443', ':443') })
    const sent = message(signature).replace(':8443', '')
    expect(foundIn(explained(sent, named(key)).verdict)).toEqual([['host-with-port']])
  })

  test('there are more than a hundred mistakes, and each of them is made here', () => {
    expectAllMade(idsFor('ak-sk', rightMessage), [
      ...[slips, written, oddKeySlips, charsetSlips].flatMap((table) => Object.keys(table)),
      markedBody.id,
    ])
  })
})

function oddSignature(slip: Slips) {
  for (let at = 0; ; at++) {
    const signature = signatureOf({ query: `${query}&d=${at}` })
    const digest = Buffer.from(signature, 'hex')
    if (isTellingDigest(digest))
      return { salt: `&d=${at}`, signature: signatureOf({ query: `${query}&d=${at}`, ...slip }) }
  }
}
