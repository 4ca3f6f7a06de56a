import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { deriveV1Key } from '../../src/crypto/v1-cipher-key.ts'
import {
  V1FieldError,
  decryptV1Field,
  encryptV1Field,
  randomV1Iv,
  v1FieldLength,
} from '../../src/crypto/v1-cipher.ts'

const encryptTypes = ['1', '2'] as const
const vectors = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    derivations: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          bits: z.literal([128, 256]),
          expected: z.string(),
        }),
      )
      .min(1),
    ciphers: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          encryptType: z.enum(encryptTypes),
          iv: z.string(),
          plain: z.string(),
          expected: z.string(),
        }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/v1-aes.json', 'utf8')))

describe('the known-answer vectors', () => {
  test.each(vectors.derivations)('$name: the key', ({ key, bits, expected }) => {
    expect(deriveV1Key(key, bits).toString('hex')).toBe(expected)
  })

  test.each(vectors.ciphers)('$name: there and back', (vector) => {
    const { key, encryptType, plain, expected } = vector
    expect(encryptV1Field(vector, vector.iv)).toBe(expected)
    expect(decryptV1Field({ key, encryptType, value: expected })).toBe(plain)
  })

  test.each(vectors.ciphers)('$name: opened with the other key length chosen', (vector) => {
    const { key, plain, expected: value } = vector
    const encryptType = vector.encryptType === '1' ? '2' : '1'
    expect(decryptV1Field({ key, encryptType, value })).toBe(plain)
  })
})

describe('encryption', () => {
  const field = { key: 'Key', encryptType: '1', plain: 'admin' } as const

  test('draws a new initial vector of 16 letters and digits each time', () => {
    const [one, two] = [encryptV1Field(field), encryptV1Field(field)]
    expect(one.slice(0, 16)).toMatch(/^[A-Za-z0-9]{16}$/)
    expect(one.slice(0, 16)).not.toBe(two.slice(0, 16))
    const drawn = new Set(Array.from({ length: 200 }, randomV1Iv).join(''))
    expect(drawn.size).toBe(62)
  })

  test.each([0, 1, 15, 16, 31, 32, 79, 80, 175, 176])('tells the length of %d bytes', (bytes) => {
    const plain = '中'.repeat(Math.floor(bytes / 3)) + 'a'.repeat(bytes % 3)
    expect(v1FieldLength(plain)).toBe(encryptV1Field({ ...field, plain }).length)
  })

  test('fits 79 bytes into 128 characters and 175 into 256, and no more', () => {
    expect([79, 80, 175, 176].map((bytes) => v1FieldLength('a'.repeat(bytes)))).toEqual([
      124, 144, 252, 272,
    ])
  })
})

describe('decryption', () => {
  const iv = 'AbCdEfGh01234567'
  const key = 'Key'
  const value = encryptV1Field({ key, encryptType: '1', plain: 'seller@example.com' }, iv)
  const decrypt = (sent: string) => decryptV1Field({ key, encryptType: '1', value: sent })

  test('reads a space as the plus that a form decoder has eaten', () => {
    const plus = Array.from({ length: 100 }, (_, number) => ({
      plain: String(number),
      sent: encryptV1Field({ key, encryptType: '1', plain: String(number) }, iv),
    })).find(({ sent }) => sent.includes('+'))
    expect(plus).toBeDefined()
    expect(decrypt(plus?.sent.replaceAll('+', ' ') ?? '')).toBe(plus?.plain)
  })

  test('gives back an empty text and a byte order mark', () => {
    for (const plain of ['', '\ufeffa']) {
      expect(decrypt(encryptV1Field({ key, encryptType: '2', plain }))).toBe(plain)
    }
  })

  test.each([
    ['', '16 characters or fewer'],
    ['15905222222', '16 characters or fewer'],
    [iv, '16 characters or fewer'],
    [`${iv}????`, 'not Base64 of whole AES blocks'],
    [`${iv}AAAA`, 'not Base64 of whole AES blocks'],
    [value.slice(0, -2), 'not Base64 of whole AES blocks'],
    [`${value}\n`, 'not Base64 of whole AES blocks'],
    [`${iv}!${value.slice(16)}`, 'not Base64 of whole AES blocks'],
    [`${iv}A`, 'not Base64 of whole AES blocks'],
    [`中${value.slice(1)}`, 'does not begin with 16 ASCII characters'],
    [`${iv}${Buffer.alloc(32).toString('base64')}`, 'cannot be decrypted with the Key'],
  ])('refuses %j: %s', (sent, reason) => {
    expect(() => decrypt(sent)).toThrow(V1FieldError)
    expect(() => decrypt(sent)).toThrow(expect.objectContaining({ name: 'V1FieldError' }))
    expect(() => decrypt(sent)).toThrow(reason)
  })

  test('refuses what another Key made', () => {
    const other = { key: 'another', encryptType: '1', value } as const
    expect(() => decryptV1Field(other)).toThrow('cannot be decrypted with the Key')
  })

  test('refuses bytes that are no UTF-8 even with a right padding', () => {
    const opened = [...Array(1000).keys()].filter((number) => {
      const sent = encryptV1Field({ key: String(number), encryptType: '1', plain: 'a' }, iv)
      return doesNotThrow(() => decrypt(sent))
    })
    expect(opened).toEqual([])
  })
})

function doesNotThrow(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}
