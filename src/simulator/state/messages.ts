import { createPublicKey } from 'node:crypto'
import { noEncryption } from '../calls/debug-cases.ts'
import { createEncryption, type Encryption } from '../calls/encryption.ts'
import type { AnyCall } from '../calls/calls.ts'
import { isDone, windowOf } from '../store/caller.ts'
import type { Attempt } from '../store/attempt.ts'
import { makeCallOf } from './calls/call-of.ts'
import type { CallContext } from './calls/call-context.ts'
import { exceptionOf, notReady } from './exceptions.ts'
import { newHex, newUuid } from './ids.ts'
import type { Act, MessageAttempt, StoreMessage, Subject } from './message.ts'
import { minuteMs } from './moment.ts'
import { ActionRefused, found } from './refused.ts'
import { callSeller, keyFor, type PlayedAttempt, takeFault } from './seller-call.ts'
import { type ActRules, notify, type Store } from './store.ts'
import type { StoreData } from './store-data.ts'
import { clearTimer, setTimer } from './timers.ts'

type Rules = Readonly<Record<Act, ActRules>>

/** How long a message is held back that comes out of order, if no other comes first. */
const heldMs = minuteMs

/** Makes a message and calls the seller for the first time. */
export async function tell(
  store: Store,
  rules: Rules,
  act: Act,
  subject: Subject,
): Promise<StoreMessage> {
  const { data } = store
  const { generation, activity } = callOf(data, act, subject)
  const message: StoreMessage = {
    id: `M${newHex(data).slice(0, 12)}`,
    act,
    subject,
    generation,
    activity,
    createdAt: data.now,
    state: 'CALLING',
    attempts: [],
  }
  data.messages[message.id] = message
  await attemptMessage(store, rules, message)
  return message
}

/** Calls the seller once more for a message, and lets follow what follows. */
export async function attemptMessage(
  store: Store,
  rules: Rules,
  message: StoreMessage,
): Promise<void> {
  const { data } = store
  clearTimer(data, 'attempt', message.id)
  const wasHeld = data.held === message.id
  if (wasHeld) delete data.held
  const fault = takeFault(data, message.activity)
  if (fault === 'reorder' && !wasHeld && data.held === undefined) {
    holdBack(data, message)
    return
  }
  const { how } = rules[message.act]
  const make = () => callOf(data, message.act, message.subject)
  const url = urlOf(data, message)
  const played = await callSeller(store, make, { ...how, url, fault })
  for (const one of played) message.attempts.push(shown(one))
  const [first] = played
  if (first !== undefined) await conclude(store, rules, message, first.attempt)
  await releaseHeld(store, rules)
}

async function conclude(store: Store, rules: Rules, message: StoreMessage, attempt: Attempt) {
  const { how = {}, succeeded, stopped } = rules[message.act]
  delete message.nextAt
  delete message.exception
  if (isDone(attempt, how)) {
    message.state = 'SUCCESS'
    await succeeded?.(store, message, attempt)
    return
  }
  message.exception = exceptionOf(attempt.verdict) ?? notReady
  if (how.polling !== true) tellOfFailure(store, message)
  const window = windowOf(message, how)
  const next = nextMoment(store.data, message, window?.everyMs ?? 0)
  const end = message.createdAt + (window?.forMs ?? 0)
  if (window !== undefined && next <= end) {
    message.state = 'RETRYING'
    message.nextAt = next
    setTimer(store.data, 'attempt', message.id, next)
    return
  }
  message.state = 'STOPPED'
  await stopped?.(store, message, window?.outcome ?? 'stopped')
}

// The moments are those of the window, however long an attempt takes and whoever restarts in between.
function nextMoment({ now }: StoreData, { createdAt }: StoreMessage, everyMs: number): number {
  if (everyMs === 0) return now + 1
  return createdAt + (Math.floor((now - createdAt) / everyMs) + 1) * everyMs
}

function tellOfFailure(store: Store, { activity, subject, exception }: StoreMessage): void {
  const about = subject.orderId ?? subject.instance ?? subject.product
  notify(store, 'seller', {
    en: `The call of ${activity} for ${about} failed: ${exception?.en ?? ''}`,
    zh: `${about} 的 ${activity} 接口调用失败：${exception?.zh ?? ''}`,
  })
}

function holdBack(data: StoreData, message: StoreMessage): void {
  data.held = message.id
  message.nextAt = data.now + heldMs
  setTimer(data, 'attempt', message.id, message.nextAt)
}

// What was held back comes after the one that overtook it.
async function releaseHeld(store: Store, rules: Rules): Promise<void> {
  const { held, messages } = store.data
  if (held !== undefined) await attemptMessage(store, rules, found(messages, held, 'message'))
}

/** The call of an act about a subject, made anew; refused where the interfaces have none. */
function callOf(data: StoreData, act: Act, subject: Subject): AnyCall {
  const product = found(data.products, subject.product, 'product')
  const make = makeCallOf(act, product)
  if (make !== undefined) return make(contextOf(data, subject))
  const generation = product.generation ?? 'no interfaces'
  throw new ActionRefused(
    `${product.name} (${generation}) has no call for this: ${act}.`,
    `${product.name}（${generation}）没有对应的接口：${act}。`,
  )
}

function contextOf(data: StoreData, subject: Subject): CallContext {
  const product = found(data.products, subject.product, 'product')
  const order = data.orders[subject.orderId ?? '']
  const instance = data.instances[subject.instance ?? order?.instance ?? '']
  const purchase = data.orders[instance?.order ?? '']
  return {
    subject,
    product,
    order,
    instance,
    purchase,
    license: data.licenses[subject.license ?? ''],
    buyer: data.buyers[order?.customerId ?? instance?.customerId ?? ''],
    enterprise: data.enterprises[subject.tenantId ?? ''],
    encryption: encryptionOf(data, subject),
    now: new Date(data.now),
    businessId: () => newUuid(data),
  }
}

/** What V1 and the kit encrypt with: the Key at the address, and the public key of the credential. */
function encryptionOf(data: StoreData, subject: Subject): Encryption {
  const { generation, encryptType, joint } = found(data.products, subject.product, 'product')
  const isV1 = generation === 'saasV1' || generation === 'licenseB'
  if (!isV1 && joint === undefined) return noEncryption
  const url = urlOf(data, { act: 'tenant', subject })
  const pem = data.instances[subject.instance ?? '']?.target.publicKey ?? joint?.publicKey
  return createEncryption({
    v1Key: isV1 ? keyFor(data, url, 'v1') : '',
    ...(encryptType && { encryptType }),
    ...(pem !== undefined && { publicKey: createPublicKey(pem) }),
  })
}

/** Where a message goes: an order calls the address that it was placed with until it is moved. */
export function urlOf(data: StoreData, { act, subject }: Pick<StoreMessage, 'act' | 'subject'>) {
  const { url, ordersUrl } = found(data.products, subject.product, 'product')
  if (act === 'notify') return ordersUrl ?? url
  const instance = subject.instance ?? data.orders[subject.orderId ?? '']?.instance ?? ''
  return data.instances[instance]?.target.url ?? url
}

function shown({ attempt, fault }: PlayedAttempt): MessageAttempt {
  const { at, request, http, answer, verdict } = attempt
  const { method, url, headers, body } = request
  const exception = exceptionOf(verdict)
  return {
    at: at.getTime(),
    milliseconds: http.milliseconds,
    request: { method, url: url.href, headers, ...(body !== undefined && { body }) },
    ...(fault && { fault }),
    ...(http.kind === 'answer' && {
      status: http.status,
      contentType: http.contentType,
      answer: http.text,
    }),
    ...(answer.resultCode !== undefined && { resultCode: answer.resultCode }),
    ...(exception && { exception }),
  }
}
