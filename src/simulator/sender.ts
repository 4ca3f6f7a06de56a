import { randomBytes } from 'node:crypto'
import { request } from 'undici'
import { compactSorted, signV2Query } from '../crypto/v2-query-signature.ts'

/** A request as it goes out. */
export interface SignedRequest {
  /** With signature, timestamp and nonce in the query. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came back: an answer, nothing in time, or nothing because nobody could be reached. */
export type Came =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      readonly text: string
      readonly milliseconds: number
    }
  | { readonly kind: 'silence'; readonly milliseconds: number }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly milliseconds: number }

/** After this long the store gives up (接口要求: request timeout 5 s). */
export const patienceMs = 5_000

/** Signs a body for an address as the documents' samples do, with a fresh timestamp and nonce. */
export function signRequest(
  address: URL,
  key: string,
  members: Readonly<Record<string, unknown>>,
): SignedRequest {
  const body = compactSorted(members)
  // Real time, whatever clock the store repeats calls by: the seller accepts 60 s either way.
  const timestamp = String(Date.now())
  const nonce = randomBytes(32).toString('hex').toUpperCase()
  const signature = signV2Query({ key, nonce, timestamp, payload: body }).toUpperCase()
  const url = new URL(address)
  url.search = new URLSearchParams({ signature, timestamp, nonce }).toString()
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json;charset=utf8',
  }
  return { url, headers, body }
}

/** Sends a request once and waits for the whole answer, at most `withinMs`. Never throws. */
export async function send(signed: SignedRequest, withinMs = patienceMs): Promise<Came> {
  const start = performance.now()
  const taken = () => Math.round(performance.now() - start)
  try {
    const answer = await post(signed, AbortSignal.timeout(withinMs))
    return { kind: 'answer', ...answer, milliseconds: taken() }
  } catch (error) {
    const milliseconds = taken()
    if (isTimeout(error)) return { kind: 'silence', milliseconds }
    return { kind: 'unreachable', reason: reasonOf(error), milliseconds }
  }
}

// Not fetch, which adds headers that the samples do not have and follows redirects.
async function post({ url, headers, body }: SignedRequest, signal: AbortSignal) {
  const response = await request(url, { method: 'POST', headers, body, signal })
  const contentType = [response.headers['content-type'] ?? ''].flat().join(', ')
  return { status: response.statusCode, contentType, text: await response.body.text() }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
