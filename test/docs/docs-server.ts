import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import helmet from 'helmet'
import { createDocsRouter } from '../../src/http/docs.ts'

/** The docs as the service mounts them, on a free loopback port. */
export interface DocsServer {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export async function startDocs(): Promise<DocsServer> {
  const app = express()
  app.use('/docs', helmet(), createDocsRouter())
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/docs`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
