import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compactSortedDeeply, signUsage } from '../../src/crypto/usage-signature.ts'

const { signatures } = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    signatures: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          ts: z.string(),
          nonce: z.string(),
          value: z.unknown(),
          body: z.string(),
          expected: z.string(),
        }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/usage-signature.json', 'utf8')))

describe('the usage signature', () => {
  test.each(signatures)('$name: the body, sorted at every level', ({ value, body }) => {
    expect(compactSortedDeeply(value)).toBe(body)
    expect(compactSortedDeeply(JSON.parse(body))).toBe(body)
  })

  test.each(signatures)('$name: the signature, over text and over bytes', (vector) => {
    expect(signUsage(vector)).toBe(vector.expected)
    expect(signUsage({ ...vector, body: Buffer.from(vector.body) })).toBe(vector.expected)
  })

  test('is another with any other part', () => {
    const parts = { key: 'k', ts: '1709690865879', nonce: 'n', body: '{}' }
    const others = [{ key: 'l' }, { ts: '1709690865880' }, { nonce: 'm' }, { body: '{} ' }]
    const made = [parts, ...others.map((other) => ({ ...parts, ...other }))].map(signUsage)
    expect(new Set(made).size).toBe(5)
    for (const signature of made) expect(signature).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  })
})
