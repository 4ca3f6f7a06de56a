import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '../../management/problem.ts'

/**
 * Whether a request comes from a page of this very address, as its browser says it. An old one, or one
 * over plain http, does not say `Sec-Fetch-Site`; with a POST, PUT or DELETE it names its `Origin`.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = originOf(headers)
  return origin !== undefined && origin.host === hostAt(origin.protocol, headers.host)
}

/** The refusal of what another site has a browser ask for. */
export function crossSite(): Problem {
  const detail =
    'This request came from another site: with a session only pages of Koogate may change anything.'
  return new Problem(403, detail, { code: 'cross-site' })
}

/**
 * Refuses to sign in on a page of another site, and on one for which a browser would not keep the cookie.
 * Throws Problem 403.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders): void {
  if (!isSameOrigin(headers)) throw crossSite()
  const origin = originOf(headers)
  if (origin?.protocol !== 'http:' || isLoopback(origin.hostname)) return
  const detail =
    'A browser keeps a session over https only, and on its own machine; open this address by https.'
  throw new Problem(403, detail, { code: 'https-required' })
}

function originOf({ origin }: IncomingHttpHeaders): URL | undefined {
  return (origin !== undefined && URL.parse(origin)) || undefined
}

// Without the port that goes without saying.
function hostAt(protocol: string, host: string = ''): string | undefined {
  return URL.parse(`${protocol}//${host}`)?.host
}

function isLoopback(hostname: string): boolean {
  return /^(.*\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname)
}
