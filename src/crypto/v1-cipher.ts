import { isUtf8 } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomInt } from 'node:crypto'
import { deriveV1Key } from './v1-cipher-key.ts'

/** How V1 fields are encrypted: `1` AES-256, `2` AES-128, both CBC with PKCS#5 padding. */
export type V1EncryptType = '1' | '2'

/** A field that cannot be decrypted; the message goes behind the field's name. */
export class V1FieldError extends Error {
  override readonly name = 'V1FieldError'
}

const bitsOf = { '1': 256, '2': 128 } as const
const ivCharacters = 16
const blockBytes = 16
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A text to encrypt with a Key, UTF-8. */
export interface V1Plain {
  readonly key: string
  readonly encryptType: V1EncryptType
  readonly plain: string
}

/**
 * Encrypts a field: the initial vector (16 ASCII characters), at once followed by the cipher text
 * in Base64. See v1FieldLength for how long that gets.
 * Source: Java代码示例(总), access_topic_0000003.
 */
export function encryptV1Field({ key, encryptType, plain }: V1Plain, iv = randomV1Iv()): string {
  const bits = bitsOf[encryptType]
  const cipher = createCipheriv(`aes-${bits}-cbc`, deriveV1Key(key, bits), Buffer.from(iv))
  return iv + Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

/** An initial vector as the documents' sample draws it: 16 random letters and digits. */
export function randomV1Iv(): string {
  return Array.from({ length: ivCharacters }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  ).join('')
}

/** Characters of a text once it is encrypted; 128 are the most that the store takes in answers. */
export function v1FieldLength(plain: string): number {
  const blocks = Math.floor(Buffer.byteLength(plain) / blockBytes) + 1
  return ivCharacters + 4 * Math.ceil((blocks * blockBytes) / 3)
}

/** A received field; `encryptType` is the one chosen at listing. */
export interface V1Encrypted {
  readonly key: string
  readonly encryptType: V1EncryptType
  readonly value: string
}

/**
 * Decrypts a field with the chosen key length, then with the other.
 * Throws V1FieldError for a value that is too short to hold a text, not of the form or not made
 * with the Key. A wrong key passes for the right one in about one of a million values.
 */
export function decryptV1Field({ key, encryptType, value }: V1Encrypted): string {
  const iv = Buffer.from(value.slice(0, ivCharacters))
  const cipherText = cipherTextOf(value)
  if (iv.length !== ivCharacters) throw new V1FieldError('does not begin with 16 ASCII characters')
  const other = encryptType === '1' ? '2' : '1'
  for (const bits of [bitsOf[encryptType], bitsOf[other]]) {
    const plain = decrypt(cipherText, { key, bits, iv })
    if (plain !== undefined) return plain
  }
  throw new V1FieldError('cannot be decrypted with the Key, neither with 256 bits nor with 128')
}

function cipherTextOf(value: string): Buffer {
  if (value.length <= ivCharacters)
    throw new V1FieldError('has 16 characters or fewer, so it holds no text')
  // A form decoder may have eaten the plus signs.
  const base64 = value.slice(ivCharacters).replaceAll(' ', '+')
  const bytes = Buffer.from(base64, 'base64')
  if (
    !/^[A-Za-z0-9+/]+={0,2}$/.test(base64) ||
    bytes.length === 0 ||
    bytes.length % blockBytes !== 0
  ) {
    throw new V1FieldError('is not Base64 of whole AES blocks behind its first 16 characters')
  }
  return bytes
}

interface Secret {
  readonly key: string
  readonly bits: 128 | 256
  readonly iv: Buffer
}

// A wrong key shows in the padding, and where that happens to be right in bytes that are no UTF-8.
function decrypt(cipherText: Buffer, { key, bits, iv }: Secret): string | undefined {
  const decipher = createDecipheriv(`aes-${bits}-cbc`, deriveV1Key(key, bits), iv)
  try {
    const bytes = Buffer.concat([decipher.update(cipherText), decipher.final()])
    return isUtf8(bytes) ? bytes.toString() : undefined
  } catch {
    return undefined
  }
}
