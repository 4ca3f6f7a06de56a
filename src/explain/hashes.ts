// Synchronous and in JavaScript: a browser has crypto.subtle on https alone.
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { joinBytes } from './bytes.ts'

export { sha256 }

/** Makes a digest of a message with a key. */
export type Mac = (key: Uint8Array, message: Uint8Array) => Uint8Array

/** HMAC-SHA256, which every way of signing uses. */
export const hmacSha256: Mac = (key, message) => hmac(sha256, key, message)

/** What is computed in its place. */
export const otherMacs = {
  hmacSha1: (key, message) => hmac(sha1, key, message),
  hmacMd5: (key, message) => hmac(md5, key, message),
  hmacSha512: (key, message) => hmac(sha512, key, message),
  plainSha256: (_key, message) => sha256(message),
  plainMd5: (_key, message) => md5(message),
  keyThenMessage: (key, message) => sha256(joinBytes(key, message)),
  messageThenKey: (key, message) => sha256(joinBytes(message, key)),
  swapped: (key, message) => hmac(sha256, message, key),
} as const satisfies Record<string, Mac>
