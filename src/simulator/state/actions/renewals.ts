import { endOf, placeOrder } from '../life/orders.ts'
import { about, runningInstance } from '../life/instances.ts'
import type { Moment } from '../moment.ts'
import { ActionRefused, counted, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { Offer, PlacedOrder, Purpose, SoldInstance } from '../store-data.ts'
import { mostPeriods, offerOf, pay } from './purchases.ts'

/** What is chosen anew; what is left out stays as it is. */
export interface RenewalWish {
  readonly instance: string
  /** The product id (productId) of an offer. */
  readonly offer?: string
  readonly quantity?: number
  readonly periods?: number
  /** False leaves the order to be paid later. */
  readonly pay?: boolean
}

/** Renews by so many periods, from the present end on. Another specification or quantity is a change. */
export async function renew(store: Store, wish: RenewalWish): Promise<PlacedOrder> {
  const instance = runningInstance(store, wish.instance)
  const chosen = chosenBy(store, instance, wish)
  const { offer, quantity } = chosen
  if (instance.trial) return order(store, instance, 'TRIAL_TO_FORMAL', chosen, wish)
  const changes = offer.skuCode !== instance.offer.skuCode || quantity !== instance.quantity
  if (changes) await checkChange(store, instance, chosen)
  return order(store, instance, changes ? 'RENEWAL_CHANGE' : 'RENEWAL', chosen, wish)
}

/** Changes specification or quantity until the same end. */
export async function upgrade(store: Store, wish: RenewalWish): Promise<PlacedOrder> {
  const instance = runningInstance(store, wish.instance)
  refuseTrial(instance)
  const { offer, quantity } = chosenBy(store, instance, wish)
  return order(store, instance, 'UPGRADE', { offer, quantity, periods: 1 }, wish)
}

/** Takes the last renewal back, as long as it has not begun (UNS-3, UNS-4). */
export async function cancelRenewal(store: Store, id: string): Promise<PlacedOrder> {
  const instance = runningInstance(store, id)
  const before = instance.earlier.at(-1)
  const { generation = '', name } = found(store.data.products, instance.product, 'product')
  if (before === undefined)
    throw new ActionRefused(`${id} was never renewed.`, `${id} 没有续费订单。`)
  if (before.expireTime <= store.data.now)
    throw new ActionRefused(
      'The renewed period has begun: it cannot be cancelled.',
      '续费周期已生效，不能退续费。',
      'UNS-3',
    )
  if (generation === 'licenseB')
    throw new ActionRefused(
      `${name} is of License 1.0, which documents no cancelled renewal.`,
      `${name} 为 License 1.0，文档没有退续费的说明。`,
    )
  const { offer, quantity, expireTime } = before
  const terms = { offer, quantity, periods: 1, expireTime }
  return order(store, instance, 'UNSUBSCRIBE_RENEWAL_PERIOD', terms, {})
}

interface Chosen {
  readonly offer: Offer
  readonly quantity: number
  readonly periods: number
  readonly expireTime?: Moment
}

function chosenBy({ data }: Store, instance: SoldInstance, wish: RenewalWish): Chosen {
  const product = found(data.products, instance.product, 'product')
  const quantity = counted(wish.quantity ?? instance.quantity, 'quantity')
  const periods = counted(wish.periods ?? 1, 'periods', mostPeriods)
  const offer = wish.offer === undefined ? instance.offer : offerOf(product, wish.offer)
  return { offer, quantity, periods }
}

async function order(
  store: Store,
  instance: SoldInstance,
  purpose: Exclude<Purpose, 'NEW' | 'TRIAL' | 'UNSUBSCRIBE'>,
  chosen: Chosen,
  { pay: paysAtOnce = true }: { readonly pay?: boolean },
): Promise<PlacedOrder> {
  const { offer, quantity, periods } = chosen
  const expireTime = chosen.expireTime ?? endAfter(instance, purpose, chosen)
  const price = offer.price * quantity * periods
  const placed = placeOrder(store, {
    ...{ purpose, offer, quantity, periods, expireTime },
    state: 'pendingPayment',
    customerId: instance.customerId,
    product: instance.product,
    instance: instance.id,
    amount: purpose === 'UNSUBSCRIBE_RENEWAL_PERIOD' ? -price : price,
    extendParams: {},
  })
  if (paysAtOnce) await pay(store, placed.orderId)
  return placed
}

function endAfter({ expireTime, id }: SoldInstance, purpose: Purpose, chosen: Chosen): Moment {
  const isRenewed = purpose !== 'UPGRADE'
  const end = isRenewed ? endOf(expireTime ?? 0, chosen.offer, chosen.periods) : expireTime
  if (expireTime !== undefined && end !== undefined) return end
  throw new ActionRefused(`${id} has no period.`, `${id} 不是包周期商品。`)
}

/** Asks whether the seller lets a renewal change to this (续费变更校验), where the interface is. */
async function checkChange(store: Store, instance: SoldInstance, { offer, quantity }: Chosen) {
  const { generation, name } = found(store.data.products, instance.product, 'product')
  if (generation !== 'saasV2')
    throw new ActionRefused(
      `${name}: only SaaS V2 documents a renewal with a change.`,
      `${name}：只有 SaaS V2.0 支持续费变更。`,
    )
  const subject = { ...about(instance), offer: offer.productId, quantity }
  const { state, exception } = await store.tell('check', subject)
  if (state !== 'SUCCESS')
    throw new ActionRefused(
      `The seller refuses the change: ${exception?.en ?? ''}`,
      `商家不允许该变更：${exception?.zh ?? ''}`,
    )
}

function refuseTrial({ trial, id }: SoldInstance): void {
  if (trial)
    throw new ActionRefused(
      `${id} is a trial: it is converted by renewing it first.`,
      `${id} 为试用实例，请先转为正式商品（续费）。`,
    )
}
