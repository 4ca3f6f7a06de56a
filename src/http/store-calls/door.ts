import type { Request, RequestHandler, Response } from 'express'
import { newId } from '../../db/new-id.ts'
import { commit } from '../../db/unit-of-work.ts'
import type { Address } from '../../domain/address.ts'
import { type Answer, answer, refused } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { MessageFamily } from '../../handlers/ask.ts'
import { messageRow } from '../../handlers/message.ts'
import { NotBuilt } from '../../handlers/not-built.ts'
import type { Services } from '../../handlers/services.ts'
import { withDeadline } from './deadline.ts'
import type { KeyUseBook } from './key-use-book.ts'
import type { Metrics } from '../metrics.ts'
import { NotServed } from './not-served.ts'
import { reply, replyNotServed, serialise } from './reply.ts'
import { createSampler } from './sampler.ts'
import type { AnswerStoreCall } from './backend.ts'
import { type CallFamily, type StoreCall, membersOf, openCall } from './call.ts'

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
    if (call === undefined) {
      replyNotServed(response, 404, 'unknown address or path')
      return
    }
    const deadline = withDeadline(answerWithinMs)
    try {
      const given = await deadline.race(door.answerStoreCall(call, deadline.expired))
      finish(response, call, given, door)
    } catch (error) {
      refuse(error, response, call)
    }
  }

  function refuse(error: unknown, response: Response, call: StoreCall): void {
    if (error instanceof NotServed) replyNotServed(response, error.status, error.message)
    else if (error instanceof NotBuilt)
      finish(response, call, answer('000005', error.message), door)
    else if (error instanceof Refusal) refuseUnauthentic(refused(error), response, call)
    else fail(error, response, call, door)
  }

  function refuseUnauthentic(given: Answer, response: Response, call: StoreCall): void {
    reply(response, serialise(given))
    door.metrics.unauthentic(given.resultCode)
    if (isKept(call) && isSampled(call.receivedAt)) keep(call, given, false, door)
  }
}

/** The families by the path segment behind the address; below a product's address lies the kit. */
const families: readonly string[] = [
  'saas',
  'orders',
  'license',
  'license-code',
] satisfies CallFamily[]
const kitProducts: readonly string[] = ['saas', 'license', 'license-code']

function callOf(request: Request, { addresses, services }: StoreDoor): StoreCall | undefined {
  const [, name = '', segment = '', below] = request.originalUrl.split(/[/?]/, 4)
  const address = addresses.get(name)
  if (address === undefined || !families.includes(segment)) return undefined
  const isKit = below === 'produceAPI' && !request.originalUrl.startsWith(`/${name}/${segment}?`)
  if (isKit && !kitProducts.includes(segment)) return undefined
  return openCall(request, address, isKit ? 'kit' : (segment as CallFamily), services.now())
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
  if (call.authentic !== undefined && isKept(call)) keep(call, given, true, door)
}

type Keepable = StoreCall & { readonly family: MessageFamily }

// Of a family that nobody decides yet nothing is kept.
function isKept(call: StoreCall): call is Keepable {
  return call.family === 'saas' || call.family === 'orders'
}

// Anybody can send what does not authenticate: of its body the beginning is enough.
const sampledBytes = 16 * 1024

// After the answer has left: whether it can be kept is no reason to make the caller wait.
function keep(call: Keepable, given: Answer, authentic: boolean, door: StoreDoor): void {
  const { db, log } = door.services
  const rawBody = authentic ? call.rawBody : call.rawBody.subarray(0, sampledBytes)
  const kept = { ...call, rawBody, id: newId(), members: membersOf(call), answer: given, authentic }
  commit(db, { message: messageRow(kept, door.services) }).catch((error: unknown) => {
    log.warn({ err: error }, 'a message could not be kept')
  })
}
