import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'

/** A call as it reached the seller. */
export interface ReceivedCall {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly rawBody: Buffer
  readonly members: Readonly<Record<string, unknown>>
}

/** An answer to give; a text is sent as it is, anything else as JSON; `never` leaves the call open. */
export type Reply =
  | { readonly status?: number; readonly contentType?: string; readonly body: unknown }
  | { readonly never: 'head' | 'end' }

export interface TestSeller {
  readonly url: URL
  readonly calls: readonly ReceivedCall[]
  close(): Promise<void>
}

/** A seller's server on the loopback that answers as it is told. */
export async function startSeller(answer: (call: ReceivedCall) => Reply): Promise<TestSeller> {
  const calls: ReceivedCall[] = []
  const server = createServer((request, response) => {
    void buffer(request).then((rawBody) => {
      const call = {
        method: request.method ?? '',
        url: new URL(request.url ?? '', 'http://seller'),
        headers: request.headers,
        rawBody,
        members: z.record(z.string(), z.unknown()).parse(JSON.parse(rawBody.toString())),
      }
      calls.push(call)
      const reply = answer(call)
      if ('never' in reply) {
        if (reply.never === 'end') response.write('{"resultCode":"000000",')
        return
      }
      const { status = 200, contentType = 'application/json', body } = reply
      response.writeHead(status, contentType === '' ? {} : { 'content-type': contentType })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    calls,
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

export const success = { body: { resultCode: '000000', resultMsg: 'success.' } }
