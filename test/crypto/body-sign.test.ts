import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bodySign, bodySignName, bodySignature, readBodySign } from '../../src/crypto/body-sign.ts'

const { vectors } = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    vectors: z
      .array(
        z.object({ name: z.string(), key: z.string(), body: z.string(), expected: z.string() }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/body-sign.json', 'utf8')))

describe('Body-Sign', () => {
  test.each(vectors)('$name: the signature and the header of its vector', (vector) => {
    expect(bodySignature(vector.key, vector.body)).toBe(vector.expected)
    expect(bodySign(vector.key, Buffer.from(vector.body))).toBe(
      `sign_type="HMAC-SHA256", signature="${vector.expected}"`,
    )
  })

  test('is spelled as the store wants it', () => {
    expect(bodySignName).toBe('Body-Sign')
  })

  test('covers every byte, a line feed at the end too', () => {
    const signed = bodySign('k', '{}')
    for (const body of ['{}\n', ' {}', '{ }']) expect(bodySign('k', body)).not.toBe(signed)
    expect(bodySign('other', '{}')).not.toBe(signed)
    expect(bodySign('k', Buffer.from([0xff]))).not.toBe(bodySign('k', Buffer.from([0xfe])))
  })

  test('is read with blanks where live answers have them', () => {
    const signature = bodySignature('k', '{}')
    expect(readBodySign(bodySign('k', '{}'))).toBe(signature)
    expect(readBodySign(`sign_type="HMAC-SHA256",signature="${signature}"`)).toBe(signature)
    expect(readBodySign(`sign_type="HMAC-SHA256", signature= "${signature}"`)).toBe(signature)
    const blanks = `  sign_type  =  "HMAC-SHA256"  ,  signature  =  "${signature}"  `
    expect(readBodySign(blanks)).toBe(signature)
  })

  test.each([
    '',
    'signature="abc"',
    'sign_type=HMAC-SHA256, signature=abc',
    'sign_type="HMAC-SHA1", signature="abc"',
    'sign_type="HMAC-SHA256", signature=""',
    'x sign_type="HMAC-SHA256", signature="abc"',
    'sign_type="HMAC-SHA256", signature="abc", more="x"',
  ])('is not read from %j', (value) => {
    expect(readBodySign(value)).toBeUndefined()
  })
})
