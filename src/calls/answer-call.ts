import type { InterfaceType } from '../domain/address.ts'
import { type Answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { toInstanceRow } from '../db/instance/instances.ts'
import { newId } from '../db/new-id.ts'
import { VersionConflict, NonceSeenError, commit } from '../db/commit.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { type NewJob, fetchOrderQueue, jobRows, uploadLicenseQueue } from '../db/job/jobs.ts'
import { toLicenseRow } from '../db/license/licenses.ts'
import { type Call, type Handler, type CallResult, isTest } from './call.ts'
import type { Services } from './services.ts'
import { type ReceivedCall, messageRow } from './message.ts'
import { inTransaction } from '../db/transaction.ts'
import { announceJobs } from './announce-jobs.ts'
import { eventRows } from './instance-events.ts'

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

// Contention on one order line ends with the first commit. Of different changes to one instance one
// commits in every round, so as many may meet as there are rounds; more is a fault.
const maxAttempts = 64

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
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const result = await resultOf(
      { ...callOf(call, services), attempt, remainingMs },
      handle,
      services,
    )
    if (call.expired()) throw new Error('the time to answer ran out')
    const answer = await tryCommitCall(call, messageId, result, services)
    if (answer === undefined) continue
    if (answer === result.answer) runAfterCommit(result, services)
    return { messageId, answer }
  }
  throw new Error(`no version was current after ${maxAttempts} attempts`)
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
  const work = workOf(call, messageId, result, services)
  try {
    await saveAll(work, result, call, services)
    announceJobs(work, services)
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

function saveAll<Body>(
  work: UnitOfWork,
  result: CallResult,
  { expired }: VerifiedCall<Body>,
  { db }: Services,
): Promise<void> {
  if (result.save === undefined) return commit(db, work)
  return inTransaction(db, async (transaction) => {
    await result.save?.(transaction)
    if (expired()) throw new Error('the time to answer ran out')
    await commit(transaction, work)
  })
}

function workOf<Body>(
  call: VerifiedCall<Body>,
  messageId: string,
  result: CallResult,
  services: Services,
): UnitOfWork {
  const { claim, instance, license, order, events = [] } = result
  const now = services.now()
  return {
    message: messageRow(
      {
        ...call,
        id: messageId,
        answer: result.answer,
        licenseId: license?.licenseId ?? result.licenseId,
        verified: true,
      },
      services,
    ),
    nonce: call.nonce && {
      address: call.address.name,
      interface_type: call.nonce.interfaceType,
      nonce: call.nonce.value,
      seen_at: now,
    },
    claim: claim && {
      address: claim.address,
      family: claim.family,
      test: claim.test,
      activity: claim.activity,
      claim_key: claim.claimKey,
      instance_id: claim.instanceId,
      claimed_at: now,
    },
    instance: instance && toInstanceRow(instance, services.vault),
    license: license && toLicenseRow(license, services.vault),
    order,
    events: eventRows(instance?.instanceId ?? '', events, now),
    jobs: jobRows(jobsOf(call, result), now),
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
