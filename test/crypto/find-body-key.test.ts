import { describe, expect, test } from 'vitest'
import { findBodyKey, isHexSignature } from '../../src/crypto/find-body-key.ts'

// A signature that shows what it covers: its text in hex.
const sign = ({ key, payload }: { key: string; payload: Buffer | string }) =>
  Buffer.from(`${key}:${payload.toString()}`).toString('hex')
const found = (rawBody: Buffer | string, compact: string, keys = ['Key']) => {
  const signature = sign({ key: 'Key', payload: compact })
  const claim = { nonce: 'n', timestamp: '1', signature, rawBody: Buffer.from(rawBody) }
  return findBodyKey(claim, keys, sign)
}

describe('the sorted compact form of a body', () => {
  test('is tried after the raw bytes, with every key', () => {
    expect(found('{"b":1, "a":2}', '{"a":2,"b":1}', ['new', 'Key'])).toBe('Key')
    expect(found('{"b":1, "a":2}', '{"b":1, "a":2}', ['new', 'Key'])).toBe('Key')
    expect(found('{"b":1, "a":2}', '{"a":2,"b":1}', ['new'])).toBeUndefined()
  })

  test('is made of 64 KiB and of 100 members, and of no more', () => {
    const long = (bytes: number) => `{ "a":"${'x'.repeat(bytes - 9)}"}`
    expect(Buffer.byteLength(long(65_536))).toBe(65_536)
    for (const bytes of [65_536, 65_537]) {
      const body = long(bytes)
      expect(found(body, body.replace(' ', ''))).toBe(bytes === 65_536 ? 'Key' : undefined)
    }
    const wide = (count: number) =>
      JSON.stringify(
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at + 100}`, 1])),
      )
    for (const count of [100, 101]) {
      const body = wide(count)
      expect(found(` ${body}`, body)).toBe(count === 100 ? 'Key' : undefined)
    }
  })

  test.each([
    ['an array', ' [1]', '{"0":1}'],
    ['a text', ' "a"', '{"0":"a"}'],
    ['null', ' null', '{}'],
    ['no JSON', '{', '{}'],
    ['a byte order mark', '\ufeff{"a":1}', '{"a":1}'],
    ['bytes that are not UTF-8', Buffer.from('{ "a":"\xff"}', 'latin1'), '{"a":"\ufffd"}'],
  ])('is not made of %s', (_what, body, compact) => {
    expect(found(body, compact)).toBeUndefined()
  })
})

test.each([
  ['0123456789abcdef'.repeat(4), true],
  ['0123456789ABCDEF'.repeat(4), true],
  ['a'.repeat(63), false],
  ['a'.repeat(65), false],
  [`${'a'.repeat(63)}g`, false],
  [`x${'a'.repeat(64)}`, false],
  [`${'a'.repeat(64)}\n`, false],
  ['', false],
])('%j has the form of a signature: %s', (text, is) => {
  expect(isHexSignature(text)).toBe(is)
})
