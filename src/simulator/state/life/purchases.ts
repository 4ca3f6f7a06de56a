import type { Outcome } from '../../calls/retry-windows.ts'
import { bodyOf, textOf } from '../../calls/answer.ts'
import { underWay } from '../../calls/result-codes.ts'
import type { Attempt } from '../../store/attempt.ts'
import type { StoreMessage } from '../message.ts'
import { found } from '../refused.ts'
import { type ActRules, notify, type Store } from '../store.ts'
import type { ListedProduct, PlacedOrder, SoldInstance } from '../store-data.ts'
import { monthInBeijing } from '../moment.ts'
import { placeOrder } from './orders.ts'
import { about, release, watchExpiry } from './instances.ts'

/** With more failed orders in a month than this a product is taken down (zh-cn_topic_0070649013). */
const mostFailedOrders = 5

/** A purchase: the seller's first answer names the instance. */
export const purchaseRules: ActRules = {
  async succeeded(store, message, attempt) {
    const instance = instanceOf(store, message)
    keepAnswer(store, instance, attempt)
    if (attempt.answer.resultCode === underWay) {
      instance.status = 'PROVISIONING'
      await store.tell('poll', about(instance))
    } else provisioned(store, instance)
  },
  async stopped(store, message, end) {
    if (end === 'refunded') await failPurchase(store, message)
  },
}

/** The query that is repeated until the instance is ready. */
export const pollRules: ActRules = {
  how: { polling: true },
  succeeded(store, message, attempt) {
    const instance = instanceOf(store, message)
    instance.shown = bodyOf(attempt.http)
    provisioned(store, instance)
  },
  // No document says what ends the polling; a buyer who gets nothing is refunded (inferred).
  stopped: (store, message) => failPurchase(store, message),
}

/** The buyer's page, which asks for the instance there and then. */
export const queryRules: ActRules = {
  succeeded(store, message, attempt) {
    instanceOf(store, message).shown = bodyOf(attempt.http)
  },
}

function instanceOf({ data }: Store, { subject }: StoreMessage): SoldInstance {
  const id = subject.instance ?? data.orders[subject.orderId ?? '']?.instance ?? ''
  return found(data.instances, id, 'instance')
}

function keepAnswer({ data }: Store, instance: SoldInstance, { answer, http }: Attempt): void {
  if (answer.instanceId !== undefined) instance.instanceId = answer.instanceId
  const body = bodyOf(http)
  const license = textOf(body?.['license'])
  if (license !== undefined) instance.license = license
  if (body?.['appInfo'] !== undefined) instance.shown = body
  const { supervision } = found(data.orders, instance.order, 'order')
  // License 1.0 is delivered in the answer: the buyer's turn.
  if (license !== undefined && supervision?.node === 'DELIVERING') supervision.node = 'BUYER_ACCEPT'
}

/** The instance is there: its period runs, and an order without supervision is complete. */
export function provisioned(store: Store, instance: SoldInstance): void {
  const order = found(store.data.orders, instance.order, 'order')
  if (instance.status === 'RELEASED' || instance.status === 'ACTIVE') return
  instance.status = 'ACTIVE'
  // What is supervised runs from its acceptance on (ORD-1).
  if (order.supervision !== undefined) return
  order.state = 'completed'
  watchExpiry(store, instance)
}

/** The store gives up: the order is refunded, and the instance, if the seller named one, released. */
async function failPurchase(store: Store, message: StoreMessage): Promise<void> {
  const { data } = store
  const instance = instanceOf(store, message)
  const order = found(data.orders, instance.order, 'order')
  failOrder(store, order)
  if (instance.instanceId === undefined) {
    instance.status = 'FAILED'
    return
  }
  const unsubscription = placeOrder(store, {
    ...order,
    purpose: 'UNSUBSCRIBE',
    amount: -order.amount,
    state: 'completed',
  })
  await release(store, instance.id, unsubscription.orderId)
}

/** An order that is refunded because the interface failed; too many of them take the product down. */
function failOrder(store: Store, order: PlacedOrder): void {
  const { data } = store
  order.state = 'refunded'
  order.failedAt = data.now
  notify(store, 'seller', {
    en: `The order ${order.orderId} failed and was refunded (SaaS与API资源开通失败).`,
    zh: `订单 ${order.orderId} 开通失败，已自动退订退款。`,
  })
  takeDownIfFailing(store, found(data.products, order.product, 'product'))
}

function takeDownIfFailing(store: Store, product: ListedProduct): void {
  const { data } = store
  const month = monthInBeijing(data.now)
  const failed = Object.values(data.orders).filter(
    (order) =>
      order.product === product.id &&
      order.failedAt !== undefined &&
      monthInBeijing(order.failedAt) === month,
  )
  if (failed.length <= mostFailedOrders || product.state === 'delisted') return
  product.state = 'delisted'
  notify(store, 'seller', {
    en: `${product.name} was taken down: ${failed.length} failed orders in ${month}.`,
    zh: `${product.name} 已被下架：${month} 内有 ${failed.length} 个订单因接口异常失败。`,
  })
}

/** For what an upgrade leaves undone. */
export function refundUpgrade(store: Store, { subject }: StoreMessage, end: Outcome): void {
  const order = found(store.data.orders, subject.orderId ?? '', 'order')
  if (end === 'refunded') failOrder(store, order)
}
