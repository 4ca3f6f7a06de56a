import { execFileSync } from 'node:child_process'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  consolePublicKey,
  generatePrivateKey,
  publicKeyFingerprint,
  readPrivateKey,
  readPublicKey,
} from '../../src/crypto/public-key.ts'
import { pems, privateKeys } from './private-keys.ts'
import { hasOpenssl } from './tools.ts'

const { current: pem } = pems
const { current: key } = privateKeys

describe('a pair that is made', () => {
  test('has 3,072 bits, is PKCS#8 in PEM, is another each time, and leaves the main thread free', async () => {
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    const [one, other] = [await generatePrivateKey(), await generatePrivateKey()]
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(0)
    expect(one).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    expect(readPrivateKey(one).asymmetricKeyDetails?.modulusLength).toBe(3072)
    expect(consolePublicKey(readPrivateKey(other))).not.toBe(consolePublicKey(readPrivateKey(one)))
  })
})

describe('the public key', () => {
  test('is what stands between the lines of its PEM, in one line', () => {
    const lines = createPublicKey(pem)
      .export({ format: 'pem', type: 'spki' })
      .toString()
      .split('\n')
    expect(consolePublicKey(key)).toBe(lines.slice(1, -2).join(''))
  })

  test('is read from the form of the console, broken into lines or not, and from PEM', () => {
    const text = consolePublicKey(key)
    const publicPem = createPublicKey(pem).export({ format: 'pem', type: 'spki' }).toString()
    for (const form of [text, text.replace(/.{64}/g, '$&\r\n'), publicPem]) {
      expect(readPublicKey(form).equals(createPublicKey(pem))).toBe(true)
    }
    for (const form of ['', 'none', text.slice(8)]) expect(() => readPublicKey(form)).toThrow()
  })

  test('has a fingerprint that the form of the console leads to', () => {
    const der = Buffer.from(consolePublicKey(key), 'base64')
    expect(publicKeyFingerprint(key)).toBe(createHash('sha256').update(der).digest('hex'))
  })

  test('has the fingerprint that openssl leads to', ({ skip }) => {
    skip(!hasOpenssl, 'openssl is not on this machine')
    const der = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'DER'], { input: pem })
    expect(publicKeyFingerprint(key)).toBe(createHash('sha256').update(der).digest('hex'))
  })
})

describe('a private key', () => {
  test('is read, and has 3,072 bits', () => {
    expect(readPrivateKey(pem).equals(key)).toBe(true)
  })

  test('is refused with the reason of whoever read it', () => {
    let refusal: unknown
    try {
      readPrivateKey('')
    } catch (error) {
      refusal = error
    }
    expect(refusal).toMatchObject({ cause: expect.any(Error) as Error })
  })

  test('is read in the older form too, and is the same', () => {
    const older = key.export({ format: 'pem', type: 'pkcs1' }).toString()
    expect(older).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/)
    expect(readPrivateKey(older).equals(createPrivateKey(pem))).toBe(true)
  })

  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).privateKey
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const pkcs8 = { format: 'pem', type: 'pkcs8' } as const
  const noPem = 'is not a private key in PEM without a password'
  test.each([
    ['nothing', '', noPem],
    ['a public key', createPublicKey(pem).export({ format: 'pem', type: 'spki' }), noPem],
    ['a locked key', key.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' }), noPem],
    ['another kind of key', curve.export(pkcs8), 'is not an RSA key'],
    ['a key for signatures only', pss.export(pkcs8), 'is not an RSA key'],
    ['a short key', short.export(pkcs8), 'has 1024 bits and needs 3072'],
  ])('is refused if it is %s', (_kind, text, reason) => {
    expect(() => readPrivateKey(text.toString())).toThrow(reason)
  })
})
