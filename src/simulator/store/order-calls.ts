import { randomUUID } from 'node:crypto'
import type { SellerSchemas } from '../../contract/index.ts'
import type { Books } from './accounts.ts'
import type { Call, CallOptions } from './caller.ts'
import type { StoreBody } from '../calls/calls.ts'
import type { Clock } from '../clock.ts'
import { isCarriedOut, type Delivery } from './delivery.ts'
import type { OrderKey } from '../products/order-ids.ts'
import { products } from '../products/products.ts'
import { callTime } from '../store-time.ts'
import { bought, upgraded } from '../products/subscription.ts'
import type { PeriodTerms, Subscription, Terms, Wish } from '../products/subscription.ts'

/** What a store works with. */
export interface Shop {
  readonly call: Call
  readonly books: Books
  readonly clock: Clock
}

/** Result codes to take as right, if not the usual ones. */
export type Expecting = Pick<CallOptions, 'accepts'>
/** What the buyer wants, and what answer is right. */
export type Ask = Wish & Expecting

/** Marks calls of the debugger and the dial test; a real call leaves the flag out (since 2025). */
export function flagOf(test: boolean): { testFlag?: '1' } {
  return test ? { testFlag: '1' } : {}
}

/** A purchase (newInstance), and the subscription that comes of it. */
export async function buy(
  { call, books, clock }: Shop,
  ask: Ask & { readonly test?: boolean } = {},
): Promise<Delivery> {
  const { product = products.standardYear, quantity = 50, periods = 1, test = false } = ask
  const terms = bought({ product, quantity, periods }, clock.now())
  const order = books.place('NEW', terms, periods)
  // The store sends another businessId each time.
  const body = () =>
    ({ activity: 'newInstance', businessId: randomUUID(), ...order, ...flagOf(test) }) as const
  const delivery = await call(body, { ...ask, test })
  const instanceId = delivery.attempts.at(-1)?.answer.instanceId
  if (delivery.end !== 'done' || instanceId === undefined) return { ...delivery, order }
  books.keep({ ...terms, instanceId, latest: order, test })
  return { ...delivery, order, instanceId }
}

type Scene = SellerSchemas['RefreshInstance']['scene']

const orderTypes = {
  TRIAL_TO_FORMAL: 'TRIAL_TO_FORMAL',
  RENEWAL: 'RENEW',
  // How the order query calls a renewal with a change is not documented.
  RENEWAL_CHANGE: 'RENEW',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'UNSUBSCRIBE',
} as const satisfies Record<Scene, string>

/** A call of refreshInstance about new terms, whose expiry it tells. */
export async function refresh(
  shop: Shop,
  instanceId: string,
  scene: Scene,
  termsOf: (present: Subscription) => PeriodTerms,
  ask: Ask = {},
): Promise<Delivery> {
  const present = shop.books.presentOf(instanceId)
  const terms = termsOf(present)
  const { product, expireTime } = terms
  const { productId, periodType } = product
  return carryOut(shop, { present, terms, orderType: orderTypes[scene], ask }, (order) => ({
    activity: 'refreshInstance',
    scene,
    instanceId,
    expireTime: callTime(expireTime),
    // Sent only when the kind of period changes; else the order query tells the product.
    ...(periodType !== present.product.periodType && { productId }),
    ...order,
    ...flagOf(present.test),
  }))
}

/** An upgrade (upgradeInstance); what was bought stands in the order only. */
export async function upgrade(shop: Shop, instanceId: string, ask: Ask = {}): Promise<Delivery> {
  const present = shop.books.presentOf(instanceId)
  const terms = upgraded(present, ask)
  return carryOut(shop, { present, terms, orderType: 'CHANGE', ask }, (order) => ({
    activity: 'upgradeInstance',
    instanceId,
    ...order,
    ...flagOf(present.test),
  }))
}

interface Change {
  readonly present: Subscription
  readonly terms: Terms
  readonly orderType: string
  readonly ask: Ask
}

async function carryOut(
  { call, books }: Shop,
  { present, terms, orderType, ask }: Change,
  bodyOf: (order: OrderKey) => StoreBody,
): Promise<Delivery> {
  const order = books.place(orderType, terms, ask.periods)
  const body = bodyOf(order)
  const delivery = { ...(await call(() => body, { ...ask, test: present.test })), order }
  if (isCarriedOut(delivery)) books.keep({ ...present, ...terms, latest: order })
  return delivery
}
