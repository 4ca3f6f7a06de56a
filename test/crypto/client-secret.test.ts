import {
  type KeyObject,
  constants,
  createHash,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import {
  createClientSecretOpener,
  oaepVariants,
  sealClientSecret,
} from '../../src/crypto/client-secret.ts'
import { decodeOaep } from '../../src/crypto/oaep.ts'
import { consolePublicKey, makePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { hasJava, hasOpenssl } from './tools.ts'
import { javaOaep, opensslOaep } from './oaep-elsewhere.ts'

vi.mock('../../src/crypto/oaep.ts', { spy: true })

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

const [current, old] = await Promise.all([newKey(), newKey()])
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
    const sealed = Buffer.from(sealClientSecret(secret, publicKey, variant), 'base64')
    for (const encoding of encodings) {
      const opener = createClientSecretOpener([current])
      const opened = { secret, variant, keyIndex: 0 }
      expect(opener.open(sealed.toString(encoding))).toEqual(opened)
      expect(opener.open(sealed.toString(encoding).replace(/.{76}/g, '$&\r\n'))).toEqual(opened)
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
      const sealed = sealClientSecret(secret, createPublicKey(key), variant)
      expect(opener.open(sealed)).toEqual({ secret, variant, keyIndex })
    }
  })

  test('opens nothing without the private key', () => {
    const sealed = sealClientSecret(secret, publicKey)
    expect(createClientSecretOpener([old]).open(sealed)).toBeUndefined()
    expect(createClientSecretOpener([]).open(sealed)).toBeUndefined()
  })

  test('tries the padding that worked last first, and keeps that to itself', () => {
    const tried = vi.mocked(decodeOaep)
    const triedBy = (run: () => unknown) => {
      tried.mockClear()
      run()
      return tried.mock.calls.map(([, { label, mask }]) => `${label}-mgf1-${mask}`)
    }
    const sealed = sealClientSecret(secret, publicKey, 'sha1-mgf1-sha1')
    const opener = createClientSecretOpener([current])
    expect(triedBy(() => opener.open(sealed))).toEqual(oaepVariants)
    expect(triedBy(() => opener.open(sealed))).toEqual(['sha1-mgf1-sha1'])
    const another = createClientSecretOpener([current])
    expect(triedBy(() => another.open(sealed))).toEqual(oaepVariants)
    const second = sealClientSecret(secret, publicKey, 'sha256-mgf1-sha256')
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

  test('opens nothing of which a bit was changed', () => {
    const sealed = Buffer.from(sealClientSecret(secret, publicKey), 'base64')
    for (const at of [0, 100, 383]) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(createClientSecretOpener([current]).open(changed.toString('base64'))).toBeUndefined()
    }
  })

  test('takes bytes that are no UTF-8 for no secret', () => {
    const options = { key: publicKey, oaepHash: 'sha256' }
    const sealed = publicEncrypt(options, Buffer.from([0xc3, 0x28])).toString('base64')
    expect(createClientSecretOpener([current]).open(sealed)).toBeUndefined()
  })
})

describe('sealing', () => {
  test('is never the same twice', () => {
    expect(sealClientSecret(secret, publicKey)).not.toBe(sealClientSecret(secret, publicKey))
  })

  test('takes an empty secret, and 318 bytes at most with SHA-256', () => {
    const opener = createClientSecretOpener([current])
    for (const text of ['', 'x'.repeat(318)]) {
      expect(opener.open(sealClientSecret(text, publicKey))?.secret).toBe(text)
    }
    expect(() => sealClientSecret('x'.repeat(319), publicKey)).toThrow(RangeError)
  })
})

describe('a padding that is not right', () => {
  const label = createHash('sha256').digest()
  const zeros = Buffer.alloc(384 - 1 - 32 - 32 - 1 - 2)
  const right: Parts = { first: 0, label, padding: zeros, separator: 1, message: Buffer.from('hi') }

  // The OAEP of Node itself, with SHA-256 for both digests, judges beside ours.
  function opened(parts: Parts): { ours: string | undefined; nodes: string | undefined } {
    const raw = { key: publicKey, padding: constants.RSA_NO_PADDING }
    const sealed = publicEncrypt(raw, encodedOf(parts))
    const ours = createClientSecretOpener([current]).open(sealed.toString('base64'))?.secret
    return { ours, nodes: openedByNode(current, 'sha256', sealed) }
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
    const sealed = Buffer.from(sealClientSecret(secret, publicKey, variant), 'base64')
    expect(openedByNode(current, oaepHash, sealed)).toBe(secret)
    const made = publicEncrypt({ key: publicKey, oaepHash }, Buffer.from(secret)).toString('base64')
    const opened = { secret, variant, keyIndex: 0 }
    expect(createClientSecretOpener([current]).open(made)).toEqual(opened)
  })
})

describe.each([
  { path: 'openssl', isHere: hasOpenssl, oaep: opensslOaep },
  { path: 'java', isHere: hasJava, oaep: javaOaep },
])('the OAEP of $path', ({ path, isHere, oaep }) => {
  test('opens what ours made, and ours what it made, in all three paddings', ({ skip }) => {
    skip(!isHere, `${path} is not on this machine`)
    const pem = current.export({ format: 'pem', type: 'pkcs8' }).toString()
    const publicText = consolePublicKey(current)
    const sealed = oaepVariants.map((variant) => ({
      variant,
      value: sealClientSecret(secret, publicKey, variant),
    }))
    const { opened, made } = oaep({ pem, publicText, secret, sealed })
    expect(opened).toEqual(oaepVariants.map(() => secret))
    const ours = made.map((value) => createClientSecretOpener([current]).open(value))
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

async function newKey(): Promise<KeyObject> {
  return readPrivateKey(await makePrivateKey())
}

function flipped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at === 31 ? byte ^ 1 : byte)))
}

function openedByNode(key: KeyObject, oaepHash: string, sealed: Buffer): string | undefined {
  try {
    return privateDecrypt({ key, oaepHash }, sealed).toString()
  } catch {
    return undefined
  }
}
