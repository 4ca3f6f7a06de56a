import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import helmet from 'helmet'
import { createDocsRouter } from '../../src/http/docs.ts'

/** The docs as the service mounts them, on a free loopback port. */
export interface DocsServer {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the docs at /docs; with a prefix, as a proxy would that takes it away before. */
export async function startDocs(router: RequestHandler = createDocsRouter(), prefix = '') {
  const service = express()
  service.use('/docs', helmet(), router)
  const app = express()
  app.use((request, response, next) => {
    if (!request.url.startsWith(prefix)) {
      next()
      return
    }
    // A proxy sends the rest as if there had been nothing before it.
    const rest = request.url.slice(prefix.length)
    Object.assign(request, { url: rest, originalUrl: rest })
    service(request, response, next)
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const docs: DocsServer = {
    url: `http://127.0.0.1:${port}${prefix}/docs`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return docs
}
