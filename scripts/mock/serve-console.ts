import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createConsoleRouter } from '../../src/http/console.ts'
import { buildOwnConsole } from '../console/build.ts'

export interface ConsoleOptions {
  readonly host: string
  readonly port: number
  /** The mock of the management API. */
  readonly api: string
}

/** Serves the console on the mock: what it asks goes on to the mock, whoever is signed in. */
export async function serveConsole({ host, port, api }: ConsoleOptions) {
  await buildOwnConsole()
  const app = express()
  app.disable('x-powered-by')
  app.use('/console', createConsoleRouter())
  app.use('/api', (request, response) => forward(api, request, response))
  app.get('/', (_request, response) => response.redirect('console/'))
  const server = http.createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://${host}:${taken}/console/`, close: () => server.close() }
}

// The mock asks for what the contract asks for, and takes any: so nobody has to sign in.
const anybody = { authorization: 'Bearer any', cookie: '__Host-koogate-session=any' }

function forward(
  api: string,
  request: IncomingMessage & { originalUrl: string },
  response: ServerResponse,
) {
  const { method, headers, originalUrl } = request
  const target = http.request(new URL(originalUrl, api), {
    method,
    headers: { ...headers, ...anybody, host: new URL(api).host },
  })
  target.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  target.once('error', () => response.writeHead(502).end())
  request.pipe(target)
}
