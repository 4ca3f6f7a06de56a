import type { InterfaceType } from '../domain/address.ts'
import { type Answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { toInstanceRow } from '../db/instance/instances.ts'
import { newId } from '../db/new-id.ts'
import {
  ConflictError,
  type NewJob,
  NonceSeenError,
  type UnitOfWork,
  commit,
} from '../db/unit-of-work.ts'
import { fetchOrderQueue, uploadLicenseQueue } from '../db/job-queue.ts'
import { toLicenseRow } from '../db/license/licenses.ts'
import { type Ask, type Decide, type Outcome, isTest } from './call.ts'
import type { Services } from './services.ts'
import { type Received, messageRow } from './message.ts'
import { inTransaction } from '../db/transaction.ts'
import { eventRows } from './instance-events.ts'

/** A call whose signature held, or one that an operator re-runs. */
export interface VerifiedCall<Body> extends Received {
  readonly body: Body
  /** The key that verified it, or the current one of a re-run. */
  readonly key: string
  readonly nonce?: { readonly interfaceType: InterfaceType; readonly value: string }
  /** Set when the caller was answered already because time ran out; nothing is written any more. */
  readonly expired: () => boolean
}

export interface Answered {
  readonly messageId: string
  readonly answer: Answer
}

// Contention on one order line ends with the first commit. Of different changes to one instance one
// commits in every round, so as many may meet as there are rounds; more is a fault.
const mostAttempts = 64

/**
 * Decides a call and commits what becomes of it together with its message and its nonce; a conflict
 * with another call is decided again. A refusal is an answer too. Throws Refusal 000001 for a nonce
 * that was seen before, and whatever else goes wrong.
 */
export async function answerCall<Body>(
  call: VerifiedCall<Body>,
  decide: Decide<Body>,
  services: Services,
): Promise<Answered> {
  const messageId = newId()
  const begun = performance.now()
  const patience = () => Math.max(0, services.limits.portWithinMs - (performance.now() - begun))
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const outcome = await outcomeOf(
      { ...askOf(call, services), attempt, patience },
      decide,
      services,
    )
    if (call.expired()) throw new Error('the time to answer ran out')
    const answer = await committed(call, messageId, outcome, services)
    if (answer === undefined) continue
    if (answer === outcome.answer) goOn(outcome, services)
    return { messageId, answer }
  }
  throw new Error(`no decision held after ${mostAttempts} attempts`)
}

type Asked<Body> = Omit<Ask<Body>, 'attempt' | 'patience'>

function askOf<Body>(call: VerifiedCall<Body>, services: Services): Asked<Body> {
  const { address, family, body, members, key } = call
  return { address, family, body, test: isTest(members), now: services.now(), key }
}

function goOn({ afterwards }: Outcome, { log }: Services): void {
  afterwards?.().catch((error: unknown) => {
    log.error({ err: error }, 'what a call left to be done afterwards has failed')
  })
}

async function outcomeOf<Body>(
  ask: Ask<Body>,
  decide: Decide<Body>,
  services: Services,
): Promise<Outcome> {
  try {
    return await decide(ask, services)
  } catch (error) {
    if (error instanceof Refusal) return { answer: refused(error) }
    throw error
  }
}

/** The answer that was committed; undefined when another call came first and it is decided again. */
async function committed<Body>(
  call: VerifiedCall<Body>,
  messageId: string,
  outcome: Outcome,
  services: Services,
): Promise<Answer | undefined> {
  const work = workOf(call, messageId, outcome, services)
  try {
    await write(work, outcome, call, services)
    return outcome.answer
  } catch (error) {
    if (error instanceof NonceSeenError) throw new Refusal('000001', error.message)
    if (error instanceof ConflictError) return undefined
    if (error instanceof Refusal && outcome.write !== undefined) {
      return committed(call, messageId, { answer: refused(error) }, services)
    }
    throw error
  }
}

function write<Body>(
  work: UnitOfWork,
  outcome: Outcome,
  { expired }: VerifiedCall<Body>,
  { db }: Services,
): Promise<void> {
  if (outcome.write === undefined) return commit(db, work)
  return inTransaction(db, async (transaction) => {
    await outcome.write?.(transaction)
    if (expired()) throw new Error('the time to answer ran out')
    await commit(transaction, work)
  })
}

function workOf<Body>(
  call: VerifiedCall<Body>,
  messageId: string,
  outcome: Outcome,
  services: Services,
): UnitOfWork {
  const { claim, instance, license, order, events = [] } = outcome
  const now = services.now()
  return {
    message: messageRow(
      {
        ...call,
        id: messageId,
        answer: outcome.answer,
        licenseId: license?.licenseId ?? outcome.licenseId,
        authentic: true,
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
    jobs: jobsOf(outcome),
  }
}

function jobsOf({ fetchOrder, uploadLicense }: Outcome): NewJob[] {
  return [
    ...(fetchOrder ? [{ name: fetchOrderQueue, data: fetchOrder }] : []),
    ...(uploadLicense ? [{ name: uploadLicenseQueue, data: uploadLicense }] : []),
  ]
}
