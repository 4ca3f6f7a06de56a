import { createCipheriv, createDecipheriv, createHash, randomInt } from 'node:crypto'
import { createClientSecretOpener } from '../../../src/crypto/client-secret.ts'
import type { Parts, Seller } from './parts.ts'
import { invalid } from './refusal.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const sha1 = (bytes: Buffer | string) => createHash('sha1').update(bytes).digest()

/** The AES key of V1: what Java's SHA1PRNG yields when it is seeded with the Key. */
function aesKey(key: string, bits: 128 | 256): Buffer {
  const state = sha1(key)
  const output = sha1(state)
  const next = Buffer.alloc(state.length)
  let carry = 1
  // Java's bytes are signed, and so is the carry.
  for (let at = 0; at < state.length; at += 1) {
    const sum = state.readInt8(at) + output.readInt8(at) + carry
    next[at] = sum & 0xff
    carry = sum >> 8
  }
  return Buffer.concat([output, sha1(next)]).subarray(0, bits / 8)
}

function encryptField(plain: string, key: string): string {
  const iv = Array.from({ length: 16 }, () => letters.charAt(randomInt(letters.length))).join('')
  const cipher = createCipheriv('aes-256-cbc', aesKey(key, 256), iv)
  return iv + Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

// Which of the two lengths was chosen at listing is not told: the other one is tried too.
function decryptField(value: string, key: string): string | undefined {
  for (const bits of [256, 128] as const) {
    try {
      const decipher = createDecipheriv(`aes-${bits}-cbc`, aesKey(key, bits), value.slice(0, 16))
      const text = Buffer.from(value.slice(16), 'base64')
      return Buffer.concat([decipher.update(text), decipher.final()]).toString()
    } catch {
      continue
    }
  }
  return undefined
}

function openSecret(clientSecret: string, { privateKey }: Seller): string {
  const opener = createClientSecretOpener(privateKey === undefined ? [] : [privateKey])
  const opened = opener.open(clientSecret)
  if (opened === undefined) throw invalid('clientSecret cannot be decrypted')
  return opened.secret
}

export const fieldParts = { encryptField, decryptField, openSecret } satisfies Partial<Parts>
