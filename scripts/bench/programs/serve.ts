import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { failed, type Purchase, refused, settings } from './settings.ts'
import { isSigned, signedQueryOf } from './signature.ts'

/** A call whose signature was verified. */
export interface Call {
  readonly body: Purchase
  readonly raw: Buffer
  readonly nonce: string
}

/** Serves signed purchases with node:http by hand; `buy` returns the text of the answer. */
export function serve(buy: (call: Call) => Promise<string>): void {
  createServer((request, response) => {
    answer(request, buy).then(
      (text) => send(response, text),
      (error: unknown) => {
        console.error(error)
        send(response, JSON.stringify(failed))
      },
    )
  }).listen(settings.port, settings.host)
}

async function answer(request: IncomingMessage, buy: (call: Call) => Promise<string>) {
  const { url = '' } = request
  if (url === '/health/ready') return '{"status":"ready"}'
  const raw = await read(request)
  const query = signedQueryOf(url)
  if (!isSigned(raw, settings.key, query)) return JSON.stringify(refused)
  return buy({ body: JSON.parse(raw.toString()) as Purchase, raw, nonce: query.nonce })
}

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
