import { randomBytes } from 'node:crypto'

const prefix = 'kgs_'
const form = /^kgs_[\w-]{43}$/

/** What a browser knows a session by: 256 random bits in base64url behind `kgs_`. */
export function newSessionSecret(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** True for a text that newSessionSecret may have made: another one need not be looked up. */
export function isSessionSecret(text: string): boolean {
  return form.test(text)
}
