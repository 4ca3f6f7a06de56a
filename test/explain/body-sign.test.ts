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

const key = testKey
const timeStamp = '20260131080000123'

function signatureOf({
  key: used = key,
  keyBytes = utf8(used),
  body = sentBody,
  encode = utf8,
  mac = sha256,
  write = base64,
}: Slips) {
  return write(mac(keyBytes, encode(body)))
}

const header = (signature: string) => `Body-Sign: sign_type="HMAC-SHA256", signature="${signature}"`
// What the call had as timeStamp is told beside the answer.
const message = (signature: string, body = sentBody) =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ntimeStamp: ${timeStamp}\r\n${header(signature)}\r\n\r\n${body}`

const slips: Record<string, Slips> = {
  ...keySlips(key),
  ...digestSlips,
  ...charsetSlips,
  ...Object.fromEntries(Object.entries(bodySlips).map(([id, body]) => [id, { body }])),
  'time-stamp-in-key': { key: key + timeStamp },
  'time-stamp-before-key': { key: timeStamp + key },
  'key-in-text': { body: key + sentBody },
  'body-hash-signed': { body: hex(hashOf('sha256', sentBody)) },
}

describe('in the Body-Sign of an answer', () => {
  const right = message(signatureOf({}))
  const seen = examined('body-sign', right, key)

  test('a right signature is right, whatever the blanks in the header', () => {
    expect(explained(right, named(key))).toMatchObject({ verdict: { kind: 'right' }, notes: [] })
    const blanks = right.replace(', signature=', ' ,  signature = ')
    expect(explained(blanks, named(key))).toMatchObject({ verdict: { kind: 'right' }, notes: [] })
  })

  test('a header of another form, or in lower case, is noted, and its signature judged', () => {
    const bare = right.replace(/signature="(.*)"/, 'signature=$1').replace('Body-Sign', 'body-sign')
    const { verdict, notes } = explained(bare, named(key))
    expect(verdict).toEqual({ kind: 'right' })
    expect(notes.map(({ en }) => en.slice(0, 24))).toEqual([
      'The header is called bod',
      'The header is not of the',
    ])
  })

  test.each(Object.keys(slips))('%s is found', (id) => {
    const signature = signatureOf(slips[id] ?? {})
    expectFound(id, signature, seen.judge(signature))
  })

  const written = writtenSlips('base64')
  test.each(Object.keys(written))('%s is found', (id) => {
    const body = oddBody()
    const signature = signatureOf({ ...written[id], body })
    expectFound(id, signature, examined('body-sign', message('', body), key).judge(signature))
  })

  test.each(Object.keys(oddKeySlips))('%s is found', (id) => {
    const { given = '', ...slip } = oddKeySlips[id] ?? {}
    const signature = signatureOf(slip)
    expectFound(id, signature, explained(message(signature), named(given)).verdict)
  })

  const answer = '{"resultCode":"000000","resultMsg":"success."}'
  test.each([
    ['result-code-alone', '000000', answer],
    ['result-alone', '000000success.', answer],
    [markedBody.id, markedBody.signed, markedBody.sent],
  ])('%s is found', (id, signed, sent) => {
    const signature = signatureOf({ body: signed })
    expectFound(id, signature, explained(message(signature, sent), named(key)).verdict)
  })

  test('there are more than a hundred mistakes, and each of them is made here', () => {
    expectAllMade(idsFor('body-sign', right), [
      ...[slips, written, oddKeySlips].flatMap((table) => Object.keys(table)),
      ...['result-code-alone', 'result-alone', markedBody.id],
    ])
  })
})

function oddBody(): string {
  for (let at = 0; ; at++) {
    const body = `{"salt":${at}}`
    const digest = sha256(utf8(key), utf8(body))
    if (isTellingDigest(digest)) return body
  }
}
