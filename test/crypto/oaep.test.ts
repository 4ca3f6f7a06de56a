import {
  type KeyObject,
  constants,
  createHash,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  createClientSecretOpener,
  oaepVariants,
  encryptClientSecret,
} from '../../src/crypto/client-secret.ts'
import { decodeOaep, encodeOaep } from '../../src/crypto/oaep.ts'
import { consolePublicKey } from '../../src/crypto/public-key.ts'
import { javaOaep, opensslOaep } from './oaep-elsewhere.ts'
import { pems, privateKeys } from './private-keys.ts'
import { hasJava, hasOpenssl } from './tools.ts'

const { current: pem } = pems
const { current: privateKey } = privateKeys
const publicKey = createPublicKey(privateKey)
const secret = 'a0Zz-客户密钥-9f8e7d6c5b4a'

test('a padding has room for two digests and two bytes, and a shorter one is none', () => {
  const digests = { label: 'sha256', mask: 'sha1' } as const
  const none = { message: Buffer.alloc(0), seed: Buffer.alloc(32, 7), length: 66 }
  expect(decodeOaep(encodeOaep(none, digests), digests)).toEqual(Buffer.alloc(0))
  for (let length = 0; length < 66; length++) {
    expect(decodeOaep(Buffer.alloc(length), digests)).toBeUndefined()
  }
})

describe('a padding that is not right', () => {
  const label = createHash('sha256').digest()
  const zeros = Buffer.alloc(384 - 1 - 32 - 32 - 1 - 2)
  const right: Parts = { first: 0, label, padding: zeros, separator: 1, message: Buffer.from('hi') }

  // The OAEP of Node itself, with SHA-256 for both digests, judges beside ours.
  function opened(parts: Parts): { ours: string | undefined; nodes: string | undefined } {
    const raw = { key: publicKey, padding: constants.RSA_NO_PADDING }
    const encrypted = publicEncrypt(raw, encodedOf(parts))
    const ours = createClientSecretOpener([privateKey]).open(encrypted.toString('base64'))?.secret
    return { ours, nodes: openedByNode(privateKey, 'sha256', encrypted) }
  }

  test('is told from one that is', () => {
    expect(opened(right)).toEqual({ ours: 'hi', nodes: 'hi' })
    const nothing = { ...right, padding: Buffer.alloc(zeros.length + 2), message: Buffer.alloc(0) }
    expect(opened(nothing)).toEqual({ ours: '', nodes: '' })
    const ones = { ...right, message: Buffer.from([1, 1]) }
    expect(opened(ones)).toEqual({ ours: '\x01\x01', nodes: '\x01\x01' })
  })

  const spoiledZeros = (at: number, byte: number) => {
    const spoiled = Buffer.from(zeros)
    spoiled[at] = byte
    return spoiled
  }
  test.each<[string, Partial<Parts>]>([
    ['begins with another byte', { first: 1 }],
    ['has another label', { label: createHash('sha256').update('x').digest() }],
    ['has a label that is off by one bit', { label: flipped(label) }],
    ['has something else than zeros at first', { padding: spoiledZeros(0, 2) }],
    ['has something else than zeros at last', { padding: spoiledZeros(zeros.length - 1, 255) }],
    ['has another separator', { separator: 2 }],
    ['has no separator', { separator: 0, message: Buffer.alloc(2) }],
  ])('opens nothing if it %s', (_fault, spoiled) => {
    expect(opened({ ...right, ...spoiled })).toEqual({ ours: undefined, nodes: undefined })
  })

  function encodedOf({ first, label, padding, separator, message }: Parts): Buffer {
    const block = Buffer.concat([label, padding, Buffer.of(separator), message])
    const seed = Buffer.alloc(32, 7)
    const maskedBlock = masked(block, seed)
    return Buffer.concat([Buffer.of(first), masked(seed, maskedBlock), maskedBlock])
  }

  function masked(bytes: Buffer, seed: Buffer): Buffer {
    const mask = Buffer.concat(
      Array.from({ length: Math.ceil(bytes.length / 32) }, (_, counter) =>
        createHash('sha256')
          .update(seed)
          .update(Buffer.of(0, 0, 0, counter))
          .digest(),
      ),
    )
    return Buffer.from(bytes.map((byte, at) => byte ^ mask.readUInt8(at)))
  }
})

describe("Node's own OAEP", () => {
  test.each([
    ['sha1-mgf1-sha1', 'sha1'],
    ['sha256-mgf1-sha256', 'sha256'],
  ] as const)('opens and makes %s as ours does', (variant, oaepHash) => {
    const encrypted = Buffer.from(encryptClientSecret(secret, publicKey, variant), 'base64')
    expect(openedByNode(privateKey, oaepHash, encrypted)).toBe(secret)
    const made = publicEncrypt({ key: publicKey, oaepHash }, Buffer.from(secret)).toString('base64')
    const opened = { secret, variant, keyIndex: 0 }
    expect(createClientSecretOpener([privateKey]).open(made)).toEqual(opened)
  })
})

describe.each([
  { path: 'openssl', isHere: hasOpenssl, oaep: opensslOaep },
  { path: 'java', isHere: hasJava, oaep: javaOaep },
])('the OAEP of $path', ({ path, isHere, oaep }) => {
  test('opens what ours made, and ours what it made, in all three paddings', ({ skip }) => {
    skip(!isHere, `${path} is not on this machine`)
    const publicText = consolePublicKey(privateKey)
    const encrypted = oaepVariants.map((variant) => ({
      variant,
      value: encryptClientSecret(secret, publicKey, variant),
    }))
    const { opened, made } = oaep({ pem, publicText, secret, sealed: encrypted })
    expect(opened).toEqual(oaepVariants.map(() => secret))
    const ours = made.map((value) => createClientSecretOpener([privateKey]).open(value))
    expect(ours).toEqual(oaepVariants.map((variant) => ({ secret, variant, keyIndex: 0 })))
  }, 90_000)
})

interface Parts {
  readonly first: number
  readonly label: Buffer
  readonly padding: Buffer
  readonly separator: number
  readonly message: Buffer
}

function flipped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at === 31 ? byte ^ 1 : byte)))
}

function openedByNode(key: KeyObject, oaepHash: string, encrypted: Buffer): string | undefined {
  try {
    return privateDecrypt({ key, oaepHash }, encrypted).toString()
  } catch {
    return undefined
  }
}
