import type { SellerSchemas } from '../../contract/index.ts'
import { provision as provisionByBuiltInWay } from '../../ports/provisioning.ts'
import { answer, success } from '../../domain/answer.ts'
import type { InstanceFamily, Instance } from '../../domain/instance/instance.ts'
import { type Purchase, provision, purchase } from '../../domain/instance/life-cycle.ts'
import { type Call, purchaseKeyOf } from '../call.ts'
import type { AnswerWith, CallResult, Handle } from '../handler.ts'
import { purchaseEvents } from '../instance-events.ts'
import { newInstanceId } from '../new-instance-id.ts'
import { orderToFetch } from '../order-to-fetch.ts'
import { provisionWithTimeout } from '../provision-with-timeout.ts'
import type { Services } from '../services.ts'

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
  const isNew = call.attempt === 1 && !call.test && isBuiltIn && !repeats.areLikely()
  const known = isNew ? undefined : await findPurchase(purchased)
  if (known !== undefined && !call.test) repeats.note()
  if (known !== undefined && !isAskedAgain(known, isBuiltIn)) return { answer: presentState(known) }

  const bought = known ?? purchase(purchaseOf(call), call.now)
  const { result: provisioned, afterCommit } = await provisionWithTimeout(call, bought, services)
  const isSame = known?.phase === 'provisioning' && provisioned.outcome === 'pending'
  if (isSame) return { answer: presentState(known), ...(afterCommit && { afterCommit }) }
  const instance = provision(bought, provisioned, call.now)
  const events = purchaseEvents(known === undefined, instance)
  const answer = presentState(instance)
  const changes = { answer, instance, events, ...(afterCommit && { afterCommit }) }
  if (known !== undefined) return changes
  return { ...changes, fetchOrder: orderToFetch(call, instance.instanceId) }
}

function isAskedAgain({ phase }: Instance, isBuiltIn: boolean): boolean {
  return phase === 'failed' || (phase === 'provisioning' && !isBuiltIn)
}

function purchaseOf(call: PurchaseCall): Purchase {
  const { address, family, test, body } = call
  const { businessId, orderId, orderLineId } = body
  const instanceId = newInstanceId(call)
  return { instanceId, address: address.name, family, test, businessId, orderId, orderLineId }
}

function presentState(instance: Instance): PurchaseAnswer {
  const { instanceId, phase, failure } = instance
  if (phase === 'provisioning') return answer('000004', 'provisioning', { instanceId })
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return success({ instanceId })
}
