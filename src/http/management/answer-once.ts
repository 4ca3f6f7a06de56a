import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { giveKeyBack, keepAnswer, takeKey } from '../../db/idempotency/idempotency-keys.ts'
import type { Caller } from '../../management/access.ts'
import { Problem, faultyRequest } from '../../management/problem.ts'
import type { Services } from '../../calls/services.ts'

// Longer than any request takes.
const leaseMs = 60_000
const form = /^[\x21-\x7e]{1,255}$/

/** A request as it came. */
export interface OnceRequest {
  readonly target: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A request, and who sends it. */
interface OnceCall extends OnceRequest {
  readonly caller: Caller
}

/**
 * Answers a POST with an Idempotency-Key once: who sends it again with the same key gets the first
 * answer, and nothing is done. Of a request that is refused nothing is kept. Throws Problem 422 for
 * another request with the key, 409 while the first is under way, and what `answer` throws.
 */
export async function answerOnce<Answer>(
  { target, method, headers, body, caller }: OnceCall,
  { db, vault, now, log }: Services,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const key = headers['idempotency-key']
  if (method !== 'POST' || key === undefined) return answer()
  if (typeof key !== 'string' || !form.test(key)) throw malformedKey()
  // Of whoever has another token it is another key.
  const hash = vault.hash(JSON.stringify([whose(headers, caller), key]))
  const asked = `${asksToReveal(headers, caller) ? 'reveal ' : ''}${target}\n`
  const requestHash = createHash('sha256').update(asked).update(body).digest('hex')
  // The key's lease ends by itself, and what was done was done.
  const logged = (error: unknown) => log.error({ err: error }, 'an idempotency key was not kept')
  const leaseUntil = new Date(now().getTime() + leaseMs)
  const kept = await takeKey(db, { hash, requestHash, now: now(), leaseUntil })
  if (kept !== undefined && kept.request_hash !== requestHash) throw otherRequest()
  if (kept !== undefined && kept.answer === null) throw underWay()
  if (kept?.answer) return JSON.parse(vault.decrypt(kept.answer).toString()) as Answer
  const answered = await answer().catch(async (error: unknown) => {
    await giveKeyBack(db, hash).catch(logged)
    throw error
  })
  await keepAnswer(db, hash, vault.encrypt(JSON.stringify(answered))).catch(logged)
  return answered
}

// What a session is sent with says nothing of who sends it.
function whose({ authorization }: IncomingHttpHeaders, { session, tokenId }: Caller) {
  return session === undefined ? authorization : `session of ${tokenId}`
}

// What was kept in clear is given to nobody who does not ask for it so.
function asksToReveal(headers: IncomingHttpHeaders, { session }: Caller): boolean {
  return session !== undefined && headers['koogate-reveal'] === 'true'
}

function malformedKey(): Problem {
  const message = 'must be 1 to 255 visible ASCII characters'
  return faultyRequest([{ field: 'Idempotency-Key', message }])
}

function otherRequest(): Problem {
  return new Problem(422, 'This Idempotency-Key was used for another request; take a new one.')
}

function underWay(): Problem {
  return new Problem(409, 'The request with this Idempotency-Key is still under way.', {
    code: 'request-in-progress',
    headers: { 'retry-after': '1' },
  })
}
