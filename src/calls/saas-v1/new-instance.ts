import type { SellerSchemas } from '../../contract/index.ts'
import { fillTemplate } from '../../ports/provisioning.ts'
import { answer, success } from '../../domain/answer.ts'
import { idleNote } from '../../domain/delivery/delivery.ts'
import { isImportOpen } from '../../db/import/imports.ts'
import { withNote, withoutNote } from '../../domain/instance/plan.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { provision, purchase } from '../../domain/instance/life-cycle.ts'
import { accept, asOneChange } from '../../domain/instance/life-cycle-v1.ts'
import {
  flagMaybeSoldBefore,
  isMaybeSoldBefore,
  unflagged,
} from '../../domain/instance/maybe-sold-before.ts'
import { unknownInstance } from '../../domain/refusal.ts'
import type { Ask } from '../../domain/ask/ask.ts'
import { isAsked } from '../asks/open-ask.ts'
import { type Awaited, awaitAnswer, provisionByAsk } from '../asks/provision-by-ask.ts'
import { type Call, originOf, purchaseKeyOf } from '../call.ts'
import type { AnswerOf, Handler, NewEvent, CallResult } from '../handler.ts'
import { provisioningEvents } from '../instance-events.ts'
import { calledHere, movedHere } from '../instance-access.ts'
import { supervisionOf } from '../deliveries/supervision.ts'
import { newInstanceId } from '../new-instance-id.ts'
import { provisionWithTimeout } from '../provision-with-timeout.ts'
import type { Services } from '../services.ts'
import { encryptAppInfo } from '../v1-app-info.ts'
import { latestOrderColumns } from './order-row.ts'
import { type ReadPurchase, purchaseOrder, readPurchase, toldOf } from './purchase-order.ts'

type NewInstance = SellerSchemas['NewInstanceV1']
type PurchaseAnswer = AnswerOf<'saasV1'>

/**
 * Makes the instance of an order once. The order is looked up first: a repeat is mostly the buyer's
 * page being opened. A repeat takes in an acceptance and, while the instance is not ready, asks for
 * provisioning again: V1 hears 000004 as a failure and tries again, and nothing else would.
 */
export const newInstance: Handler<'saasV1', 'newInstance'> = async (call, services) => {
  const read = readPurchase(call)
  const line = { orderId: call.body.orderId, orderLineId: read.orderLineId }
  const purchased = purchaseKeyOf(call, 'saas-v1', line)
  const known = await services.findPurchase(purchased)
  if (known !== undefined) return repeat(known, { call, read, services })

  const bought = flagged(purchase(purchaseOf(call, read), call.now), read)
  if (await isImporting(call, services)) return held(bought, { call, read, services })
  const order = purchaseOrder(call, read, services)
  const supervision = supervisionOf(call, { ...read, order }, services)
  if (isAsked(call, services)) {
    const claimed = claim(bought, { call, services })
    return { ...claimed, ...supervision, order, events: createdEvents(claimed.instance) }
  }
  const { result: provisioned, afterCommit } = await provisionWithTimeout(call, bought, services)
  const instance = provision(bought, provisioned, call.now)
  return {
    answer: presentState(instance, call),
    instance,
    order,
    ...supervision,
    events: [...createdEvents(instance), ...provisioningEvents(instance)],
    ...(afterCommit && { afterCommit }),
  }
}

interface Claim {
  readonly call: Call<NewInstance>
  readonly services: Services
  /** The last ask about it. */
  readonly asked?: Ask | undefined
}

/** The instance being made by the product, which the call goes on to ask. */
function claim(instance: Instance, { call, services, asked }: Claim) {
  const present = (made: Instance) => presentState(made, call)
  const claimed = provisionByAsk({ instance, asked, present }, call, services)
  return { answer: present(claimed.instance), ...claimed }
}

/** What could not be read refuses no order: an operator is told. */
function flagged(instance: Instance, { attention }: ReadPurchase): Instance {
  return attention === undefined ? instance : withNote(instance, attention)
}

function purchaseOf(call: Call<NewInstance>, read: ReadPurchase) {
  const { businessId, orderId } = call.body
  const { orderLineId, expireTime, acceptanceTime, buyer } = read
  return {
    instanceId: newInstanceId(call),
    ...originOf(call),
    family: 'saas-v1',
    businessId,
    orderId,
    orderLineId,
    expireTime,
    acceptanceTime,
    buyer,
    told: toldOf(call.body, read),
  } as const
}

function isImporting({ test, address }: Call<NewInstance>, { db }: Services): Promise<boolean> {
  if (test) return Promise.resolve(false)
  return isImportOpen(db, { site: address.site, kind: 'saas' })
}

/** An order that nobody knows while old ones are imported: made, and not provisioned yet. */
function held(bought: Instance, { call, read, services }: Repeat): CallResult<PurchaseAnswer> {
  const instance = flagMaybeSoldBefore(provision(bought, { outcome: 'pending' }, call.now))
  const order = purchaseOrder(call, read, services)
  return {
    answer: presentState(instance, call),
    instance,
    order,
    ...supervisionOf(call, { ...read, order }, services),
    events: createdEvents(instance),
  }
}

function createdEvents(instance: Instance): NewEvent[] {
  const isAccepted = instance.acceptanceTime !== null
  return [
    event('instance.created', instance),
    ...(isAccepted ? [event('instance.accepted', instance)] : []),
  ]
}

interface Repeat {
  readonly call: Call<NewInstance>
  readonly read: ReadPurchase
  readonly services: Services
}

async function repeat(
  bought: Instance,
  { call, read, services }: Repeat,
): Promise<CallResult<PurchaseAnswer>> {
  const awaited = isAsked(call, services) ? await awaitAnswer(bought, call, services) : undefined
  const found = awaited?.instance ?? bought
  const known = calledHere(found, call)
  const isHeld = isMaybeSoldBefore(known) && (await isImporting(call, services))
  if (isHeld) return { answer: presentState(known, call), moved: [movedHere(found, call)] }
  const accepted = withAcceptance(known, read, call.now)
  const isAccepted = accepted !== known
  const { next, ...more } =
    awaited === undefined
      ? await provisionAgain(accepted, call, services)
      : askAgain(accepted, awaited, { call, services })
  const instance = asOneChange(known, flagged(next, read))
  const changes = { answer: presentState(instance, call), ...more }
  if (instance === known) return { ...changes, moved: [movedHere(found, call)] }
  return {
    ...changes,
    instance,
    before: { instance: found },
    ...(isAccepted && (await acceptance(known, { call, read, services }))),
    events: [
      ...(isAccepted ? [event('instance.accepted', instance)] : []),
      ...(next === accepted ? [] : provisioningEvents(instance)),
    ],
  }
}

async function acceptance(known: Instance, repeated: Repeat) {
  const order = await acceptedOrder(known, repeated)
  const { call, read, services } = repeated
  return { order, ...supervisionOf(call, { ...read, order }, services) }
}

/** The order as it is told now; what could not be read of it stays as it was known. */
async function acceptedOrder(known: Instance, { call, read, services }: Repeat) {
  const order = purchaseOrder(call, read, services)
  if (read.attention === undefined) return order
  const { buyer = null, extend_params = null } = await latestOrderColumns(known, services)
  return {
    ...order,
    buyer: buyer ?? order.buyer,
    extend_params: extend_params ?? order.extend_params,
  }
}

function withAcceptance(known: Instance, read: ReadPurchase, now: Date): Instance {
  const { acceptanceTime, expireTime } = read
  if (acceptanceTime === null) return known
  const accepted = accept(known, { acceptanceTime, expireTime }, now)
  return accepted === known ? known : withoutNote(accepted, idleNote)
}

function askAgain(known: Instance, { asked, isToBeAsked }: Awaited, again: Claim) {
  if (!isToBeAsked) return { next: known }
  const { instance, ask, beforeAnswer } = claim(known, { ...again, asked })
  return { next: instance, ask, beforeAnswer }
}

async function provisionAgain(known: Instance, call: Call<NewInstance>, services: Services) {
  const { phase } = known
  if (phase === 'ready' || phase === 'released') return { next: known }
  const { result: provisioned, afterCommit } = await provisionWithTimeout(call, known, services)
  const stillPending = phase === 'provisioning' && provisioned.outcome === 'pending'
  return {
    next: stillPending ? known : provision(unflagged(known), provisioned, call.now),
    afterCommit,
  }
}

// The store's check wants frontEndUrl beside the id: an instance that was released before it had
// one is as good as unknown, but to the dial test, which must pass.
function presentState(present: Instance, call: Call<NewInstance>): PurchaseAnswer {
  const { instanceId, phase, failure, ...instance } = present
  if (isMaybeSoldBefore(present)) return answer('000004', 'maybe sold before, please call again')
  if (phase === 'provisioning') {
    return isOrdered(present, call) ? ordered(instanceId, call) : waiting(instanceId)
  }
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  const template = call.test ? fillTemplate(instanceId, call.address.product) : null
  const appInfo = instance.appInfo ?? template
  if (appInfo === null) return answer('000003', unknownInstance().message)
  return success({
    encryptType: call.address.product.v1Encryption,
    instanceId,
    appInfo: encryptAppInfo(appInfo, call),
  })
}

// Of a supervised product the first call asks no more than that the order is known. Its repeat cannot
// be distinguished from the second call, so this holds until the buyer accepts.
function isOrdered({ acceptanceTime }: Pick<Instance, 'acceptanceTime'>, call: Call<NewInstance>) {
  return call.address.supervision !== undefined && acceptanceTime === null
}

function ordered(instanceId: string, { address }: Call<NewInstance>): PurchaseAnswer {
  const { product, supervision } = address
  const { frontEndUrl } = fillTemplate(instanceId, { ...product, ...supervision })
  return success({ encryptType: product.v1Encryption, instanceId, appInfo: { frontEndUrl } })
}

function waiting(instanceId: string): PurchaseAnswer {
  return answer('000004', 'provisioning, please call again', { instanceId })
}

function event(type: NewEvent['type'], { orderId }: Instance): NewEvent {
  return { type, orderId }
}
