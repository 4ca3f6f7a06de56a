import { randomBytes } from 'node:crypto'
import type { Vault } from '../crypto/vault.ts'

/** What a browser or a product shows again: 256 random bits in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a cookie may be one of ours. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text)
}

/** A state of OAuth, of which the store takes letters and digits only. */
export function newState(): string {
  return randomBytes(20).toString('hex')
}

/** By what a secret is found once it was shown; of another kind it is another one. */
export function hashOf(
  kind: 'browser' | 'session' | 'login' | 'code',
  secret: string,
  vault: Vault,
): string {
  return vault.hash(`sso ${kind} ${secret}`)
}
