import { request } from 'undici'
import type { SignedRequest } from './signed-request.ts'

/** An answer as it came: `rawHeaders` are names and values in turn, with their case. */
export interface HttpAnswer {
  readonly kind: 'answer'
  readonly status: number
  readonly contentType: string
  readonly rawHeaders: readonly string[]
  readonly bytes: Buffer
  readonly text: string
  readonly milliseconds: number
}

/** What came back: an answer, nothing in time, or nothing because nobody could be reached. */
export type HttpResult =
  | HttpAnswer
  | { readonly kind: 'silence'; readonly milliseconds: number }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly milliseconds: number }

/**
 * After this long the store gives up (接口要求 of V2 and License A: request timeout 5 s). It waits
 * 20 s in V1 and the kit; a seller is held to the shorter time here unless told otherwise.
 */
export const timeoutMs = 5_000

/**
 * Sends a request once and waits for the whole answer, at most `withinMs` and no longer than nobody breaks
 * it off. Never throws.
 */
export async function send(
  signed: SignedRequest,
  withinMs = timeoutMs,
  brokenOff?: AbortSignal,
): Promise<HttpResult> {
  const start = performance.now()
  const taken = () => Math.round(performance.now() - start)
  try {
    const timeout = AbortSignal.timeout(withinMs)
    const signal = brokenOff === undefined ? timeout : AbortSignal.any([timeout, brokenOff])
    const answer = await sendOnce(signed, signal)
    return { kind: 'answer', ...answer, milliseconds: taken() }
  } catch (error) {
    const milliseconds = taken()
    if (isTimeout(error)) return { kind: 'silence', milliseconds }
    return { kind: 'unreachable', reason: reasonOf(error), milliseconds }
  }
}

// Not fetch, which adds headers that the samples do not have, forgets the case of those that come
// back, and follows redirects.
async function sendOnce({ method, url, headers, body }: SignedRequest, signal: AbortSignal) {
  const options = { method, headers, body: body ?? null, signal, responseHeaders: 'raw' } as const
  const response = await request(url, options)
  const rawHeaders = [response.headers].flat().map(String)
  const bytes = await wholeOf(response.body)
  return {
    status: response.statusCode,
    contentType: headersNamed('content-type', rawHeaders).join(', '),
    rawHeaders,
    bytes,
    text: bytes.toString(),
  }
}

// A body in the documents has some kilobytes; what never ends would take all memory before the time is up.
const longestAnswer = 16 * 1024 * 1024

/** The bytes of an answer. Throws an error with the code ANSWER_TOO_LONG for more than 16 MiB. */
export async function wholeOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > longestAnswer)
      throw Object.assign(new Error('longer than 16 MiB'), { code: 'ANSWER_TOO_LONG' })
  }
  return Buffer.concat(chunks)
}

/** The values of a header whose name is given in lower case, whatever the case it came in. */
export function headersNamed(name: string, rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter(
    (_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name,
  )
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

/** Why nobody could be reached, in a word. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  // Of what is no HTTP, undici tells no code.
  return error.name === 'HTTPParserError' ? error.name : error.message
}
