// What plays the seller's program: it answers each event at once, and keeps what came, and when.
import { createServer, type IncomingMessage } from 'node:http'
import { settings } from './settings.ts'

// Is sent before an endpoint is enabled, and belongs to no measurement.
const testEvent = '{"type":"webhook.test"'
let arrivals: { id: string; at: number; body: string }[] = []

const answers: Readonly<Record<string, (request: IncomingMessage) => Promise<unknown>>> = {
  'GET /health/ready': () => Promise.resolve({ status: 'ready' }),
  'GET /count': () => Promise.resolve({ count: arrivals.length }),
  'GET /arrivals': () => Promise.resolve(arrivals),
  'DELETE /arrivals': () => Promise.resolve((arrivals = [])),
  'POST /hook': take,
}

createServer((request, response) => {
  const answer = answers[`${request.method} ${request.url}`]
  void answer?.(request).then((value) => {
    response.writeHead(value === undefined ? 204 : 200).end(value && JSON.stringify(value))
  })
}).listen(settings.port, settings.host)

async function take(request: IncomingMessage): Promise<undefined> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((ended) => request.once('end', ended))
  const at = performance.timeOrigin + performance.now()
  const body = Buffer.concat(chunks).toString()
  if (!body.startsWith(testEvent)) {
    arrivals.push({ id: String(request.headers['webhook-id']), at, body })
  }
}
