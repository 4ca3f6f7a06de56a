import type { ClaimKey } from '../db/claim/claims.ts'
import { findInstance, findWithClaim } from '../db/instance/instances.ts'
import { refused, success } from '../domain/answer.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { unknownInstance } from '../domain/refusal.ts'
import { kindOf, scopeOf } from '../domain/scope.ts'
import { type Call, claimOf, originOf } from './call.ts'
import type { Handle, CallResult } from './handler.ts'
import type { Services } from './services.ts'
import { unknownInstanceAlarm } from './unknown-instance.ts'

/**
 * The rule of access: a call sees what its site has sold under its kind, wherever it was bought, since
 * orders may be moved to another address; a test call only the test instances of its own address.
 */
function inScope(instance: Instance, call: Call<unknown>): boolean {
  return isOfSite(instance, call) && kindOf(instance.family) === kindOf(call.family)
}

/** The same whatever the kind: calls of the kit name instances of every one. */
export function isOfSite(instance: Instance, call: Call<unknown>): boolean {
  const [own, called] = [scopeOf(instance), scopeOf(originOf(call))]
  const isSame = own.site === called.site && own.testAddress === called.testAddress
  return isSame && instance.test === call.test
}

/**
 * The instance if the call may see it, at the address that is called: its next version remembers that
 * one. A released one too; undefined for any other.
 */
export function accessible(
  instance: Instance | undefined,
  call: Call<unknown>,
): Instance | undefined {
  return instance !== undefined && inScope(instance, call) ? calledHere(instance, call) : undefined
}

/** As accessible, but not a released one, which no call may change or use. */
export function usable(instance: Instance | undefined, call: Call<unknown>): Instance | undefined {
  const own = accessible(instance, call)
  return own?.phase === 'released' ? undefined : own
}

/** The instance at the address that is called, if the store called elsewhere before. */
export function movedHere(found: Instance | undefined, call: Call<unknown>): Instance | undefined {
  const own = accessible(found, call)
  return own === found ? undefined : own
}

/** The instance at the address that is called; the same one where that is nothing new. */
export function calledHere(instance: Instance, { address }: Call<unknown>): Instance {
  return instance.address === address.name ? instance : { ...instance, address: address.name }
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
    const { instance: found, claimed } = await findWithClaim(db, vault, instanceId, claim)
    if (claimed) return { answer: success(), moved: [movedHere(found, call)] }
    const instance = usable(found, call)
    if (instance === undefined) return unknownInstanceResult(call, found)
    const effect = await apply(instance, call, services)
    return {
      ...effect,
      before: { ...effect.before, instance: found },
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
  return async (call, services) => {
    const found = await findInstance(services.db, services.vault, call.body.instanceId)
    const instance = usable(found, call)
    if (instance === undefined) return unknownInstanceResult(call, found)
    const next = set(instance, call)
    if (next === instance) return { answer: success(), moved: [movedHere(found, call)] }
    const type = next.frozen ? 'instance.frozen' : 'instance.unfrozen'
    return { answer: success(), instance: next, before: { instance: found }, events: [{ type }] }
  }
}

/** The answer about an instance that is unknown or released; to a test call a success. */
export function unknownInstanceResult(
  call: Call<{ readonly instanceId: string }>,
  found: Instance | undefined,
): CallResult {
  if (call.test) return { answer: success() }
  const answer = refused(unknownInstance())
  return accessible(found, call) === undefined
    ? { answer, alarms: [unknownInstanceAlarm(call)] }
    : { answer }
}
