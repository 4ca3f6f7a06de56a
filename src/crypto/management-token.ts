import { hash, randomBytes } from 'node:crypto'

// So that whoever scans for secrets that leaked knows one.
const prefix = 'kgt_'
const form = /^kgt_[\w-]{43}$/

/** A new management token: 256 random bits in base64url behind `kgt_`. */
export function newManagementToken(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** True for a text that newManagementToken may have made: another one need not be looked up. */
export function isManagementToken(text: string): boolean {
  return form.test(text)
}

/**
 * By what a token is known once it was shown: its SHA-256 in hex. Nobody guesses 256 random bits, so it
 * needs no salt and no slow hash, and is found by an index.
 */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'hex')
}
