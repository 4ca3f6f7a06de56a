// Signers that are written by hand with node:crypto, and share nothing with src/explain. Each takes what
// a mistaken signer does otherwise.
import { createHash, createHmac } from 'node:crypto'

export type Mac = (key: Buffer, message: Buffer) => Buffer

export const hmac =
  (hash: string): Mac =>
  (key, message) =>
    createHmac(hash, key).update(message).digest()
export const hashOf = (hash: string, message: Buffer | string) =>
  createHash(hash).update(message).digest()
export const sha256 = hmac('sha256')

/** What a signer of any kind may do otherwise. */
export interface Slips {
  readonly key?: string
  /** The key of HMAC, where it is not the key as UTF-8. */
  readonly keyBytes?: Buffer
  readonly body?: string
  /** How a text becomes bytes. */
  readonly encode?: (text: string) => Buffer
  readonly mac?: Mac
  readonly write?: (digest: Buffer) => string
}

export const utf8 = (text: string) => Buffer.from(text)
export const hex = (digest: Buffer) => digest.toString('hex')
export const base64 = (digest: Buffer) => digest.toString('base64')
