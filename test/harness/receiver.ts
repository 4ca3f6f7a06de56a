import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A request that a receiver got; its signature held. */
export interface Received {
  readonly id: string
  readonly type: string
  readonly timestamp: string
  readonly data: Record<string, unknown>
  /** The real time at which it came, in milliseconds. */
  readonly at: number
  readonly signatures: number
}

/** Answers a request; without an answer of its own it hangs. */
export type Answer = (response: ServerResponse, received: Received) => unknown

/** A program of the seller that receives events, and verifies each by the library of the standard. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Requests whose signature did not hold. */
  readonly refused: unknown[]
  answer: Answer
  close(): Promise<void>
}

export const ok: Answer = (response) => response.writeHead(204).end()
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('{"no":"thanks"}')

/** Starts a receiver; `secretOf` gives the secret at the time of each request. */
export async function startReceiver(
  secretOf: () => string,
  answer: Answer = ok,
): Promise<Receiver> {
  const received: Received[] = []
  const refused: unknown[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray())
    const headers = request.headers as Record<string, string>
    const at = Date.now()
    try {
      const event = verify(secretOf(), body, headers)
      const signatures = (headers['webhook-signature'] ?? '').split(' ').length
      const one = { id: headers['webhook-id'] ?? '', ...event, at, signatures }
      received.push(one)
      receiver.answer(response, one)
    } catch (error) {
      refused.push(error)
      response.writeHead(401).end()
    }
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    refused,
    answer,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return receiver
}

// What is sent is signed by the real clock in every test, so that its age is verified, too.
function verify(secret: string, body: Buffer, headers: Record<string, string>) {
  const event = new Webhook(secret).verify(body, headers)
  return event as Pick<Received, 'type' | 'timestamp' | 'data'>
}
