import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signV1Body } from '../../src/crypto/v1-auth-token.ts'
import { readV1RawBody } from '../../src/crypto/v1-raw-body.ts'
import { scale } from '../harness/scale.ts'

type Members = Readonly<Record<string, unknown>>

const timeStamp = '20220413093539534'
const keyIn = (text: Buffer | string, authToken: string, keys = ['Key']) =>
  readV1RawBody(Buffer.from(text))?.findKey(authToken, keys)

/** Every character as an escape, in both cases of its digits. */
const escaped = (text: string) =>
  text.replace(/[^]/g, (unit, index: number) => {
    const hex = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${index % 2 === 0 ? hex : hex.toUpperCase()}`
  })

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' \t',
    '\ud800',
    '\udc00a',
    'a\ud83d',
    '\\',
    '"',
    '\b\f\n\r\t/',
    '\u2028',
    'é中😀',
  ),
  // Longer than what is parsed whole.
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((part) => part.repeat(500)),
  fc.constantFrom('\n"\\中😀'.repeat(20_000), '\ud83d\n'.repeat(30_000), 'x'.repeat(70_000)),
)
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)
const members = fc.dictionary(fc.string({ unit: 'binary', maxLength: 10 }), value, { maxKeys: 8 })

describe('a body read by its bytes alone', () => {
  test('has the token of its parsed members, however it is written', () => {
    fc.assert(
      fc.property(members, fc.constantFrom(0, 1, '\t'), (drawn, indent) => {
        const body: Members = { ...drawn, timeStamp }
        const token = signV1Body(JSON.parse(JSON.stringify(body)) as Members, 'Key')
        expect(keyIn(JSON.stringify(body, null, indent), token)).toBe('Key')
      }),
      { numRuns: scale.rawBodies },
    )
  })

  test('has the token of its parsed members with every character as an escape', () => {
    fc.assert(
      fc.property(text, (drawn) => {
        const token = signV1Body({ a: drawn, timeStamp }, 'Key')
        const written = `{"\\u0061":"${escaped(drawn)}","timeStamp":"${escaped(timeStamp)}"}`
        expect(keyIn(written, token)).toBe('Key')
      }),
      { numRuns: scale.rawBodies / 2 },
    )
  })

  test('has the last of two members of one name', () => {
    const token = signV1Body({ a: 'second', timeStamp }, 'Key')
    const body = `{"a":"first","a":"second","timeStamp":"${timeStamp}"}`
    expect(keyIn(body, token)).toBe('Key')
  })

  test('tells which of several keys made the token, in one pass', () => {
    const body: Members = { list: '"'.repeat(10_000), timeStamp }
    const token = signV1Body(body, 'old')
    expect(keyIn(JSON.stringify(body), token, ['new', 'old'])).toBe('old')
    expect(keyIn(JSON.stringify(body), token, ['new'])).toBeUndefined()
    expect(keyIn(JSON.stringify({ ...body, more: 1 }), token, ['old'])).toBeUndefined()
  })

  test.each(['', '\0', '\0\0'])(
    'has no key with the time %j, which would leave the Key alone',
    (time) => {
      const body = { a: 'x', timeStamp: time }
      expect(keyIn(JSON.stringify(body), signV1Body(body, 'Key'))).toBeUndefined()
    },
  )

  test.each([
    ['nothing', ''],
    ['an array', '[]'],
    ['a text', '"{}"'],
    ['no end', '{"a":"b"'],
    ['an open text', '{"a":"b'],
    ['an escape at its end', '{"a":"b\\'],
    ['something behind it', '{}x'],
    ['no value', '{"a"}'],
    ['a comma too many', '{"a":1,}'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    [
      '101 members',
      JSON.stringify(Array(101).fill(1).map(String))
        .replace(/"1"/g, '"a":1')
        .replace(/^\[(.*)\]$/, '{$1}'),
    ],
    ['a list of over 256 KiB', `{"a":[${'1,'.repeat(131_072)}1]}`],
    ['an array that does not end', `{"a":${'['.repeat(100)}`],
  ])('is not read when it is or has %s', (_what, body) => {
    expect(readV1RawBody(Buffer.from(body))).toBeUndefined()
  })

  test('is read with 100 members, and a list of 256 KiB', () => {
    const hundred = Array.from({ length: 100 }, (_none, index) => `"m${index}":1`).join(',')
    expect(readV1RawBody(Buffer.from(`{${hundred}}`))).toBeDefined()
    expect(readV1RawBody(Buffer.from(`{"a":[${'1,'.repeat(131_070)}1]}`))).toBeDefined()
  })
})
