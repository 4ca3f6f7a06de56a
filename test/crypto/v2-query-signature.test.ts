import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findV2Key, signV2Query } from '../../src/crypto/v2-query-signature.ts'

interface Vector {
  readonly name: string
  readonly key: string
  readonly timestamp: string
  readonly nonce: string
  readonly payload: string
  readonly inner: string
  readonly signature: string
}

const { vectors } = JSON.parse(readFileSync('openapi/vectors/v2-query-signature.json', 'utf8')) as {
  vectors: Vector[]
}

const call = (payload: string, signature: string) => ({
  nonce: 'n',
  timestamp: '1680508066618',
  signature,
  rawBody: Buffer.from(payload),
})

describe('V2 query signature', () => {
  test.each(vectors)('$name gives the inner hash and signature of its vector', (vector) => {
    const inner = createHmac('sha256', vector.key).update(vector.payload).digest('hex')
    expect(inner).toBe(vector.inner)
    expect(signV2Query(vector)).toBe(vector.signature)
  })

  test('holds in upper and lower case', () => {
    const signature = signV2Query({ ...call('{}', ''), key: 'k', payload: '{}' })
    expect(findV2Key(call('{}', signature), ['k'])).toBe('k')
    expect(findV2Key(call('{}', signature.toUpperCase()), ['k'])).toBe('k')
  })

  test('tells which of several accepted keys made it', () => {
    const signature = signV2Query({ ...call('{}', ''), key: 'old', payload: '{}' })
    expect(findV2Key(call('{}', signature), ['new', 'old'])).toBe('old')
    expect(findV2Key(call('{}', signature), ['new'])).toBeUndefined()
  })

  test('covers the raw bytes first, whatever their order and spacing', () => {
    const payload = '{ "b": 1, "a": "中/文" }'
    const signature = signV2Query({ ...call(payload, ''), key: 'k', payload })
    expect(findV2Key(call(payload, signature), ['k'])).toBe('k')
  })

  test('covers the sorted compact form without nulls when the raw bytes differ', () => {
    const signature = signV2Query({
      ...call('', ''),
      key: 'k',
      payload: '{"a":"中/文","b":1}',
    })
    expect(findV2Key(call('{ "b": 1, "c": null, "a": "中/文" }', signature), ['k'])).toBe('k')
    expect(findV2Key(call('{ "b": 2, "c": null, "a": "中/文" }', signature), ['k'])).toBeUndefined()
  })

  test.each(['', 'zz', 'a'.repeat(63), 'a'.repeat(64), '中'.repeat(64)])(
    'does not hold for %j',
    (signature) => {
      expect(findV2Key(call('{}', signature), ['k'])).toBeUndefined()
    },
  )

  test('does not hold for a body nested too deeply to be written again', () => {
    const payload = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(findV2Key(call(payload, 'a'.repeat(64)), ['k'])).toBeUndefined()
  })
})
