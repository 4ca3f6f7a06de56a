import type { IncomingMessage } from 'node:http'
import { isObject } from '../calls/answer.ts'
import { StoreProblem } from './store-problem.ts'

const limitBytes = 1024 * 1024

/**
 * The JSON object of a request; undefined where it has no body. Throws StoreProblem. A body of another type
 * is refused: that is what a form of another site would send.
 */
export async function readBody(request: IncomingMessage): Promise<object | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limitBytes) throw new StoreProblem(413, 'The body is longer than 1 MiB.')
    chunks.push(chunk)
  }
  if (length === 0) return undefined
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json')
    throw new StoreProblem(415, 'Send the body as application/json.')
  const body = parsed(Buffer.concat(chunks).toString())
  if (isObject(body)) return body
  throw new StoreProblem(400, 'The body must be a JSON object.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new StoreProblem(400, 'The body is not JSON.')
  }
}
