import type { SellerSchemas } from '../../contract/index.ts'
import { provision as provisionByBuiltInWay } from '../../ports/provisioning.ts'
import { answer, success } from '../../domain/answer.ts'
import type { InstanceFamily, Instance } from '../../domain/instance/instance.ts'
import { type Purchase, provision, purchase } from '../../domain/instance/life-cycle.ts'
import { isAsked } from '../asks/open-ask.ts'
import { awaitAnswer, provisionByAsk } from '../asks/provision-by-ask.ts'
import { type Call, originOf, purchaseKeyOf } from '../call.ts'
import type { AnswerWith, CallResult, Handle } from '../handler.ts'
import { purchaseEvents } from '../instance-events.ts'
import { calledHere, movedHere } from '../instance-access.ts'
import { newInstanceId } from '../new-instance-id.ts'
import { orderToFetch } from '../order-to-fetch.ts'
import { provisionWithTimeout } from '../provision-with-timeout.ts'
import type { Services } from '../services.ts'
import { type Adopted, adoptSoldInV1 } from './adopt-sold-in-v1.ts'

type NewInstance = SellerSchemas['NewInstance']
type PurchaseAnswer = AnswerWith<'instanceId'>

/** The activity newInstance of a family; the online license has the shape of SaaS V2. */
export function newInstanceIn(family: InstanceFamily): Handle<NewInstance, PurchaseAnswer> {
  return (call, services) => newInstance({ ...call, family }, services)
}

interface PurchaseCall extends Call<NewInstance> {
  readonly family: InstanceFamily
}

/**
 * Makes the instance of an order line once; a repeat answers from its present state. The unique key of
 * the order line tells a repeat, not a select before: only when it was taken is the instance read. A
 * test purchase nearly always is a repeat, so it is looked up at once; and so is any other while
 * repeats come, or where a port of the seller's own would be asked in vain. Such a port is asked again
 * while its answer is missing: the process that waited for it may be gone.
 */
async function newInstance(
  call: PurchaseCall,
  services: Services,
): Promise<CallResult<PurchaseAnswer>> {
  const { findPurchase, repeats } = services
  const purchased = purchaseKeyOf(call, call.family, call.body)
  const isBuiltIn = services.provision === provisionByBuiltInWay
  const isFirst = call.attempt === 1 && !call.test && isBuiltIn
  const found = isFirst && !repeats.areLikely() ? undefined : await findPurchase(purchased)
  if (found !== undefined && !call.test) repeats.note()
  if (found !== undefined) return repeat(found, call, services)
  // Whether V1 has sold it the insert asks as well, and then the next attempt comes here.
  const adopted = isFirst ? undefined : await adoptSoldInV1(call, services)
  if (adopted !== undefined) return adopt(adopted, call, services)

  const bought = purchase(purchaseOf(call), call.now)
  if (isAsked(call, services)) {
    const order = orderToFetch(call, bought.instanceId)
    const wanted = { instance: bought, order, present: presentState }
    const claimed = provisionByAsk(wanted, call, services)
    return {
      answer: presentState(claimed.instance),
      events: purchaseEvents(true, claimed.instance),
      fetchOrder: { ...order, readInCall: claimed.ask.state === 'order' },
      ...claimed,
    }
  }
  const { result: provisioned, afterCommit } = await provisionWithTimeout(call, bought, services)
  const instance = provision(bought, provisioned, call.now)
  return {
    answer: presentState(instance),
    instance,
    events: purchaseEvents(true, instance),
    fetchOrder: orderToFetch(call, instance.instanceId),
    ...(afterCommit && { afterCommit }),
  }
}

async function repeat(
  found: Instance,
  call: PurchaseCall,
  services: Services,
): Promise<CallResult<PurchaseAnswer>> {
  if (isAsked(call, services)) return repeatAsked(found, call, services)
  const { next, events, ...more } = await provisionAgain(calledHere(found, call), call, services)
  const answer = presentState(next)
  const isSame = next.version === found.version
  return isSame
    ? { answer, moved: [movedHere(found, call)], ...more }
    : { answer, instance: next, before: { instance: found }, events, ...more }
}

/** A repeat waits for the answer that the first call waits for; one after a refusal asks anew. */
async function repeatAsked(
  found: Instance,
  call: PurchaseCall,
  services: Services,
): Promise<CallResult<PurchaseAnswer>> {
  const { instance: known, asked, isToBeAsked } = await awaitAnswer(found, call, services)
  const instance = calledHere(known, call)
  const answer = presentState(instance)
  if (!isToBeAsked) return { answer, moved: [movedHere(known, call)] }
  const order = orderToFetch(call, instance.instanceId)
  const claimed = provisionByAsk({ instance, asked, order, present: presentState }, call, services)
  return { answer: presentState(claimed.instance), ...claimed }
}

/** An instance that V1 has sold is the order line's from now on, and in use as it was. */
async function adopt(
  { instance, claim }: Adopted,
  call: PurchaseCall,
  services: Services,
): Promise<CallResult<PurchaseAnswer>> {
  const adopted = calledHere(instance, call)
  const { next, events, ...more } = await provisionAgain(adopted, call, services)
  return {
    answer: presentState(next),
    instance: { ...next, version: instance.version + 1, updatedAt: call.now },
    before: { instance },
    claim,
    events,
    fetchOrder: orderToFetch(call, instance.instanceId),
    ...more,
  }
}

/** What becomes of a known instance that is not in use yet; the same one where nothing does. */
async function provisionAgain(known: Instance, call: PurchaseCall, services: Services) {
  const isBuiltIn = services.provision === provisionByBuiltInWay
  if (isAsked(call, services)) return { next: known, events: [] }
  if (!isAskedAgain(known, isBuiltIn)) return { next: known, events: [] }
  const { result: provisioned, afterCommit } = await provisionWithTimeout(call, known, services)
  const later = afterCommit && { afterCommit }
  const isSame = known.phase === 'provisioning' && provisioned.outcome === 'pending'
  if (isSame) return { next: known, events: [], ...later }
  const next = provision(known, provisioned, call.now)
  return { next, events: purchaseEvents(false, next), ...later }
}

function isAskedAgain({ phase }: Instance, isBuiltIn: boolean): boolean {
  return phase === 'failed' || (phase === 'provisioning' && !isBuiltIn)
}

function purchaseOf(call: PurchaseCall): Purchase {
  const { family, body } = call
  const { businessId, orderId, orderLineId } = body
  const instanceId = newInstanceId(call)
  const ids = { instanceId, businessId, orderId, orderLineId }
  return { ...ids, ...originOf(call), family, isQueried: !call.test }
}

function presentState(instance: Instance): PurchaseAnswer {
  const { instanceId, phase, failure } = instance
  if (phase === 'provisioning') return answer('000004', 'provisioning', { instanceId })
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return success({ instanceId })
}
