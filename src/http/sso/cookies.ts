import type { Request, Response } from 'express'
import type { SsoAddress, Visit } from '../../sso/visit.ts'
import { cookieValues } from '../cookie-values.ts'

type CookieKind = 'browser' | 'session'

/** The cookies of an address: how they are named and set, and read from a request. */
export interface SsoCookies {
  read(request: Request, address: SsoAddress): Visit
  set(response: Response, address: SsoAddress, cookies: Partial<Record<CookieKind, string>>): void
  clear(response: Response, address: SsoAddress, kind: CookieKind): void
}

const browserLifeMs = 24 * 60 * 60_000

/**
 * Cookies that no script reads. Where browsers come by https their names forbid that another host sets
 * them. Where frames are allowed they are sent in these too, each frame with those of its own.
 */
export function createSsoCookies(publicUrl: string): SsoCookies {
  const isSecure = publicUrl.startsWith('https:')
  const nameOf = (kind: CookieKind, { name }: SsoAddress) =>
    `${isSecure ? '__Host-' : ''}koogate-${kind}-${name}`
  const optionsOf = ({ sso }: SsoAddress) => {
    const common = { path: '/', httpOnly: true }
    // A browser takes these attributes over https, and from this machine.
    if (sso.frameAncestors.length > 0) {
      return { ...common, secure: true, sameSite: 'none', partitioned: true } as const
    }
    return { ...common, secure: isSecure, sameSite: 'lax' } as const
  }
  return {
    read(request, address) {
      const valueOf = (kind: CookieKind) =>
        cookieValues(request.headers.cookie, nameOf(kind, address)).at(-1)
      return { address, browser: valueOf('browser'), session: valueOf('session') }
    },
    set(response, address, { browser, session }) {
      const options = optionsOf(address)
      if (browser !== undefined) {
        const maxAge = browserLifeMs
        response.cookie(nameOf('browser', address), browser, { ...options, maxAge })
      }
      if (session !== undefined) response.cookie(nameOf('session', address), session, options)
    },
    clear(response, address, kind) {
      response.clearCookie(nameOf(kind, address), optionsOf(address))
    },
  }
}
