import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A call and its answer, as a line of a recording has them (docs/en/moving.md). */
export interface RecordedLine {
  readonly at: string
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  status: number
  answer: Record<string, unknown> | string | null
}

/** An HTTP proxy in front of a server that notes each call together with its answer. */
export interface RecordingProxy {
  readonly url: string
  /** In the order in which the answers left. */
  readonly lines: RecordedLine[]
  close(): Promise<void>
}

export async function startRecordingProxy(upstream: string): Promise<RecordingProxy> {
  const lines: RecordedLine[] = []

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: target = '/' } = request
    const headers = named(request.headers)
    const at = new Date().toISOString()
    const body = await text(request)
    const init = { method, headers, ...(method === 'POST' && { body }) }
    const answer = await fetch(upstream + target, init)
    const given = await answer.text()
    lines.push({ at, method, target, headers, body, status: answer.status, answer: given })
    response.writeHead(answer.status, named(Object.fromEntries(answer.headers))).end(given)
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

const ofTheConnection = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']

function named(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ofTheConnection.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
