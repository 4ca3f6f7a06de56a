import { request } from 'node:http'
import { type Socket, connect } from 'node:net'
import type { TestService } from '../harness/service.ts'

export interface RawRequest {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Sends every byte of a request and returns the answer's text: a caller who reads only afterwards. */
export function sendRaw(
  { url }: Pick<TestService, 'url'>,
  { path, method = 'POST', headers = {}, body }: RawRequest,
): Promise<string> {
  const { hostname, port } = new URL(url)
  const length = headers['transfer-encoding'] === undefined && { 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, headers: { ...length, ...headers } }
    const sent = request(options, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A connection on which bytes were sent as they are. */
export interface OpenConnection {
  readonly socket: Socket
  /** Everything that came, once the other side has closed the connection. */
  readonly closed: Promise<string>
}

export function openConnection(
  { url }: Pick<TestService, 'url'>,
  bytes: Buffer | string,
): OpenConnection {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (part) => (text += part.toString()))
  const closed = new Promise<string>((resolve) => {
    socket.on('error', () => undefined).on('close', () => resolve(text))
  })
  socket.write(bytes)
  return { socket, closed }
}
