import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
} from 'node:crypto'
import { randomBytesFromPool } from './random-bytes-pool.ts'

/** Encrypts secrets and personal data at rest with keys derived from KOOGATE_SECRET_KEY. */
export interface Vault {
  /** AES-256-GCM; returns nonce (12 bytes), tag (16 bytes) and cipher text in one buffer. */
  encrypt(plain: Buffer | string): Buffer
  /** The plain bytes again; throws when the buffer was changed or the secret key is another one. */
  decrypt(encrypted: Uint8Array): Buffer
  /** Keyed hash of a text by which it is looked up without being told: HMAC-SHA256, 32 hex digits. */
  hash(text: string): string
}

const nonceBytes = 12
const tagBytes = 16
// 128 bits: nobody finds two texts with one hash, and it fits the 64 characters of an id.
const hashDigits = 32

/** @param secretKey 32 bytes. */
export function createVault(secretKey: Buffer): Vault {
  const cipherKey = derive(secretKey, 'koogate cipher')
  const hashKey = derive(secretKey, 'koogate hash')
  return {
    encrypt(plain) {
      const nonce = randomBytesFromPool(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const text = cipher.update(plain)
      // GCM holds nothing back, but makes its tag here.
      cipher.final()
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    decrypt(encrypted) {
      const nonce = encrypted.subarray(0, nonceBytes)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonce)
      decipher.setAuthTag(encrypted.subarray(nonceBytes, nonceBytes + tagBytes))
      const plain = decipher.update(encrypted.subarray(nonceBytes + tagBytes))
      // GCM holds nothing back, but checks the tag here.
      decipher.final()
      return plain
    },
    hash(text) {
      return createHmac('sha256', hashKey).update(text).digest('hex').slice(0, hashDigits)
    },
  }
}

/** Tells one secret key (32 bytes) from another and nothing more: 32 hex digits derived from it. */
export function secretKeyFingerprint(secretKey: Buffer): string {
  return derive(secretKey, 'koogate fingerprint').export().toString('hex').slice(0, hashDigits)
}

// A key object is looked at once; a buffer at every call, which took two thirds of a cipher's time.
function derive(secretKey: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32)))
}
