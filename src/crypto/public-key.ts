import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
} from 'node:crypto'
import { promisify } from 'node:util'

/** The store asks for 3,072 bits at least (应用凭证, zh-cn_topic_0070649438). */
const minBits = 3072

/**
 * Reads a private key in PEM (PKCS#8 or PKCS#1, not encrypted). Throws an Error that says what is
 * wrong, as the end of a sentence, if it is not an RSA key of at least 3,072 bits.
 */
export function readPrivateKey(pem: string): KeyObject {
  const key = parsed(pem)
  if (key.asymmetricKeyType !== 'rsa') throw new Error('is not an RSA key')
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < minBits) throw new Error(`has ${bits} bits and needs ${minBits}`)
  return key
}

/** The public key of a private one as the seller console wants it: SPKI in Base64, no PEM lines, one line. */
export function consolePublicKey(privateKey: KeyObject): string {
  return publicDer(privateKey).toString('base64')
}

/**
 * Names the pair of a private key: SHA-256 of the public key's SPKI, 64 lower-case hex digits, as
 * `openssl pkey -in <file> -pubout -outform DER | sha256sum` prints it.
 */
export function publicKeyFingerprint(privateKey: KeyObject): string {
  return createHash('sha256').update(publicDer(privateKey)).digest('hex')
}

/** Reads a public key in the console's form or in PEM. Throws an Error if it is neither. */
export function readPublicKey(text: string): KeyObject {
  const base64 = text.replace(/-----[^-]+-----|\s/g, '')
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
}

/** Makes a pair of 3,072 bits off the main thread, in up to 1.5 s; returns the private key in PEM. */
export async function generatePrivateKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: minBits })
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

function publicDer(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
}

function parsed(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (error) {
    throw new Error('is not a private key in PEM without a password', { cause: error })
  }
}
