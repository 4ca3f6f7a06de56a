import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { startMock } from '../../scripts/mock/serve.ts'
import { createConsoleRouter } from '../../src/http/console.ts'
import { ownConsole } from '../docs/own-site.ts'

/** The console before the mock of the management API. */
export interface MockedConsole {
  readonly url: string
  stop(): Promise<void>
}

/** Changes what the mock has answered before a page sees it. */
export type Change = (answer: unknown) => unknown

/** Serves the console, and answers what it asks as the mock does, which knows the contract alone. */
export async function startMockedConsole(change: Change = (answer) => answer) {
  await ownConsole()
  const mock = await startMock('management', { host: '127.0.0.1', port: 0 })
  const app = express()
  app.use('/console', createConsoleRouter())
  app.use('/api/v1', express.text({ type: () => true }), async (request, response) => {
    const answer = await fetch(mock.url + request.originalUrl, {
      method: request.method,
      // The mock lets in whoever shows any token.
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      ...(request.method !== 'GET' && { body: String(request.body ?? '') }),
    })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    response.status(answer.status).setHeader('content-type', type)
    response.end(type.includes('json') ? JSON.stringify(change(JSON.parse(text))) : text)
  })
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await mock.stop()
    },
  }
}
