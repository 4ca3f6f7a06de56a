import type { Request, RequestHandler, Response } from 'express'
import { v7 as newId } from 'uuid'
import { commit } from '../db/unit-of-work.ts'
import type { Address } from '../domain/address.ts'
import { type Answer, answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MessageFamily } from '../handlers/ask.ts'
import { messageRow } from '../handlers/message.ts'
import type { Services } from '../handlers/services.ts'
import { withDeadline } from './deadline.ts'
import type { KeyUseBook } from './key-use-book.ts'
import type { Metrics } from './metrics.ts'
import { NotServed } from './not-served.ts'
import { reply, replyNotServed, serialise } from './reply.ts'
import { createSampler } from './sampler.ts'
import type { AnswerStoreCall } from './store-backend.ts'
import { type StoreCall, membersOf, openCall } from './store-call.ts'

/** What the door of the store's calls is made of. */
export interface StoreDoor {
  readonly addresses: ReadonlyMap<string, Address>
  readonly answerStoreCall: AnswerStoreCall
  readonly services: Services
  readonly keyUses: KeyUseBook
  readonly metrics: Metrics
}

// The store hangs up after 5 s; whatever happens here, it has an answer before.
const answerWithinMs = 4_000
// Of calls that do not authenticate: a burst, then one every ten seconds.
const sampledBurst = 20
const sampledPerSecond = 0.1

/** Serves the production addresses: bytes in; signature, contract, decision; envelope out. */
export function createStoreDoor(door: StoreDoor): RequestHandler {
  const isSampled = createSampler(sampledBurst, sampledPerSecond)
  return async (request, response) => {
    const call = callOf(request, door)
    if (call === undefined) return replyNotServed(response, 404, 'unknown address or path')
    const deadline = withDeadline(answerWithinMs)
    try {
      const given = await deadline.race(door.answerStoreCall(call, deadline.expired))
      finish(response, call, given, door)
    } catch (error) {
      refuse(error, response, call)
    }
  }

  function refuse(error: unknown, response: Response, call: StoreCall): void {
    if (error instanceof NotServed) return replyNotServed(response, error.status, error.message)
    if (!(error instanceof Refusal)) return fail(error, response, call, door)
    const given = refused(error)
    reply(response, serialise(given))
    door.metrics.unauthentic(given.resultCode)
    if (isSampled(call.receivedAt)) keep(call, given, false, door)
  }
}

/** The families by the path segment behind the address. */
const families: readonly string[] = ['saas', 'orders'] satisfies MessageFamily[]

function callOf(request: Request, { addresses, services }: StoreDoor): StoreCall | undefined {
  const [, name = '', family = ''] = request.path.split('/')
  const address = addresses.get(name)
  if (address === undefined || !families.includes(family)) return undefined
  return openCall(request, address, family as MessageFamily, services.now())
}

function finish(response: Response, call: StoreCall, given: Answer, door: StoreDoor): void {
  reply(response, serialise(given))
  const { address, family, authentic, receivedAt } = call
  const milliseconds = door.services.now().getTime() - receivedAt.getTime()
  const { resultCode } = given
  door.metrics.answered({
    family,
    activity: activityLabel(call, resultCode),
    resultCode,
    seconds: milliseconds / 1000,
  })
  if (authentic === undefined) return
  door.keyUses.note(address.name, authentic.interfaceType, authentic.key, receivedAt)
}

// A call that broke its contract may carry any text; a label must not.
function activityLabel(call: StoreCall, resultCode: string): string {
  const valid = resultCode !== '000002' && resultCode !== '000005'
  return valid ? String(membersOf(call)['activity']) : 'unknown'
}

function fail(error: unknown, response: Response, call: StoreCall, door: StoreDoor): void {
  const given = answer('000005', 'internal error, please call again')
  finish(response, call, given, door)
  door.services.log.error({ err: error, family: call.family }, 'a call could not be answered')
  if (call.authentic !== undefined) keep(call, given, true, door)
}

// After the answer has left: whether it can be kept is no reason to make the caller wait.
function keep(call: StoreCall, given: Answer, authentic: boolean, door: StoreDoor): void {
  const { db, log } = door.services
  const kept = { ...call, id: newId(), members: membersOf(call), answer: given, authentic }
  commit(db, { message: messageRow(kept, door.services) }).catch((error: unknown) => {
    log.warn({ err: error }, 'a message could not be kept')
  })
}
