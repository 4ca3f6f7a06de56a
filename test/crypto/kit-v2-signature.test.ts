import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findKitV2Key, signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'

const { vectors } = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    vectors: z
      .array(
        z.object({
          name: z.string(),
          accessKey: z.string(),
          nonce: z.string(),
          timestamp: z.string(),
          payload: z.string(),
          expected: z.string(),
        }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/kit-v2-signature.json', 'utf8')))

const parts = { nonce: 'n', timestamp: '1680508066618' }
const call = (body: string, signature: string) => ({
  ...parts,
  signature,
  rawBody: Buffer.from(body),
})
const sign = (payload: Buffer | string, key = 'k') => signKitV2({ ...parts, key, payload })

describe('kit V2 header signature', () => {
  test.each(vectors)('$name gives the signature of its vector', (vector) => {
    expect(signKitV2({ ...vector, key: vector.accessKey })).toBe(vector.expected)
  })

  test('covers the payload itself, not its hash as in the query', () => {
    expect(sign('{}')).not.toBe(signV2Query({ ...parts, key: 'k', payload: '{}' }))
  })

  test('holds in upper and lower case', () => {
    expect(findKitV2Key(call('{}', sign('{}')), ['k'])).toBe('k')
    expect(findKitV2Key(call('{}', sign('{}').toUpperCase()), ['k'])).toBe('k')
  })

  test('tells which of several accepted keys made it', () => {
    const signed = call('{}', sign('{}', 'old'))
    expect(findKitV2Key(signed, ['new', 'old'])).toBe('old')
    expect(findKitV2Key(signed, ['new'])).toBeUndefined()
    expect(findKitV2Key(signed, [])).toBeUndefined()
  })

  test('covers the raw bytes first, even if they are no text', () => {
    const rawBody = Buffer.from([0x7b, 0xff, 0xfe, 0x7d])
    const signed = { ...parts, signature: sign(rawBody), rawBody }
    expect(findKitV2Key(signed, ['k'])).toBe('k')
    const replaced = { ...signed, rawBody: Buffer.from(rawBody.toString()) }
    expect(findKitV2Key(replaced, ['k'])).toBeUndefined()
  })

  test('covers the sorted compact form: nulls out at the top, kept below, empty texts kept', () => {
    const signature = sign('{"a":"","b":{"z":null,"y":"中/文"},"flag":1}')
    const body = '{ "flag": 1, "c": null, "b": { "z": null, "y": "中/文" }, "a": "" }'
    expect(findKitV2Key(call(body, signature), ['k'])).toBe('k')
    expect(findKitV2Key(call(body.replace('1', '2'), signature), ['k'])).toBeUndefined()
  })

  test.each([
    ['nonce', { nonce: 'm' }],
    ['timestamp', { timestamp: '1680508066619' }],
    ['signature', { signature: '' }],
    ['signature', { signature: 'a'.repeat(64) }],
    ['signature', { signature: '中'.repeat(64) }],
  ])('does not hold with another %s', (_name, spoiled) => {
    expect(findKitV2Key({ ...call('{}', sign('{}')), ...spoiled }, ['k'])).toBeUndefined()
  })
})
