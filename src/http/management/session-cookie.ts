import { isSessionSecret } from '../../crypto/session-secret.ts'
import { cookieValues } from '../cookie-values.ts'

// The prefix forbids that another host, or a page over plain http, sets it.
const name = '__Host-koogate-session'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** Its value in a `Cookie` header; undefined if there is none of that form, or several: no browser has two. */
export function sessionSecretIn(header: string | undefined): string | undefined {
  const [secret, ...others] = cookieValues(header, name)
  return secret !== undefined && others.length === 0 && isSessionSecret(secret) ? secret : undefined
}

/** The header that gives it to a browser, which forgets it when it is closed. */
export function givenCookie(secret: string): string {
  return `${name}=${secret}; ${attributes}`
}

/** The header that takes it away. */
export const takenCookie = `${name}=; ${attributes}; Max-Age=0`
