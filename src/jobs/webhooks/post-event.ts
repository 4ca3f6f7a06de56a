import type { Services } from '../../calls/services.ts'
import type { Webhook } from '../../domain/address.ts'
import { retryAfterMs } from '../../domain/webhook/retry-after.ts'
import type { EventView } from '../../events/event-view.ts'
import { type PostAnswer, PostError } from '../../webhooks/post-signed.ts'

/** What one request to an endpoint came to; `stopped` when the process ends. */
export interface Posted {
  readonly outcome: 'delivered' | 'failed' | 'stopped'
  readonly ms: number
  /** A moment before it is signed. */
  readonly sentAt: Date
  readonly status: number | null
  /** Why it does not count as delivered. */
  readonly error: string | null
  readonly answer: string
  readonly retryAfterMs?: number | undefined
  /** It wants nothing any more. */
  readonly gone?: boolean
  /** It could not be sent, which says nothing of the endpoint. */
  readonly isDefect?: boolean
}

/** Posts an event once. */
export async function postEvent(
  { id, ...event }: EventView,
  target: Webhook,
  { postSigned, limits, now }: Pick<Services, 'postSigned' | 'limits' | 'now'>,
  signal?: AbortSignal,
): Promise<Posted> {
  const begun = performance.now()
  const at = now()
  try {
    if (postSigned === undefined) throw new Error('nothing may leave')
    const body = JSON.stringify(event)
    const timeoutMs = limits.deliveryWithinMs
    const answer = await postSigned({ ...target, id, body, timeoutMs, signal })
    return { ...postedOf(answer, now()), sentAt: at }
  } catch (error) {
    if (!(error instanceof PostError)) throw error
    const ms = Math.round(performance.now() - begun)
    const outcome = error.reason === 'stopped' ? 'stopped' : 'failed'
    const told = `${error.reason}: ${error.message}`
    return { outcome, ms, sentAt: at, status: null, error: told, answer: '' }
  }
}

function postedOf(
  { status, headers, body: answer, ms }: PostAnswer,
  now: Date,
): Omit<Posted, 'sentAt'> {
  if (status >= 200 && status < 300) {
    return { outcome: 'delivered', ms, status, error: null, answer }
  }
  const isRedirect = status >= 300 && status < 400
  return {
    outcome: 'failed',
    ms,
    status,
    error: isRedirect ? `redirect (${status}), which is not followed` : `status ${status}`,
    answer,
    retryAfterMs: retryAfterMs(status, headers['retry-after'], now),
    gone: status === 410,
  }
}
