import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { styleSource } from './page.ts'

/** Headers of the pages made here (page.ts), which have no script and may be framed by pages of these origins, or by none. */
export function pageHeaders(frameAncestors: readonly string[]): RequestHandler {
  const isFramed = frameAncestors.length > 0
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'none'`],
        styleSrc: [styleSource],
        formAction: [`'self'`],
        baseUri: [`'none'`],
        frameAncestors: isFramed ? [...frameAncestors] : [`'none'`],
      },
    },
    // The older header knows no list.
    frameguard: isFramed ? false : { action: 'deny' },
    crossOriginResourcePolicy: isFramed ? { policy: 'cross-origin' } : true,
    // TLS is that of a proxy in front.
    strictTransportSecurity: false,
  })
}
