import { randomUUID } from 'node:crypto'
import { newInstanceBody, refreshInstanceBody, upgradeInstanceBody } from '../calls/bodies-v2.ts'
import type { Accounts } from './accounts.ts'
import type { Call, CallOptions } from './caller.ts'
import type { StoreBody } from '../calls/calls.ts'
import type { Clock } from '../clock.ts'
import { isCarriedOut, type Delivery } from './delivery.ts'
import type { OrderKey } from '../products/order-ids.ts'
import { products } from '../products/products.ts'
import { bought, upgraded } from '../products/subscription.ts'
import type { PeriodTerms, Subscription, Terms, PurchaseOptions } from '../products/subscription.ts'

/** What a store works with. */
export interface Store {
  readonly call: Call
  readonly accounts: Accounts
  readonly clock: Clock
}

/** Result codes to take as right, if not the usual ones. */
export type AcceptedAnswer = Pick<CallOptions, 'accepts'>
/** What the buyer wants, and what answer is right. */
export type OrderOptions = PurchaseOptions & AcceptedAnswer

/** Marks calls of the debugger and the dial test; a real call leaves the flag out (since 2025). */
export function flagOf(test: boolean): { testFlag?: '1' } {
  return test ? { testFlag: '1' } : {}
}

/** A purchase (newInstance), and the subscription that comes of it. */
export async function buy(
  { call, accounts, clock }: Store,
  options: OrderOptions & { readonly test?: boolean } = {},
): Promise<Delivery> {
  const { product = products.standardYear, quantity = 50, periods = 1, test = false } = options
  const terms = bought({ product, quantity, periods }, clock.now())
  const order = accounts.placeOrder('NEW', terms, periods)
  const body = () => ({ ...newInstanceBody(order, randomUUID()), ...flagOf(test) })
  const delivery = await call(body, { ...options, test })
  const instanceId = delivery.attempts.at(-1)?.answer.instanceId
  if (delivery.end !== 'done' || instanceId === undefined) return { ...delivery, order }
  accounts.save({ ...terms, instanceId, latest: order, test })
  return { ...delivery, order, instanceId }
}

const orderTypes = {
  TRIAL_TO_FORMAL: 'TRIAL_TO_FORMAL',
  RENEWAL: 'RENEW',
  // How the order query calls a renewal with a change is not documented.
  RENEWAL_CHANGE: 'RENEW',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'UNSUBSCRIBE',
} as const

type Scene = keyof typeof orderTypes

/** A call of refreshInstance about new terms, whose expiry it tells. */
export async function refresh(
  store: Store,
  instanceId: string,
  scene: Scene,
  termsOf: (present: Subscription) => PeriodTerms,
  options: OrderOptions = {},
): Promise<Delivery> {
  const present = store.accounts.presentOf(instanceId)
  const terms = termsOf(present)
  const { product, expireTime } = terms
  return carryOut(
    store,
    { present, terms, orderType: orderTypes[scene], ask: options },
    (order) => ({
      ...refreshInstanceBody(instanceId, {
        ...{ scene, order, product, expireTime },
        present: present.product,
      }),
      ...flagOf(present.test),
    }),
  )
}

/** An upgrade (upgradeInstance); what was bought stands in the order only. */
export async function upgrade(
  store: Store,
  instanceId: string,
  options: OrderOptions = {},
): Promise<Delivery> {
  const present = store.accounts.presentOf(instanceId)
  const terms = upgraded(present, options)
  return carryOut(store, { present, terms, orderType: 'CHANGE', ask: options }, (order) => ({
    ...upgradeInstanceBody(instanceId, order),
    ...flagOf(present.test),
  }))
}

interface Change {
  readonly present: Subscription
  readonly terms: Terms
  readonly orderType: string
  readonly ask: OrderOptions
}

async function carryOut(
  { call, accounts }: Store,
  { present, terms, orderType, ask: options }: Change,
  bodyOf: (order: OrderKey) => StoreBody,
): Promise<Delivery> {
  const order = accounts.placeOrder(orderType, terms, options.periods)
  const body = bodyOf(order)
  const delivery = { ...(await call(() => body, { ...options, test: present.test })), order }
  if (isCarriedOut(delivery)) accounts.save({ ...present, ...terms, latest: order })
  return delivery
}
