import { Agent, request } from 'undici'
import { isTlsFault } from '../tls-fault.ts'
import { AuthCentreError, type AuthCentreFault } from './fault.ts'

/** Asks the auth centre. Throws AuthCentreError where no answer comes, or none of a bearable length. */
export interface BoundedFetch {
  (url: string, options: BoundedOptions): Promise<Response>
  close(): Promise<void>
}

/** What is sent. */
export interface BoundedOptions {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

// A user has a few hundred bytes, a token a few thousand.
const maxAnswerBytes = 1024 * 1024
const tooLong = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'

/**
 * Makes what asks: within a time that holds for the whole of it, at most 1 MiB, no redirect followed,
 * no answer unpacked, and certificates checked whatever the environment says.
 */
export function createBoundedFetch({ timeoutMs }: { readonly timeoutMs: number }): BoundedFetch {
  const dispatcher = new Agent({
    connect: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    maxResponseSize: maxAnswerBytes,
  })
  const send = async (url: string, { method, headers, body }: BoundedOptions) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await request(url, {
        dispatcher,
        method: method as 'GET',
        headers: { ...headers, 'accept-encoding': 'identity' },
        ...(body !== undefined && { body }),
        signal,
      })
      const bytes = await answer.body.arrayBuffer()
      if (!isReadable(answer.statusCode, bytes)) {
        throw new AuthCentreError('unreadable', `${new URL(url).host}: HTTP ${answer.statusCode}`)
      }
      const { 'content-type': type, 'www-authenticate': challenge } = answer.headers
      return new Response(bytes.byteLength === 0 ? null : bytes, {
        status: answer.statusCode,
        headers: { ...named('content-type', type), ...named('www-authenticate', challenge) },
      })
    } catch (error) {
      throw asFault(error, new URL(url).host)
    }
  }
  return Object.assign(send, { close: () => dispatcher.destroy() })
}

// Of another status no Response is made, and of some none with a body: https://fetch.spec.whatwg.org/#statuses
function isReadable(status: number, { byteLength }: ArrayBuffer): boolean {
  const isBare = [204, 205, 304].includes(status)
  return status >= 200 && status <= 599 && (!isBare || byteLength === 0)
}

function named(name: string, value: string | readonly string[] | undefined) {
  return value === undefined ? {} : { [name]: typeof value === 'string' ? value : value.join(', ') }
}

function asFault(error: unknown, host: string): Error {
  if (!(error instanceof Error)) throw error
  if (error instanceof AuthCentreError) return error
  const fault = (kind: AuthCentreFault, why: string) =>
    new AuthCentreError(kind, `${host}: ${why}`, { cause: error })
  if (error.name === 'TimeoutError') return fault('timeout', 'no answer in time')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === tooLong) return fault('unreadable', 'the answer is longer than 1 MiB')
  // Without a code it is no fault of a network but one of ours.
  if (code === undefined && !(error instanceof AggregateError)) return error
  if (isTlsFault(code ?? '')) return fault('certificate', code ?? '')
  return fault('unreachable', code ?? error.message)
}
