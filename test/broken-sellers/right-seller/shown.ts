import { createCipheriv, createDecipheriv, createHash, randomInt } from 'node:crypto'
import { createClientSecretOpener } from '../../../src/crypto/client-secret.ts'
import type { Call, Parts, Seller } from './parts.ts'
import type { Instance } from './memory.ts'
import { invalid } from './refusal.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const sha1 = (bytes: Buffer | string) => createHash('sha1').update(bytes).digest()

/** AES-256 key of V1: what Java's SHA1PRNG yields when it is seeded with the Key. */
function aesKey(key: string): Buffer {
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
  return Buffer.concat([output, sha1(next)]).subarray(0, 32)
}

function encryptField(plain: string, key: string): string {
  const iv = Array.from({ length: 16 }, () => letters.charAt(randomInt(letters.length))).join('')
  const cipher = createCipheriv('aes-256-cbc', aesKey(key), iv)
  return iv + Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

function decryptField(value: string, key: string): string {
  try {
    const decipher = createDecipheriv('aes-256-cbc', aesKey(key), value.slice(0, 16))
    const text = Buffer.from(value.slice(16), 'base64')
    return Buffer.concat([decipher.update(text), decipher.final()]).toString()
  } catch {
    throw invalid('a field cannot be decrypted')
  }
}

function openSecret(clientSecret: string, { privateKey }: Seller): string {
  const opener = createClientSecretOpener(privateKey === undefined ? [] : [privateKey])
  const opened = opener.open(clientSecret)
  if (opened === undefined) throw invalid('clientSecret cannot be decrypted')
  return opened.secret
}

function appInfo({ id }: Instance, call: Call, { does, keys }: Seller): object {
  const [key = ''] = keys.v1
  const shown = (plain: string) =>
    call.generation === 'saasV1' ? does.encryptField(plain, key) : plain
  return {
    frontEndUrl: `https://seller.example.com/t/${encodeURIComponent(id)}`,
    userName: shown('admin'),
    password: shown('Initial-1'),
    memo: '首次登录请修改密码',
  }
}

/** A moment as the store writes it: UTC, yyyyMMddHHmmssSSS. */
export function storeTime(at = new Date()): string {
  return at.toISOString().replaceAll(/\D/g, '')
}

export const shownParts = {
  appInfo,
  usageInfo: () => [{ usageValue: 0, statisticalTime: storeTime() }],
  encryptField,
  decryptField,
  openSecret,
} satisfies Partial<Parts>
