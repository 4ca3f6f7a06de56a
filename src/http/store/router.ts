import type { RequestHandler, Response } from 'express'
import { newId } from '../../db/new-id.ts'
import type { Address } from '../../domain/address.ts'
import { type Answer, answer, refused } from '../../domain/answer.ts'
import { Refusal, type ResultCode } from '../../domain/refusal.ts'
import { persist } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { storeOperations } from '../../calls/store-operations.ts'
import type { ByteBudget } from '../byte-budget.ts'
import { freeBuffer } from '../growing-buffer.ts'
import { BodyError, createBodyReader } from '../read-body.ts'
import { withDeadline } from './deadline.ts'
import type { KeyUsageTracker } from '../../calls/key-usage-tracker.ts'
import type { Metrics } from '../metrics.ts'
import { RouteError } from './route-error.ts'
import { matchRoute } from './match-route.ts'
import { reply, replyRouteError, serialise } from './reply.ts'
import { createSampler } from './sampler.ts'
import type { StoreBackend } from './backend.ts'
import { type StoreCall, membersOf, openCall, readUnverified } from './call.ts'

/** What the routes of the store's calls need. */
export interface StoreRouterOptions extends Pick<
  StoreBackend,
  'admitStoreCall' | 'answerStoreCall'
> {
  readonly addresses: ReadonlyMap<string, Address>
  readonly services: Services
  readonly keyUsage: KeyUsageTracker
  readonly metrics: Metrics
  /** For the bodies that are being received. */
  readonly budget: ByteBudget
}

// Of calls that are not verified: a burst, then one every ten seconds.
const sampledBurst = 20
const sampledPerSecond = 0.1

const mebibyte = 1024 * 1024
const longestBody = mebibyte
// A full list of 50,000 departments. In V1 125 bytes for each: its signature covers what stands inside
// of the list's text, so anybody can have that read.
const longestKitBody = { V1: 6 * mebibyte, V2: 10 * mebibyte }

/**
 * Serves the production addresses: the head, which may refuse already, then the bytes; signature,
 * contract, decision; envelope out.
 */
export function createStoreRouter(options: StoreRouterOptions): RequestHandler {
  const isSampled = createSampler(sampledBurst, sampledPerSecond)
  const readBody = createBodyReader(longestBody, options.budget)
  const readKitV1Body = createBodyReader(longestKitBody.V1, options.budget)
  const readKitV2Body = createBodyReader(longestKitBody.V2, options.budget)
  const readerOf = (call: StoreCall) => {
    if (call.family !== 'kit') return readBody
    return isV1(call) ? readKitV1Body : readKitV2Body
  }
  return async (request, response) => {
    const { address, call: route } = matchRoute(request, options.addresses)
    if (route === undefined) {
      replyRouteError(response, 404, 'unknown address or path', address?.keys.v1[0])
      return
    }
    const call = openCall(request, route, options.services.now())
    try {
      const admitted = options.admitStoreCall(call)
      // What a GET says stands in its query.
      if (call.method !== 'get') call.rawBody = await readerOf(call)(request)
      const deadline = withDeadline(options.services.limits.answerWithinMs)
      const given = await deadline.race(options.answerStoreCall(admitted, deadline.expired))
      finish(response, call, given, options)
    } catch (error) {
      refuse(error, response, call)
    }
  }

  function refuse(error: unknown, response: Response, call: StoreCall): void {
    // Nobody is there to be answered, and nothing of ours failed.
    if (error instanceof BodyError && error.reason === 'gone') return
    if (error instanceof RouteError) {
      replyRouteError(response, error.status, error.message, call.address.keys.v1[0])
    } else if (error instanceof BodyError) {
      refuseUnverified(answer(codeOf(error), error.message), response, call)
    } else if (error instanceof Refusal) refuseUnverified(refused(error), response, call)
    else fail(error, response, call, options)
  }

  function refuseUnverified(given: Answer, response: Response, call: StoreCall): void {
    reply(response, serialise(given), { signKey: signKeyOf(call) })
    options.metrics.unverified(given.resultCode)
    if (isSampled(call.receivedAt)) saveMessage(call, given, false, options)
    // A replay may still be under way; of what is not authentic nobody needs the bytes any more.
    if (call.verification === undefined) freeBuffer(call.rawBody)
  }
}

function codeOf({ reason }: BodyError): ResultCode {
  return reason === 'busy' ? '000005' : '000002'
}

/** V1, License 1.0 and kit V1 want answers signed, with the Key that verified the call, else the current one. */
function signKeyOf(call: StoreCall): string | undefined {
  return isV1(call) ? (call.verification?.key ?? call.address.keys.v1[0]) : undefined
}

function isV1({ family, path, method }: StoreCall): boolean {
  return family === 'kit' ? !path.includes('/produceAPI/v2/') : method === 'get'
}

function finish(
  response: Response,
  call: StoreCall,
  given: Answer,
  options: StoreRouterOptions,
): void {
  reply(response, serialise(given), { signKey: signKeyOf(call) })
  const { address, family, verification, receivedAt } = call
  const milliseconds = options.services.now().getTime() - receivedAt.getTime()
  const { resultCode } = given
  options.metrics.answered({
    family,
    activity: activityLabel(call, resultCode),
    resultCode,
    seconds: milliseconds / 1000,
  })
  if (verification === undefined) return
  options.keyUsage.record(address.name, verification.interfaceType, verification.key, receivedAt)
}

// A call that broke its contract may carry any text; a label must not.
function activityLabel(call: StoreCall, resultCode: string): string {
  const inPath = storeOperations[call.operation]?.activity
  if (inPath !== undefined) return inPath
  const valid = resultCode !== '000002' && resultCode !== '000005'
  return valid ? String(membersOf(call)['activity']) : 'unknown'
}

function fail(
  error: unknown,
  response: Response,
  call: StoreCall,
  options: StoreRouterOptions,
): void {
  const given = answer('000005', 'internal error, please call again')
  finish(response, call, given, options)
  options.services.log.error({ err: error, family: call.family }, 'a call could not be answered')
  if (call.verification !== undefined) saveMessage(call, given, true, options)
}

// Anybody can send what is not verified: of its body the beginning is enough.
const sampledBytes = 16 * 1024

// After the answer has left: whether it can be kept is no reason to make the caller wait.
function saveMessage(
  call: StoreCall,
  given: Answer,
  verified: boolean,
  options: StoreRouterOptions,
): void {
  const { services } = options
  const rawBody = verified ? call.rawBody : call.rawBody.subarray(0, sampledBytes)
  const activity = storeOperations[call.operation]?.activity
  const members = verified ? membersOf(call) : readUnverified(call, sampledBytes)
  const answered = { ...call, activity, rawBody, id: newId(), members, answer: given, verified }
  persist({ message: answered }, services).catch((error: unknown) => {
    services.log.warn({ err: error }, 'a message could not be saved')
  })
}
