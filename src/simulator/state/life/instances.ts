import { dayMs, hourDaysBefore } from '../moment.ts'
import { makeCallOf } from '../calls/call-of.ts'
import type { Act, Subject } from '../message.ts'
import { ActionRefused, found } from '../refused.ts'
import { notify, type Store } from '../store.ts'
import type { SoldInstance, StoreData } from '../store-data.ts'
import { clearTimer, setTimer } from '../timers.ts'

/** The most days that an instance stays frozen, by the level of the customer (zh-cn_topic_0070649414). */
const mostFrozenDays = 15

/** Generations whose renewal is followed by a call of its own that unfreezes. */
const unfreezesByCall = ['saasV2', 'licenseA', 'licenseC']

/** Days before the end on which the buyer is reminded, at 10 o'clock. */
const reminderDays = [15, 7, 3, 1]
const reminderHour = 10

/** What a message is about, for the calls about an instance. */
export function about({ id, product }: SoldInstance) {
  return { product, instance: id }
}

/** Has the code of an instance, if it is sold by one, say what holds now; one that was activated expires. */
export function followCode(data: StoreData, instance: SoldInstance): void {
  const code = data.licenses[instance.license ?? '']
  if (code === undefined) return
  if (instance.expireTime !== undefined) code.expireTime = instance.expireTime
  if (instance.status === 'RELEASED') code.status = 'RELEASED'
  else if (code.activatedAt !== undefined)
    code.status = instance.frozenBy.includes('expiry') ? 'EXPIRED' : 'ALIVE'
}

/** Sets the timers of an instance that expires; what does not expire has none. */
export function watchExpiry({ data }: Store, instance: SoldInstance): void {
  const { id, expireTime } = instance
  if (expireTime === undefined) return
  setTimer(data, 'expiry', id, Math.max(expireTime, data.now))
  setReminder(data, instance)
}

function setReminder(data: StoreData, { id, expireTime = 0 }: SoldInstance): void {
  const moments = reminderDays.map((days) => hourDaysBefore(expireTime, days, reminderHour))
  const next = moments.find((moment) => moment > data.now && moment < expireTime)
  if (next === undefined) clearTimer(data, 'reminder', id)
  else setTimer(data, 'reminder', id, next)
}

/** Reminds the buyer of the end, and sets the next reminder. */
export function remind(store: Store, id: string): void {
  const instance = found(store.data.instances, id, 'instance')
  if (instance.status !== 'ACTIVE' || instance.expireTime === undefined) return
  const day = new Date(instance.expireTime).toISOString().slice(0, 10)
  const what = instance.trial
    ? { en: 'trial', zh: '试用' }
    : { en: 'subscription', zh: '包周期商品' }
  notify(store, 'buyer', {
    en: `The ${what.en} ${id} ends on ${day}.`,
    zh: `${what.zh} ${id} 将于 ${day} 到期。`,
  })
  setReminder(store.data, instance)
}

/** The period has ended: the instance is frozen from now on, and released after the frozen time. */
export async function expire(store: Store, id: string): Promise<void> {
  const { data, options } = store
  const instance = found(data.instances, id, 'instance')
  if (!['ACTIVE', 'FROZEN'].includes(instance.status)) return
  if (instance.frozenBy.includes('expiry')) return
  clearTimer(data, 'expiry', id)
  clearTimer(data, 'reminder', id)
  const days = Math.min(options.frozenDays ?? mostFrozenDays, mostFrozenDays)
  setTimer(data, 'release', id, data.now + days * dayMs)
  await freeze(store, instance, 'expiry')
}

/** The store's accounts freeze at once; the seller is told, whether it hears or not. */
export async function freeze(
  store: Store,
  instance: SoldInstance,
  because: 'expiry' | 'violation',
): Promise<void> {
  instance.frozenBy.push(because)
  instance.status = 'FROZEN'
  followCode(store.data, instance)
  await tellIfCalled(store, 'freeze', { ...about(instance), because })
}

/** One reason to be frozen has gone; the seller is told where nothing else tells it. */
export async function unfreeze(
  store: Store,
  instance: SoldInstance,
  because: 'expiry' | 'violation',
): Promise<void> {
  const { data } = store
  const left = instance.frozenBy.filter((one) => one !== because)
  instance.frozenBy.splice(0, Infinity, ...left)
  if (because === 'expiry') clearTimer(data, 'release', instance.id)
  followCode(data, instance)
  if (left.length > 0) return
  instance.status = 'ACTIVE'
  const { generation = '' } = found(data.products, instance.product, 'product')
  const isTold = because === 'violation' || unfreezesByCall.includes(generation)
  if (isTold) await tellIfCalled(store, 'unfreeze', { ...about(instance), because })
}

/** The instance is gone for good, and the seller is told; of an order, if it was unsubscribed. */
export async function release(store: Store, id: string, orderId?: string): Promise<void> {
  const { data } = store
  const instance = found(data.instances, id, 'instance')
  if (instance.status === 'RELEASED') return
  instance.status = 'RELEASED'
  for (const kind of ['expiry', 'release', 'reminder'] as const) clearTimer(data, kind, id)
  followCode(data, instance)
  const subject = { ...about(instance), ...(orderId !== undefined && { orderId }) }
  await tellIfCalled(store, 'release', subject)
}

// What is done by hand has no calls, and License 1.0 none that unfreezes.
async function tellIfCalled(store: Store, act: Act, subject: Subject): Promise<void> {
  const product = found(store.data.products, subject.product, 'product')
  if (makeCallOf(act, product) !== undefined) await store.tell(act, subject)
}

/** The instance, if the buyer can use it or could again; refused otherwise. */
export function runningInstance({ data }: Store, id: string): SoldInstance {
  const instance = found(data.instances, id, 'instance')
  const { supervision } = found(data.orders, instance.order, 'order')
  const isAccepted = supervision === undefined || ['ACCEPTED', 'DONE'].includes(supervision.node)
  if (!isAccepted)
    throw new ActionRefused(
      `The buyer has not accepted ${id} yet: its supervision is at ${supervision.node}.`,
      `用户尚未验收 ${id}：服务监管处于 ${supervision.node}。`,
    )
  if (instance.status === 'ACTIVE' || instance.status === 'FROZEN') return instance
  throw notIn(instance)
}

/** The instance, if the seller has made it and it is not gone; refused otherwise. */
export function madeInstance({ data }: Store, id: string): SoldInstance {
  const instance = found(data.instances, id, 'instance')
  if (['PROVISIONING', 'ACTIVE', 'FROZEN'].includes(instance.status)) return instance
  throw notIn(instance)
}

function notIn({ id, status }: SoldInstance): ActionRefused {
  return new ActionRefused(`The instance ${id} is ${status}.`, `实例 ${id} 的状态为 ${status}。`)
}
