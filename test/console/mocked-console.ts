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

/** What the mock has answered, or what a page sees in its place. */
export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** What a page asked for. */
export interface AskedFor {
  readonly method: string
  /** The path behind `/api/v1` with its query. */
  readonly target: string
  readonly body: string
}

/** Changes what the mock has answered before a page sees it. */
export type Change = (answered: Answered, asked: AskedFor) => Answered

/** Serves the console, and answers what it asks as the mock does, which knows the contract alone. */
export async function startMockedConsole(
  change: Change = (answered) => answered,
): Promise<MockedConsole> {
  await ownConsole()
  const mock = await startMock('management', { host: '127.0.0.1', port: 0 })
  const app = express()
  app.use('/console', createConsoleRouter())
  app.use('/api/v1', express.text({ type: () => true }), async (request, response) => {
    const { method, url: target } = request
    const body = typeof request.body === 'string' ? request.body : ''
    const answer = await fetch(mock.url + request.originalUrl, {
      method,
      // The mock lets in whoever shows any token.
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      ...(method !== 'GET' && { body }),
    })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    const isJson = type.includes('json')
    const told: unknown = isJson ? JSON.parse(text) : ''
    const shown = change({ status: answer.status, body: told }, { method, target, body })
    response.status(isJson ? shown.status : answer.status)
    // What a client reads as a problem is told by its type alone.
    response.setHeader('content-type', shown.status < 400 ? type : 'application/problem+json')
    response.end(isJson ? JSON.stringify(shown.body) : text)
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
