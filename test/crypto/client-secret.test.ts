import { createPublicKey, generateKeyPairSync, publicEncrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import {
  createClientSecretOpener,
  oaepVariants,
  encryptClientSecret,
} from '../../src/crypto/client-secret.ts'
import { decodeOaep } from '../../src/crypto/oaep.ts'
import { privateKeys } from './private-keys.ts'

const { candidates, encodings } = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    candidates: z.array(
      z.strictObject({
        name: z.enum(oaepVariants),
        oaepDigest: z.string(),
        mgf1Digest: z.string(),
      }),
    ),
    encodings: z.array(z.enum(['base64', 'hex'])),
    vectors: z.tuple([]),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/client-secret-rsa-oaep.json', 'utf8')))

const { current, old } = privateKeys
const publicKey = createPublicKey(current)
const secret = 'a0Zz-客户密钥-9f8e7d6c5b4a'

describe('the candidates of the contract', () => {
  test('are those that are tried, in that order', () => {
    expect(candidates.map(({ name }) => name)).toEqual(oaepVariants)
    const digests = candidates.map((one) => `${one.oaepDigest}-mgf1-${one.mgf1Digest}`)
    expect(digests.map((text) => text.replaceAll('SHA-', 'sha'))).toEqual(oaepVariants)
    expect(encodings).toEqual(['base64', 'hex'])
  })

  test.each(candidates)('$name is opened, from each encoding', ({ name: variant }) => {
    const encrypted = Buffer.from(encryptClientSecret(secret, publicKey, variant), 'base64')
    for (const encoding of encodings) {
      const opener = createClientSecretOpener([current])
      const opened = { secret, variant, keyIndex: 0 }
      expect(opener.open(encrypted.toString(encoding))).toEqual(opened)
      expect(opener.open(encrypted.toString(encoding).replace(/.{76}/g, '$&\r\n'))).toEqual(opened)
    }
  })
})

describe('an opener', () => {
  test.each([
    ['current', current, 0],
    ['old', old, 1],
  ])('opens what was made for the %s key', (_which, key, keyIndex) => {
    const opener = createClientSecretOpener([current, old])
    for (const variant of oaepVariants) {
      const encrypted = encryptClientSecret(secret, createPublicKey(key), variant)
      expect(opener.open(encrypted)).toEqual({ secret, variant, keyIndex })
    }
  })

  test('opens nothing without the private key', () => {
    const encrypted = encryptClientSecret(secret, publicKey)
    expect(createClientSecretOpener([old]).open(encrypted)).toBeUndefined()
    expect(createClientSecretOpener([]).open(encrypted)).toBeUndefined()
  })

  test('tries the padding that worked last first, and keeps that to itself', () => {
    const tried = vi.fn(decodeOaep)
    const triedBy = (run: () => unknown) => {
      tried.mockClear()
      run()
      return tried.mock.calls.map(([, { label, mask }]) => `${label}-mgf1-${mask}`)
    }
    const encrypted = encryptClientSecret(secret, publicKey, 'sha1-mgf1-sha1')
    const opener = createClientSecretOpener([current], tried)
    expect(triedBy(() => opener.open(encrypted))).toEqual(oaepVariants)
    expect(triedBy(() => opener.open(encrypted))).toEqual(['sha1-mgf1-sha1'])
    const another = createClientSecretOpener([current], tried)
    expect(triedBy(() => another.open(encrypted))).toEqual(oaepVariants)
    const second = encryptClientSecret(secret, publicKey, 'sha256-mgf1-sha256')
    expect(triedBy(() => opener.open(second))).toEqual([
      'sha1-mgf1-sha1',
      'sha256-mgf1-sha1',
      'sha256-mgf1-sha256',
    ])
  })

  test.each(['', 'none', 'AAAA', 'ff'.repeat(384), Buffer.alloc(384, 255).toString('base64')])(
    'opens nothing from %j',
    (value) => {
      expect(createClientSecretOpener([current]).open(value)).toBeUndefined()
    },
  )

  test('opens nothing that is as large as the modulus', () => {
    const { n = '' } = publicKey.export({ format: 'jwk' })
    const modulus = Buffer.from(n, 'base64url').toString('base64')
    expect(createClientSecretOpener([current]).open(modulus)).toBeUndefined()
  })

  test('takes RSA keys only', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(() => createClientSecretOpener([privateKey])).toThrow('the key is not an RSA key')
  })

  test('opens nothing of which a bit was changed', () => {
    const encrypted = Buffer.from(encryptClientSecret(secret, publicKey), 'base64')
    for (const at of [0, 100, 383]) {
      const changed = Buffer.from(encrypted)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(createClientSecretOpener([current]).open(changed.toString('base64'))).toBeUndefined()
    }
  })

  test('takes bytes that are no UTF-8 for no secret', () => {
    const options = { key: publicKey, oaepHash: 'sha256' }
    const encrypted = publicEncrypt(options, Buffer.from([0xc3, 0x28])).toString('base64')
    expect(createClientSecretOpener([current]).open(encrypted)).toBeUndefined()
  })
})

describe('sealing', () => {
  test('is never the same twice', () => {
    expect(encryptClientSecret(secret, publicKey)).not.toBe(encryptClientSecret(secret, publicKey))
  })

  test('takes an empty secret, and 318 bytes at most with SHA-256', () => {
    const opener = createClientSecretOpener([current])
    for (const text of ['', 'x'.repeat(318)]) {
      expect(opener.open(encryptClientSecret(text, publicKey))?.secret).toBe(text)
    }
    expect(() => encryptClientSecret('x'.repeat(319), publicKey)).toThrow(RangeError)
    expect(() => encryptClientSecret('x'.repeat(319), publicKey)).toThrow('too long for the key')
  })
})
