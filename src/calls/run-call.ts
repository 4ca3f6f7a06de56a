import { newId } from '../db/new-id.ts'
import { NonceSeenError, VersionConflict } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { type NewJob, fetchOrderQueue, uploadLicenseQueue } from '../db/job/jobs.ts'
import { inTransaction } from '../db/transaction.ts'
import { emptyOrder } from '../db/order/orders.ts'
import { type Answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { interfaceOf } from '../interfaces.ts'
import { announce } from './announce.ts'
import { busyWith } from './asks/busy-with.ts'
import { type Call, type VerifiedCall, isTest, membersOf } from './call.ts'
import { type Deadline, deadlineMsOf, portMsOf } from './deadline.ts'
import type { CallResult, Handle } from './handler.ts'
import { handlers } from './handlers.ts'
import type { Changes } from './changes.ts'
import { persist, persistIn } from './persist.ts'
import { retrying } from './retrying.ts'
import type { Services } from './services.ts'

/** What a call is run with. */
export interface Run {
  /** The body as the contract has validated it. Throws Refusal for one that breaks it. */
  readonly bodyOf: (call: VerifiedCall) => unknown
  readonly deadline: Deadline
  /** The id of its message, where that is known before. */
  readonly messageId?: string
}

export interface CallAnswer {
  readonly messageId: string
  readonly answer: Answer
}

/** What every attempt of a call has in common. */
type TypedCall = Omit<Call<unknown>, 'now' | 'attempt' | 'isIdTaken'>

type Result = CallResult<Answer>

/**
 * Runs a verified call: its handler says what becomes of it, and that is committed together with its
 * message and its nonce; a conflict with another call is retried. A refusal is an answer too. Throws
 * Refusal 000001 for a nonce that was seen before, and whatever else goes wrong.
 */
export async function runCall(
  call: VerifiedCall,
  run: Run,
  services: Services,
): Promise<CallAnswer> {
  const { deadline, messageId = newId() } = run
  const writer: Writer = { messageId, deadline, services }
  const kept = interfaceOf(call.operation).nonceFirst ? await withoutNonce(call, services) : call
  const typed = typedCall(kept, run, services)
  let isIdTaken = false
  let contended: string | undefined
  let giveBack: (() => void) | undefined
  const answered = retrying(async (attempt) => {
    // Who met others once comes after them; until then nobody waits.
    if (contended !== undefined) giveBack ??= await services.turns.take(contended)
    run.deadline.check()
    const result =
      typed instanceof Refusal
        ? refusalOf(typed)
        : await resultOf({ ...typed, now: services.now(), attempt, isIdTaken }, services)
    const saved = await trySave(kept, result, writer)
    if (saved instanceof VersionConflict) {
      isIdTaken ||= saved.isIdTaken
      contended = result.instance?.instanceId ?? result.license?.licenseId
      return undefined
    }
    const next = result.beforeAnswer
    if (saved === result.answer && next !== undefined) {
      return withAsk(result, services, () => runBeforeAnswer(kept, next, writer))
    }
    if (saved === result.answer) runAfterCommit(result, services)
    return { messageId: writer.messageId, answer: saved }
  })
  return answered.finally(() => giveBack?.())
}

/** Until the answer is committed, the ask that it settles is nobody else's. */
function withAsk<Done>(
  { ask }: Result,
  services: Services,
  work: () => Promise<Done>,
): Promise<Done> {
  return ask === undefined ? work() : busyWith(ask.id, services, work)
}

/** The second half of a call that has claimed what it is about: its nonce is used up, its answer to come. */
function runBeforeAnswer(
  call: VerifiedCall,
  next: () => Promise<Result>,
  writer: Writer,
): Promise<CallAnswer> {
  const { nonce: _used, ...claimed } = call
  return retrying(async () => {
    writer.deadline.check()
    const result = await next()
    const saved = await trySave(claimed, result, writer)
    if (saved instanceof VersionConflict) return undefined
    runAfterCommit(result, writer.services)
    return { messageId: writer.messageId, answer: saved }
  })
}

/** Uses up the nonce in a commit of its own: of a replay nothing more is read. */
async function withoutNonce(call: VerifiedCall, services: Services): Promise<VerifiedCall> {
  const { nonce, ...rest } = call
  if (nonce === undefined) return call
  await persist({ nonce }, services).catch((error: unknown) => {
    throw replayed(error)
  })
  return rest
}

function replayed(error: unknown): unknown {
  return error instanceof NonceSeenError ? new Refusal('000001', error.message) : error
}

function typedCall(call: VerifiedCall, { bodyOf }: Run, { limits }: Services): TypedCall | Refusal {
  const { operation } = call
  const portMs = portMsOf(operation, limits)
  const begun = performance.now()
  try {
    return {
      ...call,
      family: interfaceOf(operation).family,
      test: isTest(membersOf(call)),
      body: bodyOf(call),
      remainingMs: () => Math.max(0, portMs - (performance.now() - begun)),
    }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function resultOf(call: Call<unknown>, services: Services): Promise<Result> {
  // The table ties each operation to its body, which the contract has validated.
  const handle = handlers[call.operation] as Handle<unknown, Answer>
  try {
    return await handle(call, services)
  } catch (error) {
    if (error instanceof Refusal) return refusalOf(error)
    throw error
  }
}

function refusalOf(refusal: Refusal): Result {
  return { answer: refused(refusal) }
}

interface Writer {
  readonly messageId: string
  readonly deadline: Deadline
  readonly services: Services
}

/** The answer that was committed; the conflict when another call came first and it is retried. */
async function trySave(
  call: VerifiedCall,
  result: Result,
  writer: Writer,
): Promise<Answer | VersionConflict> {
  try {
    await save(call, result, writer)
    return result.answer
  } catch (error) {
    if (error instanceof VersionConflict) return error
    if (error instanceof Refusal && result.save !== undefined) {
      return trySave(call, refusalOf(error), writer)
    }
    throw replayed(error)
  }
}

/** The one place in which a call writes, and the one that asks whether its answer has left. */
async function save(call: VerifiedCall, result: Result, writer: Writer): Promise<void> {
  const { deadline, services } = writer
  const changes = changesOf(call, result, writer)
  if (result.save === undefined) {
    deadline.check()
    return persist(changes, services)
  }
  const run = async (transaction: Database) => {
    const told = await result.save?.(transaction)
    await persistIn(transaction, { ...changes, told }, services)
    deadline.check()
    return told
  }
  const told = await inTransaction(services.db, run, deadlineMsOf(call.operation, services.limits))
  announce({ ...changes, told }, services)
}

function changesOf(call: VerifiedCall, result: Result, { messageId, deadline }: Writer): Changes {
  const { answer, claim, instance, moved = [], license, before, events, alarms } = result
  const { ask, askUpdates } = result
  const licenseId = license?.licenseId ?? result.licenseId
  const members = membersOf(call)
  const { fetchOrder, orderStory } = result
  const fetched = fetchOrder && emptyOrder(fetchOrder, call.receivedAt)
  const order = result.order ?? fetched
  const instanceId = instance?.instanceId ?? null
  return {
    // What is not answered yet gets its message with the answer.
    message:
      result.beforeAnswer === undefined
        ? { ...call, id: messageId, members, answer, licenseId, verified: true }
        : undefined,
    nonce: call.nonce,
    claim,
    instance,
    moved: moved.flatMap((one) => one ?? []),
    license,
    // An order is known from its first call on, whether or not it is ever read.
    order: result.order ?? (isTest(members) ? undefined : fetched),
    orderStory: orderStory && order && { ...orderStory, order, instanceId },
    before,
    events,
    jobs: isTest(members) ? [] : jobsOf(result),
    alarms,
    ask,
    askUpdates,
    isExpired: deadline.isOver,
  }
}

// By then a call has read its order, or has given it up.
const readInCallMs = 5_000

/** All that a job does is to call the store, which knows nothing of the orders of test calls. */
function jobsOf({ fetchOrder, uploadLicense }: Result): NewJob[] {
  const delayMs = fetchOrder?.readInCall === true ? readInCallMs : 0
  return [
    ...(fetchOrder ? [{ queue: fetchOrderQueue, data: fetchOrder, delayMs }] : []),
    ...(uploadLicense ? [{ queue: uploadLicenseQueue, data: uploadLicense }] : []),
  ]
}

function runAfterCommit({ afterCommit }: Result, { log, background }: Services): void {
  if (afterCommit === undefined) return
  const work = afterCommit().catch((error: unknown) => {
    log.error({ err: error }, 'post-commit work failed')
  })
  background.add(work)
}
