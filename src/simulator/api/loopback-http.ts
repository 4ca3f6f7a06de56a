import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { StoreRequest } from '../../crypto/ak-sk-signature.ts'
import type { WireAnswer } from './store-refusal.ts'

/** A request as it came over the wire. */
export interface ReceivedRequest extends StoreRequest {
  /** What stands in its first line, behind the method. */
  readonly target: string
  readonly body: Buffer
}

/** Reads a request; undefined if its target is not a URL. */
export async function readRequest(request: IncomingMessage): Promise<ReceivedRequest | undefined> {
  const body = await buffer(request)
  const url = URL.parse(request.url ?? '', 'http://order-store')
  if (url === null) return undefined
  const headers = Object.entries(request.headersDistinct)
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    url,
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values?.join(',') ?? ''])),
    body,
  }
}

/** Answers with a JSON body and the content type that the store writes. */
export function sendJson(response: ServerResponse, { status, body, headers }: WireAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers })
  response.end(JSON.stringify(body))
}

/** Listens on the loopback (port 0: a free one) and returns the origin. */
export async function listenOnLoopback(server: Server, port: number): Promise<URL> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address to listen at')
  return new URL(`http://127.0.0.1:${address.port}`)
}

/** Stops a server and breaks off what is still open. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
