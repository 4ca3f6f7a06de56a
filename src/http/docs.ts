import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response } from 'express'

const generated = new URL('../../generated/', import.meta.url)
const documents = ['seller', 'store', 'management']

// Redoc writes style elements, and its search runs in a worker made of a blob.
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
export function createDocsRouter(): RequestHandler {
  const router = express.Router()
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', policy)
    response.setHeader('cache-control', 'no-cache')
    next()
  })
  router.get('/redoc.standalone.js', serveScript(readRedoc))
  router.get('/minisearch.js', serveScript(readMiniSearch))
  for (const name of documents) {
    const path = fileURLToPath(new URL(`${name}.json`, generated))
    router.get(`/${name}.json`, (_request, response) => response.sendFile(path))
  }
  const site = fileURLToPath(new URL('site/', generated))
  router.use(express.static(site, { cacheControl: false }))
  router.use(createNotFound())
  return router
}

// The megabyte is read at the first request, not at the start; the tag saves sending it again.
function serveScript(read: () => string): RequestHandler {
  let served: { readonly script: string; readonly tag: string } | undefined
  return (_request, response) => {
    served ??= tagged(read().replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'))
    response.type('text/javascript').setHeader('etag', served.tag)
    response.send(served.script)
  }
}

function tagged(script: string) {
  return { script, tag: `"${createHash('sha256').update(script).digest('base64url')}"` }
}

// Its one request to the outside is a logo.
function readRedoc(): string {
  const path = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')
  const empty = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E`
  return readFileSync(path, 'utf8').replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', empty)
}

function readMiniSearch(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('minisearch')), 'utf8')
}

// The page's links are relative to the root of the site, which lies as many folders up as the path is deep.
function createNotFound(): RequestHandler {
  const url = new URL('site/404.html', generated)
  return (request, response: Response) => {
    const up = '../'.repeat(request.path.split('/').length - 2)
    const page = readFileSync(url, 'utf8').replace('<base href="./">', `<base href="./${up}">`)
    response.status(404).type('html').send(page)
  }
}
