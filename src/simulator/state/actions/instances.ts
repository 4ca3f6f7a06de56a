import { dayMs } from '../moment.ts'
import {
  about,
  expire,
  freeze,
  madeInstance,
  release,
  runningInstance,
  unfreeze,
} from '../life/instances.ts'
import { placeOrder } from '../life/orders.ts'
import { approve, refund } from '../life/unsubscriptions.ts'
import { ActionRefused, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { PlacedOrder, SoldInstance } from '../store-data.ts'
import type { StoreMessage } from '../message.ts'
import { tellOfOrder } from './purchases.ts'

/** Within so many days a product without supervision is unsubscribed without a reason. */
const noReasonDays = 5

/** Asks the seller for the instance, as the buyer's page (资源详情) does; V1 buys once more. */
export function openPage(store: Store, id: string): Promise<StoreMessage> {
  const instance = found(store.data.instances, id, 'instance')
  const { generation } = found(store.data.products, instance.product, 'product')
  const { chargingMode } = instance.offer
  const isUsage = chargingMode === 'ON_DEMAND' || chargingMode === 'ON_DEMAND_PKG'
  const opens = generation === 'saasV1' && !isUsage
  return opens
    ? store.tell('open', { ...about(instance), orderId: instance.order })
    : store.tell('query', about(instance))
}

/** Lets the period end now. */
export async function expireNow(store: Store, id: string): Promise<SoldInstance> {
  const instance = runningInstance(store, id)
  if (instance.expireTime === undefined)
    throw new ActionRefused(`${id} does not expire.`, `${id} 不会到期。`)
  instance.expireTime = store.data.now
  await expire(store, id)
  return instance
}

/** Freezes for a violation (违规). */
export async function violate(store: Store, id: string): Promise<SoldInstance> {
  const instance = runningInstance(store, id)
  if (!instance.frozenBy.includes('violation')) await freeze(store, instance, 'violation')
  return instance
}

/** The violation is cleared. What expired is unfrozen by a renewal only. */
export async function clearViolation(store: Store, id: string): Promise<SoldInstance> {
  const instance = runningInstance(store, id)
  if (!instance.frozenBy.includes('violation'))
    throw new ActionRefused(
      `${id} is not frozen for a violation; what expired is unfrozen by renewing it.`,
      `${id} 未因违规冻结；到期冻结需通过续费解冻。`,
    )
  await unfreeze(store, instance, 'violation')
  return instance
}

/** Releases now, as after the frozen time. */
export async function releaseNow(store: Store, id: string): Promise<SoldInstance> {
  const instance = madeInstance(store, id)
  await release(store, id)
  return instance
}

/**
 * Asks to unsubscribe: what is supervised by agreement with the seller, what is not without a reason
 * within five days, and else by the store's own operations alone (`byOperations`).
 */
export async function unsubscribe(
  store: Store,
  { instance: id, amount, byOperations = false }: UnsubscribeWish,
): Promise<PlacedOrder> {
  const { data } = store
  const instance = madeInstance(store, id)
  const purchase = found(data.orders, instance.order, 'order')
  const { supervised } = found(data.products, instance.product, 'product')
  if (!byOperations) refuseUnlessAllowed(store, instance, purchase)
  const refunded = amount ?? purchase.amount
  if (refunded < 0 || refunded > purchase.amount)
    throw new ActionRefused(
      `The amount must be from 0 to ${purchase.amount}, what was paid.`,
      `退款金额须在 0 到实付金额 ${purchase.amount} 之间。`,
      'UNS-1',
    )
  const order = placeOrder(store, {
    ...purchase,
    purpose: 'UNSUBSCRIBE',
    amount: -refunded,
    state: 'processing',
  })
  order.unsubscription = { state: 'REQUESTED', order: purchase.orderId, amount: refunded }
  await tellOfOrder(store, order)
  if (byOperations || !supervised) await refund(store, order.orderId)
  return order
}

interface UnsubscribeWish {
  readonly instance: string
  readonly amount?: number
  readonly byOperations?: boolean
}

function refuseUnlessAllowed({ data }: Store, instance: SoldInstance, purchase: PlacedOrder) {
  const { supervision, placedAt } = purchase
  const hasEnded = instance.frozenBy.includes('expiry')
  if (instance.trial || hasEnded)
    throw new ActionRefused(
      'A trial, or what expired, is not unsubscribed.',
      '试用订单或已到期的商品不能退订。',
      'UNS-3',
    )
  if (supervision?.node === 'DONE')
    throw new ActionRefused('The supervision is finished.', '服务监管已结束，不能退订。', 'UNS-3')
  const isPeriod = instance.offer.chargingMode === 'PERIOD'
  const isInTime = data.now <= placedAt + noReasonDays * dayMs
  if (supervision === undefined && !(isPeriod && isInTime))
    throw new ActionRefused(
      `Without supervision only a period is unsubscribed, within ${noReasonDays} days.`,
      `未涉及服务监管的商品，仅包周期可在${noReasonDays}天内无理由退订。`,
    )
}

/** The seller agrees, or refuses; the buyer takes the wish back. */
export function decideUnsubscription(
  store: Store,
  { order: id, decision }: { order: string; decision: 'approve' | 'reject' | 'withdraw' },
): PlacedOrder {
  const order = found(store.data.orders, id, 'order')
  if (order.unsubscription?.state !== 'REQUESTED')
    throw new ActionRefused(
      `${id} is not a request to unsubscribe.`,
      `${id} 不是待审核的退订申请。`,
    )
  if (decision === 'approve') {
    approve(store, order)
    return order
  }
  order.unsubscription.state = decision === 'reject' ? 'REJECTED' : 'WITHDRAWN'
  order.state = 'cancelled'
  return order
}

/** Moves an order to the product's present address and public key (订单修改设置). */
export function moveOrder({ data }: Store, id: string): SoldInstance {
  const instance = found(data.instances, id, 'instance')
  const { url, joint } = found(data.products, instance.product, 'product')
  instance.target = { url, ...(joint && { publicKey: joint.publicKey }) }
  return instance
}

/** Moves every order of a product (批量订单设置). */
export function moveOrders(store: Store, product: string): readonly SoldInstance[] {
  found(store.data.products, product, 'product')
  const own = Object.values(store.data.instances).filter((one) => one.product === product)
  return own.map(({ id }) => moveOrder(store, id))
}
