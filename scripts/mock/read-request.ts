import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { presentMembers } from '../../src/http/store/parsed-body.ts'
import type { ContractDocument } from '../../src/contract/index.ts'

/** A request to the mock, as the contract validates it; `fault` says why its body cannot be read. */
export interface MockRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly fault?: string
}

/** Reads a request whole. */
export async function readRequest(
  incoming: IncomingMessage,
  document: ContractDocument,
): Promise<MockRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://mock')
  const headers = Object.fromEntries(
    Object.entries(incoming.headersDistinct).map(([name, values = []]) => [
      name,
      values.join(', '),
    ]),
  )
  const query = Object.fromEntries(searchParams)
  const asked = { method: incoming.method ?? 'GET', path: pathname, query, headers }
  const raw = await buffer(incoming)
  // A query that is one object is validated in the place of a body.
  if (raw.length === 0)
    return { ...asked, body: asked.method === 'GET' ? present(query) : undefined }
  try {
    return { ...asked, body: await parse(raw, headers['content-type'] ?? '', document) }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return { ...asked, body: {}, fault: 'body cannot be read as what its content type says' }
  }
}

// The store's own content types are many, so its calls are JSON whatever they say.
function parse(raw: Buffer, contentType: string, document: ContractDocument): unknown {
  if (document === 'seller') return present(JSON.parse(raw.toString()))
  if (contentType.startsWith('multipart/')) return partsOf(raw, contentType)
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(raw.toString()))
  }
  return JSON.parse(raw.toString())
}

async function partsOf(raw: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': contentType }
  // oxlint-disable-next-line typescript/no-deprecated -- for servers; here come small bodies of whoever runs the mock
  const parts = await new Response(new Uint8Array(raw), { headers }).formData()
  const read = [...parts].map(async ([name, part]) => [name, await partOf(part)] as const)
  return Object.fromEntries(await Promise.all(read))
}

// A part of JSON may come with or without a content type, as a text or as a file.
async function partOf(part: string | File): Promise<unknown> {
  const text = typeof part === 'string' ? part : await part.text()
  return text.startsWith('{') ? JSON.parse(text) : text
}

function present(body: unknown): unknown {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return isObject ? presentMembers(body as Record<string, unknown>) : body
}
