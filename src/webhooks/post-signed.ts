import type { KeyObject } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Agent } from 'undici'
import { signWebhook, unixSeconds, webhookKey } from '../crypto/webhook-signature.ts'
import { startRequestDeadline } from '../request-deadline.ts'
import { isTlsFault } from '../tls-fault.ts'
import type { AllowedNetworks } from './address-guard.ts'
import { exchange } from './exchange.ts'
import { RefusedAddressError, createGuardedConnect } from './guarded-connect.ts'

/** Why a request got no answer that could be read. */
export type PostFault =
  | 'refused-address'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'answer-too-long'
  | 'stopped'

/** No answer, and why: `stopped` if the caller broke the request off. */
export class PostError extends Error {
  readonly reason: PostFault
  constructor(reason: PostFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** What is sent: JSON as it goes over the wire. */
export interface SignedPost {
  readonly url: string
  /** `whsec_<base64>`; one signature for each, so that a receiver may know any of them. */
  readonly secrets: readonly string[]
  /** The `webhook-id`: the same at every attempt. */
  readonly id: string
  readonly body: string
  /** For the whole of it, from the look-up of the name to the last byte of the answer. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** An answer, whatever its status; a redirect is one, too, and is not followed. */
export interface PostAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly ms: number
}

/** Posts a request signed by Standard Webhooks. Throws PostError where no answer comes. */
export interface PostSigned {
  (post: SignedPost): Promise<PostAnswer>
  /** Closes its connections; what is under way then ends with a PostError. */
  close(): Promise<void>
}

const maxAnswerBytes = 64 * 1024
const tooLong = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'

/**
 * Makes what calls the seller's programs: signed anew at every attempt, to addresses that may be
 * called (address-guard.ts), with certificates checked and answers of at most 64 KiB.
 */
export function createPostSigned({
  allow,
  now = () => new Date(),
}: {
  readonly allow: AllowedNetworks
  readonly now?: () => Date
}): PostSigned {
  const connect = createGuardedConnect(allow)
  const dispatcher = new Agent({ connect, maxResponseSize: maxAnswerBytes })
  const post = async (given: SignedPost): Promise<PostAnswer> => {
    const { url, id, timeoutMs, signal } = given
    const begun = performance.now()
    let deadline: ReturnType<typeof startRequestDeadline> | undefined
    try {
      if (signal?.aborted === true) throw new DOMException('broken off', 'AbortError')
      const { origin, pathname, search } = new URL(url)
      const body = Buffer.from(given.body)
      const headers = [...fixedHeaders, ...signatureHeaders(given, body, now())]
      const path = `${pathname}${search}`
      const sent = exchange(dispatcher, { origin, path, method: 'POST', headers, body })
      deadline = startRequestDeadline(timeoutMs, signal, (reason) => sent.breakOff(reason))
      const answer = await sent.answer
      return { ...answer, ms: Math.round(performance.now() - begun) }
    } catch (error) {
      throw postError(error, { id, stopped: signal?.aborted === true })
    } finally {
      deadline?.end()
    }
  }
  return Object.assign(post, { close: () => dispatcher.destroy() })
}

// Names and values in turn: as an object undici would read them once more.
const fixedHeaders = [
  ...['content-type', 'application/json', 'accept', 'application/json'],
  ...['accept-encoding', 'identity', 'user-agent', 'Koogate'],
]

function signatureHeaders({ id, secrets }: SignedPost, body: Buffer, at: Date): string[] {
  const signatures = keysOf(secrets).map((key) => signWebhook(key, { id, at, body }))
  return [
    ...['webhook-id', id, 'webhook-timestamp', String(unixSeconds(at))],
    ...['webhook-signature', signatures.join(' ')],
  ]
}

const made = new WeakMap<readonly string[], readonly KeyObject[]>()

// By the list itself, which its endpoint hands in again and again.
function keysOf(secrets: readonly string[]): readonly KeyObject[] {
  const keys = made.get(secrets) ?? secrets.map(webhookKey)
  made.set(secrets, keys)
  return keys
}

function postError(error: unknown, { id, stopped }: { id: string; stopped: boolean }): PostError {
  if (error instanceof PostError || !(error instanceof Error)) throw error
  if (stopped) return new PostError('stopped', `request ${id} was broken off`, { cause: error })
  if (error instanceof RefusedAddressError) return fault('refused-address', error.message, error)
  if (error.name === 'TimeoutError') return fault('timeout', 'no answer in time', error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // Without a code it is no fault of a network: a URL or a header that we should not have made.
  if (code === undefined && !(error instanceof AggregateError)) throw error
  if (code === tooLong) return fault('answer-too-long', 'answer over 64 KiB', error)
  const isTls = isTlsFault(code ?? '')
  return fault(
    isTls ? 'tls' : 'connection',
    [code, error.message].filter(Boolean).join(': '),
    error,
  )
}

function fault(reason: PostFault, message: string, cause: Error): PostError {
  return new PostError(reason, message, { cause })
}
