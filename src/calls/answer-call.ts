import type { InterfaceType } from '../domain/address.ts'
import { type Answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { newId } from '../db/new-id.ts'
import { VersionConflict, NonceSeenError } from '../db/commit.ts'
import { type NewJob, fetchOrderQueue, uploadLicenseQueue } from '../db/job/jobs.ts'
import { type Call, type Handler, type CallResult, isTest } from './call.ts'
import type { Services } from './services.ts'
import type { ReceivedCall } from './message.ts'
import { type Changes, persist, persistIn } from './persist.ts'
import { retrying } from './retrying.ts'
import { inTransaction } from '../db/transaction.ts'
import { announceJobs } from './announce-jobs.ts'

/** A call whose signature was verified, or one that an operator re-runs. */
export interface VerifiedCall<Body> extends ReceivedCall {
  readonly body: Body
  /** The key that verified it, or the current one of a re-run. */
  readonly key: string
  readonly nonce?: { readonly interfaceType: InterfaceType; readonly value: string }
  /** Set when the caller was answered already because time ran out; nothing is written any more. */
  readonly expired: () => boolean
}

export interface CallAnswer {
  readonly messageId: string
  readonly answer: Answer
}

/**
 * Handles a call and commits what becomes of it together with its message and its nonce; a conflict
 * with another call is retried. A refusal is an answer too. Throws Refusal 000001 for a nonce
 * that was seen before, and whatever else goes wrong.
 */
export async function answerCall<Body>(
  call: VerifiedCall<Body>,
  handle: Handler<Body>,
  services: Services,
): Promise<CallAnswer> {
  const messageId = newId()
  const begun = performance.now()
  const remainingMs = () => Math.max(0, services.limits.portWithinMs - (performance.now() - begun))
  return retrying(async (attempt) => {
    const result = await resultOf(
      { ...callOf(call, services), attempt, remainingMs },
      handle,
      services,
    )
    if (call.expired()) throw new Error('the time to answer ran out')
    const answer = await tryCommitCall(call, messageId, result, services)
    if (answer === undefined) return undefined
    if (answer === result.answer) runAfterCommit(result, services)
    return { messageId, answer }
  })
}

type CallBase<Body> = Omit<Call<Body>, 'attempt' | 'remainingMs'>

function callOf<Body>(call: VerifiedCall<Body>, services: Services): CallBase<Body> {
  const { address, family, body, members, key } = call
  return { address, family, body, test: isTest(members), now: services.now(), key }
}

function runAfterCommit({ afterCommit: afterCommit }: CallResult, { log }: Services): void {
  afterCommit?.().catch((error: unknown) => {
    log.error({ err: error }, 'post-commit work failed')
  })
}

async function resultOf<Body>(
  call: Call<Body>,
  handle: Handler<Body>,
  services: Services,
): Promise<CallResult> {
  try {
    return await handle(call, services)
  } catch (error) {
    if (error instanceof Refusal) return { answer: refused(error) }
    throw error
  }
}

/** The answer that was committed; undefined when another call came first and it is retried. */
async function tryCommitCall<Body>(
  call: VerifiedCall<Body>,
  messageId: string,
  result: CallResult,
  services: Services,
): Promise<Answer | undefined> {
  try {
    await saveAll(changesOf(call, messageId, result), result, call, services)
    return result.answer
  } catch (error) {
    if (error instanceof NonceSeenError) throw new Refusal('000001', error.message)
    if (error instanceof VersionConflict) return undefined
    if (error instanceof Refusal && result.save !== undefined) {
      return tryCommitCall(call, messageId, { answer: refused(error) }, services)
    }
    throw error
  }
}

async function saveAll<Body>(
  changes: Changes,
  result: CallResult,
  { expired }: VerifiedCall<Body>,
  services: Services,
): Promise<void> {
  if (result.save === undefined) return persist(changes, services)
  await inTransaction(services.db, async (transaction) => {
    await result.save?.(transaction)
    if (expired()) throw new Error('the time to answer ran out')
    await persistIn(transaction, changes, services)
  })
  announceJobs(changes, services)
}

function changesOf<Body>(call: VerifiedCall<Body>, messageId: string, result: CallResult): Changes {
  const { answer, claim, instance, license, order, events } = result
  const licenseId = license?.licenseId ?? result.licenseId
  return {
    message: { ...call, id: messageId, answer, licenseId, verified: true },
    nonce: call.nonce && { ...call.nonce, address: call.address.name, key: call.key },
    claim,
    instance,
    license,
    order,
    events,
    jobs: jobsOf(call, result),
    isExpired: call.expired,
  }
}

/** All that a job does is to call the store, which knows nothing of the orders of test calls. */
function jobsOf({ members }: ReceivedCall, { fetchOrder, uploadLicense }: CallResult): NewJob[] {
  if (isTest(members)) return []
  return [
    ...(fetchOrder ? [{ queue: fetchOrderQueue, data: fetchOrder }] : []),
    ...(uploadLicense ? [{ queue: uploadLicenseQueue, data: uploadLicense }] : []),
  ]
}
