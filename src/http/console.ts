import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler } from 'express'
import { canBuildConsole } from './docs-build.ts'
import { preferCompressed } from './docs.ts'
import { answerNotBuilt } from './not-built.ts'

const builtConsole = fileURLToPath(new URL('../../generated/console/', import.meta.url))

const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

/**
 * Serves the console below wherever it is mounted. Its pages lie one level deep and are one document,
 * which finds out by its address what to show.
 */
export function createConsoleRouter(
  folder = builtConsole,
  isComing = canBuildConsole(),
): RequestHandler {
  const router = express.Router()
  router.use(redirectToFolder, answerNotBuilt(folder, what, isComing))
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', policy)
    response.setHeader('cache-control', 'no-cache')
    next()
  })
  router.get(/^\/[a-z-]*$/, (request, _response, next) => {
    request.url = '/index.html'
    next()
  })
  router.use(preferCompressed(folder))
  router.use(
    express.static(folder, {
      cacheControl: false,
      redirect: false,
      setHeaders(response, path) {
        // Their names have a hash of the content.
        if (path.startsWith(join(folder, 'assets'))) {
          response.setHeader('cache-control', 'public, max-age=31536000, immutable')
        }
      },
    }),
  )
  return router
}

const what = {
  en: 'The console',
  zh: '控制台',
  command: 'npm run build:console',
} as const

// To `console/` and not to `/console/`: a proxy may have taken a prefix away.
const redirectToFolder: RequestHandler = ({ originalUrl }, response, next) => {
  const [path = '', query] = originalUrl.split('?', 2)
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'console') response.redirect(`console/${query === undefined ? '' : `?${query}`}`)
  else next()
}
