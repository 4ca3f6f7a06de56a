import type { ClaimKey } from '../db/claim/claims.ts'
import { findInstance, findWithClaim } from '../db/instance/instances.ts'
import { success } from '../domain/answer.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { unknownInstance } from '../domain/refusal.ts'
import { type Ask, type Decide, type Outcome, claimOf } from './call.ts'
import type { Services } from './services.ts'

/** True for an instance that the call may see: of its address, family and kind, and not released. */
export function isOwn(instance: Instance, ask: Ask<unknown>): boolean {
  return isOfScope(instance, ask) && instance.phase !== 'released'
}

/** True for an instance of the call's address, family and kind (test or real), released or not. */
export function isOfScope(instance: Instance, ask: Ask<unknown>): boolean {
  return (
    instance.address === ask.address.name &&
    instance.family === ask.family &&
    instance.test === ask.test
  )
}

/** What applying an order comes to. */
export type Applied = Omit<Outcome, 'answer' | 'claim'>

/** What an order-bearing call does to an instance that it may change. */
export type Apply<Body> = (
  instance: Instance,
  ask: Ask<Body>,
  services: Services,
) => Applied | Promise<Applied>

/**
 * Decides a call that applies an order to an instance, once: a repeat succeeds and changes nothing,
 * even when the instance was released since; an unknown or released instance is 000003, to a test
 * call a success that touches nothing.
 */
export function applyOnce<Body extends { activity: string; instanceId: string }>(
  idsOf: (body: Body) => readonly string[],
  apply: Apply<Body>,
): Decide<Body> {
  return async (ask, services) => {
    const { db, vault } = services
    const { activity, instanceId } = ask.body
    const claim: ClaimKey = claimOf(ask, activity, [instanceId, ...idsOf(ask.body)])
    const { instance, claimed } = await findWithClaim(db, vault, instanceId, claim)
    if (claimed) return { answer: success() }
    if (instance === undefined || !isOwn(instance, ask)) return unknownAnswer(ask)
    return {
      ...(await apply(instance, ask, services)),
      answer: success(),
      claim: { ...claim, instanceId },
    }
  }
}

/**
 * Decides a call that sets an instance frozen or not: the last call wins, and setting the state it
 * has is a success without an event; an unknown or released instance as in applyOnce.
 */
export function setFrozen<Body extends { instanceId: string }>(
  set: (instance: Instance, ask: Ask<Body>) => Instance,
): Decide<Body> {
  return async (ask, { db, vault }) => {
    const instance = await findInstance(db, vault, ask.body.instanceId)
    if (instance === undefined || !isOwn(instance, ask)) return unknownAnswer(ask)
    const next = set(instance, ask)
    if (next === instance) return { answer: success() }
    const type = next.frozen ? 'instance.frozen' : 'instance.unfrozen'
    return { answer: success(), instance: next, events: [{ type }] }
  }
}

/** The answer for an instance that is unknown or released. */
export function unknownAnswer(ask: Ask<unknown>): Outcome {
  if (ask.test) return { answer: success() }
  throw unknownInstance()
}
