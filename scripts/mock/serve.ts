import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ContractDocument } from '../../src/contract/index.ts'
import type { Answered } from './answer.ts'
import { logLine } from './log-line.ts'

/** A mock of one document. */
export interface Mock {
  readonly url: string
  stop(): Promise<void>
}

export interface MockOptions {
  readonly host: string
  /** 0 for a free one. */
  readonly port: number
  /** Takes one line for each request; by default nobody does. */
  readonly log?: (line: string) => void
}

/**
 * Serves a document without a service: the contract validates each request, unsigned ones too; what its
 * scenes show is listed, found and changed, in memory; and Prism shows the scene that was asked for with
 * `Prefer`, or one that suits the call.
 */
export async function startMock(document: ContractDocument, options: MockOptions): Promise<Mock> {
  const { host, port, log = () => undefined } = options
  // Prism takes a second to load: a port that is taken is told before.
  const server = createServer((request, response) => {
    const begun = performance.now()
    loaded
      .then((answerTo) => answerTo(request))
      .then((answered) => {
        send(answered, response)
        log(logLine(document, { request, response, begun, note: answered.note }))
      })
      .catch((error: unknown) => {
        log(`${document} ${request.method ?? ''} ${request.url ?? ''} ${String(error)}`)
        response.destroy()
      })
  })
  const listening = listen(server, host, port)
  const loaded = listening.then(() => load(document))
  const url = await listening
  await loaded
  return {
    url,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      resolve(`http://${host}:${(server.address() as AddressInfo).port}`)
    })
  })
}

async function load(document: ContractDocument) {
  const { answerTo, createStage } = await import('./answer.ts')
  const stage = await createStage(document)
  return (request: IncomingMessage) => answerTo(stage, request)
}

function send({ status, headers = {}, text = '' }: Answered, response: ServerResponse): void {
  response.writeHead(status, { ...headers, ...openToBrowsers })
  response.end(text)
}

const openToBrowsers = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-expose-headers': '*',
}
