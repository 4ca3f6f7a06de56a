import type { SellerSchemas } from '../../contract/index.ts'
import { createBooks } from './accounts.ts'
import { createCaller, createStoreCaller, type CallerOptions, type CallOptions } from './caller.ts'
import { debugCases, debugCasesOf, nothingSealed, type DebugCase } from '../calls/debug-cases.ts'
import type { Delivery } from './delivery.ts'
import { replayCases } from './dial-test.ts'
import {
  buy,
  flagOf,
  refresh,
  upgrade,
  type Ask,
  type Expecting,
  type Shop,
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
 * The store. Each method makes one call with its documented repeats; the books change only when the
 * seller carried it out. An instance that a test purchase made is called as a test. What goes by the
 * terms of a purchase (renew, cancelRenewal, check, changeOnRenewal, upgrade, unsubscribing) rejects
 * for an instance that was not sold here.
 */
export interface SimulatedStore {
  /** Sells a product, 50 of the yearly standard one unless told, and asks for an instance. */
  readonly buy: (ask?: Ask & { readonly test?: boolean }) => Promise<Delivery>
  /** Asks for the instance again and again until it is ready, as after `000004`. */
  readonly poll: (instanceId: string) => Promise<Delivery>
  /** Asks once. */
  readonly query: (instanceId: string, options?: Expecting) => Promise<Delivery>
  readonly renew: (instanceId: string, ask?: Ask) => Promise<Delivery>
  /** Takes the last renewal back. */
  readonly cancelRenewal: (instanceId: string, options?: Expecting) => Promise<Delivery>
  /** Asks whether a renewal may change to this. */
  readonly check: (instanceId: string, ask?: Ask) => Promise<Delivery>
  /** Renews with another product or quantity. */
  readonly changeOnRenewal: (instanceId: string, ask?: Ask) => Promise<Delivery>
  readonly upgrade: (instanceId: string, ask?: Ask) => Promise<Delivery>
  readonly freeze: (instanceId: string, options?: Expecting) => Promise<Delivery>
  readonly unfreeze: (instanceId: string, options?: Expecting) => Promise<Delivery>
  /** Releases after the frozen time, or because the buyer unsubscribed, which is an order. */
  readonly release: (instanceId: string, options?: ReleaseOptions) => Promise<Delivery>
  /** Tells of an order: the one that is given, or a new one of a one-time product. */
  readonly notify: (order?: OrderKey) => Promise<Delivery>
  /** Replays saved debug cases once each, in the order given. */
  readonly dialTest: (cases?: readonly DebugCase[]) => Promise<Delivery>
  /** What the books say that the buyer has. */
  readonly subscription: (instanceId: string) => Subscription | undefined
}

export interface ReleaseOptions extends Expecting {
  readonly unsubscribed?: boolean
}

/** Opens a store for one seller. It only calls; the order query it goes with is startOrderStore. */
export function createSimulatedStore(options: SimulatedStoreOptions): SimulatedStore {
  const { clock, orderStore, sells } = options
  const books = createBooks(clock, orderStore)
  const shop: Shop = { clock, books, call: createCaller(options, sells) }
  const callStore = createStoreCaller(options)
  const own = sells === 'licenseA' ? debugCasesOf(sells, nothingSealed) : debugCases
  return {
    buy: (ask) => buy(shop, ask),
    poll: (id) => tell(shop, { activity: 'queryInstance', instanceId: id }, { polling: true }),
    query: (id, how) => tell(shop, { activity: 'queryInstance', instanceId: id }, how),
    renew: (id, ask = {}) => refresh(shop, id, 'RENEWAL', (has) => renewed(has, ask), ask),
    cancelRenewal: (id, how) =>
      refresh(shop, id, 'UNSUBSCRIBE_RENEWAL_PERIOD', renewalCancelled, how),
    check: (id, ask = {}) => check(shop, id, ask),
    changeOnRenewal: (id, ask = {}) =>
      refresh(shop, id, 'RENEWAL_CHANGE', (has) => renewed(has, ask), ask),
    upgrade: (id, ask) => upgrade(shop, id, ask),
    freeze: (id, how) => setStatus(shop, id, 'FREEZE', how),
    unfreeze: (id, how) => setStatus(shop, id, 'UNFREEZE', how),
    release: (id, how) => release(shop, id, how),
    notify: (order) => notify(shop, order),
    dialTest: (cases = own) => replayCases(callStore, cases),
    subscription: shop.books.find,
  }
}

type SaasV2Request = SellerSchemas['SaasV2Request']
type AboutInstance = Exclude<SaasV2Request, { activity: 'newInstance' }>

function tell(
  { call, books }: Shop,
  members: AboutInstance,
  how: CallOptions = {},
): Promise<Delivery> {
  const test = books.find(members.instanceId)?.test ?? false
  return call(() => ({ ...members, ...flagOf(test) }), { ...how, test })
}

function setStatus(
  shop: Shop,
  instanceId: string,
  status: SellerSchemas['UpdateInstanceStatus']['status'],
  how?: Expecting,
): Promise<Delivery> {
  return tell(shop, { activity: 'updateInstanceStatus', instanceId, status }, how)
}

// The page names no members of productInfo; these are the order query's (inferred).
async function check(shop: Shop, instanceId: string, ask: Ask): Promise<Delivery> {
  const { product, quantity } = chosen(shop.books.presentOf(instanceId), ask)
  const { productId, skuCode, productName } = product
  const productInfo = { productId, skuCode, linearValue: quantity, productName }
  return tell(shop, { activity: 'changeInstanceCheck', instanceId, productInfo }, ask)
}

async function release(
  shop: Shop,
  instanceId: string,
  how: ReleaseOptions = {},
): Promise<Delivery> {
  const { books } = shop
  const order = how.unsubscribed && books.place('UNSUBSCRIBE', books.presentOf(instanceId))
  return tell(shop, { activity: 'releaseInstance', instanceId, ...order }, how)
}

async function notify({ call, books }: Shop, given?: OrderKey): Promise<Delivery> {
  const { oneTime: product } = products
  const order = given ?? books.place('NEW', { product, quantity: 1, expireTime: undefined })
  return { ...(await call(() => ({ activity: 'orderNotify', ...order }))), order }
}
