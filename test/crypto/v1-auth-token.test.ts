import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hmacSha256 } from '../../src/crypto/hmac-sha256.ts'
import {
  findV1BodyKey,
  findV1Query,
  signV1Body,
  signV1Query,
  v1BodyText,
  v1QueryText,
} from '../../src/crypto/v1-auth-token.ts'

const expected = z.object({ canonical: z.string(), authToken: z.string() })
const vectors = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    queries: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          parameters: z.record(z.string(), z.string()),
          expected,
        }),
      )
      .min(1),
    bodies: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          body: z.record(z.string(), z.unknown()),
          expected,
        }),
      )
      .min(1),
    primitives: z
      .array(
        z.object({ name: z.string(), hmacKey: z.string(), data: z.string(), expected: z.string() }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/v1-auth-token.json', 'utf8')))

describe('the known-answer vectors', () => {
  test.each(vectors.primitives)('$name: the primitive', ({ hmacKey, data, expected }) => {
    expect(hmacSha256(hmacKey, data).toString('base64')).toBe(expected)
  })

  test.each(vectors.queries)('$name: text and token of the query', (vector) => {
    const backward = Object.fromEntries(Object.entries(vector.parameters).reverse())
    expect(v1QueryText(backward)).toBe(vector.expected.canonical)
    expect(signV1Query(backward, vector.key)).toBe(vector.expected.authToken)
  })

  test.each(vectors.queries)('$name: the key is found, sent as a form', (vector) => {
    const { authToken } = vector.expected
    const query = new URLSearchParams({ ...vector.parameters, authToken }).toString()
    const found = { key: vector.key, parameters: vector.parameters }
    expect(findV1Query(query, ['another', vector.key])).toEqual(found)
  })

  test.each(vectors.queries)('$name: the key is found, sent with %20 for a space', (vector) => {
    const sent = { ...vector.parameters, authToken: vector.expected.authToken }
    const query = Object.entries(sent).map(
      ([name, value]) => `${name}=${encodeURIComponent(value)}`,
    )
    const found = { key: vector.key, parameters: vector.parameters }
    expect(findV1Query(`?${query.join('&')}`, [vector.key])).toEqual(found)
  })

  test.each(vectors.bodies)('$name: text and token of the body', (vector) => {
    const { body, key, expected } = vector
    expect(v1BodyText(body)).toBe(expected.canonical)
    expect(signV1Body(body, key)).toBe(expected.authToken)
    expect(findV1BodyKey({ authToken: expected.authToken, members: body }, ['x', key])).toBe(key)
  })
})
