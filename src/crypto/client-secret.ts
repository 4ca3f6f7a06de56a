import { isUtf8 } from 'node:buffer'
import {
  type KeyObject,
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { type OaepDigests, decodeOaep, digestBytes, encodeOaep } from './oaep.ts'

/** The paddings that Java programs commonly make; the documents say OAEP and name no digest. */
export const oaepVariants = ['sha256-mgf1-sha1', 'sha256-mgf1-sha256', 'sha1-mgf1-sha1'] as const

export type OaepVariant = (typeof oaepVariants)[number]

const digestsOf = {
  'sha256-mgf1-sha1': { label: 'sha256', mask: 'sha1' },
  'sha256-mgf1-sha256': { label: 'sha256', mask: 'sha256' },
  'sha1-mgf1-sha1': { label: 'sha1', mask: 'sha1' },
} as const satisfies Record<OaepVariant, OaepDigests>

/** A decrypted secret, and how it was opened. */
export interface OpenedClientSecret {
  readonly secret: string
  readonly variant: OaepVariant
  /** Which of the private keys opened it; 0 is the current one. */
  readonly keyIndex: number
}

/** Decrypts the `clientSecret` of applicationSync. */
export interface ClientSecretOpener {
  /** The secret from Base64, else from hex, or undefined if no private key opens it. */
  open(value: string): OpenedClientSecret | undefined
}

/**
 * Makes an opener for the accepted private keys (RSA), the current one first. It remembers which
 * padding worked last and tries that one first. `decode` takes one padding off.
 * Source: 应用同步, zh-cn_topic_0070649434, which says RSA of 3,072 bits with OAEP.
 */
export function createClientSecretOpener(
  privateKeys: readonly KeyObject[],
  decode: typeof decodeOaep = decodeOaep,
): ClientSecretOpener {
  const pairs = privateKeys.map((key) => ({ key, modulus: modulusOf(key) }))
  let variants: readonly OaepVariant[] = oaepVariants
  return {
    open(value) {
      const opened = firstOpened(value, pairs, { variants, decode })
      if (opened !== undefined) variants = withFirst(opened.variant, variants)
      return opened
    },
  }
}

/**
 * Encrypts a secret with a public key as the store does, in Base64.
 * Throws RangeError for one that is too long: 318 bytes fit into 3,072 bits with SHA-256.
 */
export function encryptClientSecret(
  secret: string,
  publicKey: KeyObject,
  variant: OaepVariant = oaepVariants[0],
): string {
  const digests = digestsOf[variant]
  const seed = randomBytes(digestBytes[digests.label])
  const length = modulusOf(publicKey).length
  const encoded = encodeOaep({ message: Buffer.from(secret), seed, length }, digests)
  return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, encoded).toString(
    'base64',
  )
}

interface Paddings {
  /** In the order in which they are tried. */
  readonly variants: readonly OaepVariant[]
  readonly decode: typeof decodeOaep
}

interface Pair {
  readonly key: KeyObject
  readonly modulus: Buffer
}

function firstOpened(
  value: string,
  pairs: readonly Pair[],
  paddings: Paddings,
): OpenedClientSecret | undefined {
  const text = value.replace(/\s/g, '')
  for (const cipherText of [Buffer.from(text, 'base64'), Buffer.from(text, 'hex')]) {
    for (const [keyIndex, pair] of pairs.entries()) {
      const opened = openWith(pair, cipherText, paddings)
      if (opened !== undefined) return { ...opened, keyIndex }
    }
  }
  return undefined
}

// RSA without a padding, once a key, then each padding by hand: see encodeOaep.
function openWith({ key, modulus }: Pair, cipherText: Buffer, { variants, decode }: Paddings) {
  const fits = cipherText.length === modulus.length && cipherText.compare(modulus) < 0
  if (!fits) return undefined
  const encoded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, cipherText)
  for (const variant of variants) {
    const message = decode(encoded, digestsOf[variant])
    if (message !== undefined && isUtf8(message)) return { secret: message.toString(), variant }
  }
  return undefined
}

function withFirst(variant: OaepVariant, variants: readonly OaepVariant[]): readonly OaepVariant[] {
  return [variant, ...variants.filter((other) => other !== variant)]
}

function modulusOf(key: KeyObject): Buffer {
  const { n } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  if (n === undefined) throw new TypeError('the key is not an RSA key')
  return Buffer.from(n, 'base64url')
}
