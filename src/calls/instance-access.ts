import type { ClaimKey } from '../db/claim/claims.ts'
import { findInstance, findWithClaim } from '../db/instance/instances.ts'
import { success } from '../domain/answer.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { unknownInstance } from '../domain/refusal.ts'
import { type Call, claimOf } from './call.ts'
import type { Handle, CallResult } from './handler.ts'
import type { Services } from './services.ts'

/** True for an instance that the call may see: of its address, family and kind, and not released. */
export function canAccess(instance: Instance, call: Call<unknown>): boolean {
  return inScope(instance, call) && instance.phase !== 'released'
}

/** True for an instance of the call's address, family and kind (test or real), released or not. */
export function inScope(instance: Instance, call: Call<unknown>): boolean {
  return (
    instance.address === call.address.name &&
    instance.family === call.family &&
    instance.test === call.test
  )
}

/** What is written when an order is applied. */
export type OrderEffect = Omit<CallResult, 'answer' | 'claim'>

/** What an order-bearing call does to an instance that it may change. */
export type ApplyOrder<Body> = (
  instance: Instance,
  call: Call<Body>,
  services: Services,
) => OrderEffect | Promise<OrderEffect>

/**
 * Handles a call that applies an order to an instance, once: a repeat succeeds and changes nothing,
 * even when the instance was released since; an unknown or released instance is 000003, to a test
 * call a success that touches nothing.
 */
export function applyOnce<Body extends { activity: string; instanceId: string }>(
  idsOf: (body: Body) => readonly string[],
  apply: ApplyOrder<Body>,
): Handle<Body> {
  return async (call, services) => {
    const { db, vault } = services
    const { activity, instanceId } = call.body
    const claim: ClaimKey = claimOf(call, activity, [instanceId, ...idsOf(call.body)])
    const { instance, claimed } = await findWithClaim(db, vault, instanceId, claim)
    if (claimed) return { answer: success() }
    if (instance === undefined || !canAccess(instance, call)) return unknownInstanceResult(call)
    return {
      ...(await apply(instance, call, services)),
      answer: success(),
      claim: { ...claim, instanceId },
    }
  }
}

/**
 * Handles a call that sets an instance frozen or not: the last call wins, and setting the state it
 * has is a success without an event; an unknown or released instance as in applyOnce.
 */
export function setFrozen<Body extends { instanceId: string }>(
  set: (instance: Instance, call: Call<Body>) => Instance,
): Handle<Body> {
  return async (call, { db, vault }) => {
    const instance = await findInstance(db, vault, call.body.instanceId)
    if (instance === undefined || !canAccess(instance, call)) return unknownInstanceResult(call)
    const next = set(instance, call)
    if (next === instance) return { answer: success() }
    const type = next.frozen ? 'instance.frozen' : 'instance.unfrozen'
    return { answer: success(), instance: next, events: [{ type }] }
  }
}

/** The answer for an instance that is unknown or released. */
export function unknownInstanceResult(call: Call<unknown>): CallResult {
  if (call.test) return { answer: success() }
  throw unknownInstance()
}
