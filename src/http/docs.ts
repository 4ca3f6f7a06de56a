import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response } from 'express'
import { canBuildDocs } from './docs-build.ts'
import { answerNotBuilt } from './not-built.ts'

const builtSite = fileURLToPath(new URL('../../generated/site/', import.meta.url))

// Redoc and the code blocks write style elements, and Redoc's search runs in a worker made of a blob.
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src blob:`,
  `form-action 'self'`,
  `base-uri 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Serves the docs site below wherever it is mounted. Nothing on its pages asks another host. */
export function createDocsRouter(site = builtSite, isComing = canBuildDocs()): RequestHandler {
  const router = express.Router()
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', policy)
    response.setHeader('cache-control', 'no-cache')
    next()
  })
  router.use(preferCompressed(site))
  router.use(express.static(site, { cacheControl: false, redirect: false, setHeaders: tellOfFile }))
  router.use(redirectToFolder(site), answerNotBuilt(site, what, isComing), answerNotFound(site))
  return router
}

const what = { en: 'The documentation', zh: '文档', command: 'npm run build:site' } as const

/** Sends the `<file>.gz` that a build lays beside every text: the service has nothing to compress. */
export function preferCompressed(site: string): RequestHandler {
  return (request, response, next) => {
    const path = request.path.replace(/\/$/, '/index.html')
    const isPlain = /^(\/[\w-][\w.-]*)+$/.test(path)
    response.vary('accept-encoding')
    if (isPlain && request.acceptsEncodings('gzip') && existsSync(join(site, `${path}.gz`))) {
      response.type(extname(path)).setHeader('content-encoding', 'gzip')
      request.url = `${path}.gz`
    }
    next()
  }
}

function tellOfFile(response: Response, path: string): void {
  // Astro puts a hash of the content into these names; everything else may change.
  if (path.includes('/assets/')) {
    response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  }
  // A client is there to be read; by its ending `.ts` would be a film.
  if (/\/clients\/\w+\.\w+(\.gz)?$/.test(path)) {
    response.setHeader('content-type', 'text/plain; charset=utf-8')
  }
}

// To `docs/` and not to `/docs/`: a proxy may have taken a prefix away.
function redirectToFolder(site: string): RequestHandler {
  const folders = new Set(['', 'en', 'zh'])
  return ({ path, originalUrl }, response, next) => {
    const [, name] = /([\w-]+)$/.exec(originalUrl.split('?', 1)[0] ?? '') ?? []
    const isFolder = folders.has(path.slice(1)) && existsSync(join(site, path, 'index.html'))
    if (name !== undefined && isFolder) response.redirect(`${name}/`)
    else next()
  }
}

// The page's links are relative to the root of the site, which lies as many folders up as the path is deep.
function answerNotFound(site: string): RequestHandler {
  return ({ path }, response) => {
    const up = '../'.repeat(path.split('/').length - 2)
    const page = readFileSync(join(site, '404.html'), 'utf8')
    response
      .status(404)
      .type('html')
      .send(page.replace('<base href="./"', `<base href="./${up}"`))
  }
}
