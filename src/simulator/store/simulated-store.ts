import type { SellerSchemas } from '../../contract/index.ts'
import {
  changeCheckBody,
  instanceStatusBody,
  queryInstanceBody,
  releaseInstanceBody,
} from '../calls/bodies-v2.ts'
import { createAccounts } from './accounts.ts'
import { createCaller, createStoreCaller, type CallerOptions, type CallOptions } from './caller.ts'
import { debugCases, debugCasesOf, noEncryption, type DebugCase } from '../calls/debug-cases.ts'
import type { Delivery } from './delivery.ts'
import { replayCases } from './dial-test.ts'
import {
  buy,
  flagOf,
  refresh,
  upgrade,
  type OrderOptions,
  type AcceptedAnswer,
  type Store,
} from './order-calls.ts'
import type { OrderKey } from '../products/order-ids.ts'
import type { OrderStore } from '../api/order-store.ts'
import { products } from '../products/products.ts'
import { chosen, renewalCancelled, renewed, type Subscription } from '../products/subscription.ts'

/** Whom to call, and where sold orders are put so that the seller's order query finds them. */
export interface SimulatedStoreOptions extends CallerOptions {
  readonly orderStore?: Pick<OrderStore, 'orders'>
  /** The kind of product: an online license (A) is called like SaaS V2, at a path of its own. */
  readonly sells?: 'saasV2' | 'licenseA'
}

/**
 * The store. Each method makes one call with its documented repeats; the accounts change only when the
 * seller carried it out. An instance that a test purchase made is called as a test. What goes by the
 * terms of a purchase (renew, cancelRenewal, check, changeOnRenewal, upgrade, unsubscribing) rejects
 * for an instance that was not sold here.
 */
export interface SimulatedStore {
  /** Sells a product, 50 of the yearly standard one by default, and asks for an instance. */
  readonly buy: (options?: OrderOptions & { readonly test?: boolean }) => Promise<Delivery>
  /** Asks for the instance again and again until it is ready, as after `000004`. */
  readonly poll: (instanceId: string) => Promise<Delivery>
  /** Asks once. */
  readonly query: (instanceId: string, settings?: AcceptedAnswer) => Promise<Delivery>
  readonly renew: (instanceId: string, options?: OrderOptions) => Promise<Delivery>
  /** Takes the last renewal back. */
  readonly cancelRenewal: (instanceId: string, settings?: AcceptedAnswer) => Promise<Delivery>
  /** Asks whether a renewal may change to this. */
  readonly check: (instanceId: string, options?: OrderOptions) => Promise<Delivery>
  /** Renews with another product or quantity. */
  readonly changeOnRenewal: (instanceId: string, options?: OrderOptions) => Promise<Delivery>
  readonly upgrade: (instanceId: string, options?: OrderOptions) => Promise<Delivery>
  readonly freeze: (instanceId: string, settings?: AcceptedAnswer) => Promise<Delivery>
  readonly unfreeze: (instanceId: string, settings?: AcceptedAnswer) => Promise<Delivery>
  /** Releases after the frozen time, or because the buyer unsubscribed, which is an order. */
  readonly release: (instanceId: string, settings?: ReleaseOptions) => Promise<Delivery>
  /** Tells of an order: the one that is given, or a new one of a one-time product. */
  readonly notify: (order?: OrderKey) => Promise<Delivery>
  /** Replays saved debug cases once each, in the order given. */
  readonly dialTest: (cases?: readonly DebugCase[]) => Promise<Delivery>
  /** What the accounts say that the buyer has. */
  readonly subscription: (instanceId: string) => Subscription | undefined
}

export interface ReleaseOptions extends AcceptedAnswer {
  readonly unsubscribed?: boolean
}

/** Opens a store for one seller. It only calls; the order query it goes with is startOrderStore. */
export function createSimulatedStore(settings: SimulatedStoreOptions): SimulatedStore {
  const { clock, orderStore, sells } = settings
  const accounts = createAccounts(clock, orderStore)
  const store: Store = { clock, accounts, call: createCaller(settings, sells) }
  const callStore = createStoreCaller(settings)
  const own = sells === 'licenseA' ? debugCasesOf(sells, noEncryption) : debugCases
  return {
    buy: (options) => buy(store, options),
    poll: (id) => callAbout(store, queryInstanceBody(id), { polling: true }),
    query: (id, options) => callAbout(store, queryInstanceBody(id), options),
    renew: (id, options = {}) =>
      refresh(store, id, 'RENEWAL', (has) => renewed(has, options), options),
    cancelRenewal: (id, options) =>
      refresh(store, id, 'UNSUBSCRIBE_RENEWAL_PERIOD', renewalCancelled, options),
    check: (id, options = {}) => check(store, id, options),
    changeOnRenewal: (id, options = {}) =>
      refresh(store, id, 'RENEWAL_CHANGE', (has) => renewed(has, options), options),
    upgrade: (id, options) => upgrade(store, id, options),
    freeze: (id, options) => setStatus(store, id, 'FREEZE', options),
    unfreeze: (id, options) => setStatus(store, id, 'UNFREEZE', options),
    release: (id, options) => release(store, id, options),
    notify: (order) => notify(store, order),
    dialTest: (cases = own) => replayCases(callStore, cases),
    subscription: store.accounts.find,
  }
}

type SaasV2Request = SellerSchemas['SaasV2Request']
type AboutInstance = Exclude<SaasV2Request, { activity: 'newInstance' }>

function callAbout(
  { call, accounts }: Store,
  members: AboutInstance,
  options: CallOptions = {},
): Promise<Delivery> {
  const test = accounts.find(members.instanceId)?.test ?? false
  return call(() => ({ ...members, ...flagOf(test) }), { ...options, test })
}

function setStatus(
  store: Store,
  instanceId: string,
  status: SellerSchemas['UpdateInstanceStatus']['status'],
  options?: AcceptedAnswer,
): Promise<Delivery> {
  return callAbout(store, instanceStatusBody(instanceId, status), options)
}

async function check(store: Store, instanceId: string, options: OrderOptions): Promise<Delivery> {
  const { product, quantity } = chosen(store.accounts.presentOf(instanceId), options)
  return callAbout(store, changeCheckBody(instanceId, product, quantity), options)
}

async function release(
  store: Store,
  instanceId: string,
  options: ReleaseOptions = {},
): Promise<Delivery> {
  const { accounts } = store
  const order =
    options.unsubscribed === true
      ? accounts.placeOrder('UNSUBSCRIBE', accounts.presentOf(instanceId))
      : undefined
  return callAbout(store, releaseInstanceBody(instanceId, order), options)
}

async function notify({ call, accounts }: Store, given?: OrderKey): Promise<Delivery> {
  const { oneTime: product } = products
  const order = given ?? accounts.placeOrder('NEW', { product, quantity: 1, expireTime: undefined })
  return { ...(await call(() => ({ activity: 'orderNotify', ...order }))), order }
}
