import { newUuid } from '../ids.ts'
import { makeCode } from '../life/licenses.ts'
import { endOf, endOfTrial, placeOrder } from '../life/orders.ts'
import { ActionRefused, counted, found } from '../refused.ts'
import { keyFor, keyTypeOf } from '../seller-call.ts'
import type { Store } from '../store.ts'
import type {
  Buyer,
  ListedProduct,
  Offer,
  PlacedOrder,
  SoldInstance,
  Supervision,
  Target,
} from '../store-data.ts'

/** What a buyer chooses; the first offer, one of it, for one period, by default. */
export interface Purchase {
  readonly product: string
  readonly offer?: string
  readonly customerId?: string
  readonly quantity?: number
  readonly periods?: number
  readonly trial?: boolean
  readonly extendParams?: Readonly<Record<string, string>>
  /** False leaves the order to be paid later. */
  readonly pay?: boolean
}

/** The number of periods has two digits at most (periodNumber of V1). */
export const mostPeriods = 99

/** Adds a buyer. */
export function addBuyer({ data }: Store, buyer: Buyer): Buyer {
  data.buyers[buyer.customerId] = buyer
  return buyer
}

/** Places an order and, unless it is said otherwise, pays it: the store calls the seller. */
export async function buy(store: Store, wish: Purchase): Promise<PlacedOrder> {
  const { data } = store
  const product = found(data.products, wish.product, 'product')
  refuseUnlessForSale(product)
  // Before anything is ordered: an order that cannot be told of would stand still.
  if (product.generation !== undefined) keyFor(data, product.url, keyTypeOf(product.generation))
  const offer = wish.offer === undefined ? firstOffer(product) : offerOf(product, wish.offer)
  const buyer = buyerOf(store, wish.customerId)
  const { trial = false, pay: paysAtOnce = true } = wish
  const quantity = counted(wish.quantity ?? 1, 'quantity')
  const periods = counted(wish.periods ?? 1, 'periods', mostPeriods)
  if (trial) refuseTrial(store, product, offer, buyer)
  const instance = newUuid(data)
  const expireTime = trial
    ? endOfTrial(data.now, offer.trialDays ?? 0)
    : endOf(data.now, offer, periods)
  const order = placeOrder(store, {
    purpose: trial ? 'TRIAL' : 'NEW',
    state: 'pendingPayment',
    customerId: buyer.customerId,
    product: product.id,
    ...{ offer, quantity, periods, instance },
    amount: trial ? 0 : offer.price * quantity * periods,
    extendParams: { ...wish.extendParams },
    ...(expireTime !== undefined && { expireTime }),
  })
  data.instances[instance] = newInstance(product, order)
  if (paysAtOnce) await pay(store, order.orderId)
  return order
}

function newInstance({ url, joint }: ListedProduct, order: PlacedOrder): SoldInstance {
  const { instance: id, orderId, customerId, product, purpose, offer, quantity, expireTime } = order
  const target: Target = { url, ...(joint && { publicKey: joint.publicKey }) }
  return {
    ...{ id, order: orderId, customerId, product, offer, quantity, target },
    status: 'REQUESTED',
    frozenBy: [],
    trial: purpose === 'TRIAL',
    earlier: [],
    ...(expireTime !== undefined && { expireTime }),
  }
}

function refuseUnlessForSale({ name, state }: ListedProduct): void {
  if (state === 'onSale' || state === 'hidden') return
  throw new ActionRefused(
    `${name} cannot be bought: ${state === 'delisted' ? 'it is delisted' : 'its trade is frozen'}.`,
    `${name} 无法购买：${state === 'delisted' ? '商品已下架' : '已冻结交易'}。`,
  )
}

function firstOffer({ name, offers }: ListedProduct): Offer {
  const [first] = offers
  if (first !== undefined) return first
  throw new ActionRefused(`${name} has no offer.`, `${name} 没有规格。`)
}

/** An offer of a product by its product id (productId); refused where there is none. */
export function offerOf({ offers }: ListedProduct, productId: string): Offer {
  return found(Object.fromEntries(offers.map((one) => [one.productId, one])), productId, 'offer')
}

function buyerOf({ data }: Store, customerId?: string): Buyer {
  if (customerId !== undefined) return found(data.buyers, customerId, 'buyer')
  const [first] = Object.values(data.buyers)
  if (first !== undefined) return first
  throw new ActionRefused('There is no buyer yet.', '还没有用户。')
}

function refuseTrial({ data }: Store, product: ListedProduct, offer: Offer, buyer: Buyer): void {
  if (offer.trialDays === undefined || offer.chargingMode !== 'PERIOD')
    throw new ActionRefused('This offer has no trial.', '该规格不支持免费试用。', 'TRY-2')
  const tried = Object.values(data.orders).some(
    ({ purpose, customerId, product: id, state }) =>
      purpose === 'TRIAL' &&
      customerId === buyer.customerId &&
      id === product.id &&
      !['cancelled', 'refunded'].includes(state),
  )
  if (tried)
    throw new ActionRefused(
      `${buyer.customerName} has tried ${product.name} already.`,
      `${buyer.customerName} 已试用过 ${product.name}，不能重复试用。`,
      'TRY-7',
    )
}

/** Takes an order back that was not paid. */
export function cancelOrder({ data }: Store, orderId: string): PlacedOrder {
  const order = unpaid(found(data.orders, orderId, 'order'))
  order.state = 'cancelled'
  return order
}

/** The order, if it waits to be paid; refused otherwise. */
function unpaid(order: PlacedOrder): PlacedOrder {
  if (order.state === 'pendingPayment') return order
  throw new ActionRefused(
    `The order ${order.orderId} does not wait to be paid: it is ${order.state}.`,
    `订单 ${order.orderId} 不是待付款状态（${order.state}）。`,
  )
}

// What each purpose calls; a purchase of License 1.0 waits for the buyer's identification code.
const actOf = {
  NEW: 'purchase',
  TRIAL: 'purchase',
  TRIAL_TO_FORMAL: 'renew',
  RENEWAL: 'renew',
  RENEWAL_CHANGE: 'renew',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'renew',
  UPGRADE: 'upgrade',
} as const

/** Pays an order: the store tells the seller what was bought. */
export async function pay(store: Store, orderId: string): Promise<PlacedOrder> {
  const { data } = store
  const order = unpaid(found(data.orders, orderId, 'order'))
  const product = found(data.products, order.product, 'product')
  order.state = 'processing'
  if (order.purpose === 'UNSUBSCRIBE') return order
  const isPurchase = order.purpose === 'NEW' || order.purpose === 'TRIAL'
  if (isPurchase) beginPurchase(store, product, order)
  const byHand = product.generation === undefined || product.generation === 'licenseC'
  const waits = isPurchase && (byHand || product.generation === 'licenseB')
  const subject = { product: product.id, instance: order.instance, orderId }
  if (!waits) await store.tell(actOf[order.purpose], subject)
  await tellOfOrder(store, order)
  return order
}

/** Tells of an order where the product is configured so (订单通知配置). */
export async function tellOfOrder(store: Store, { product, orderId }: PlacedOrder): Promise<void> {
  const { ordersUrl } = found(store.data.products, product, 'product')
  if (ordersUrl !== undefined) await store.tell('notify', { product, orderId })
}

function beginPurchase(store: Store, product: ListedProduct, order: PlacedOrder): void {
  const instance = found(store.data.instances, order.instance, 'instance')
  const node = firstNode(product)
  if (node !== undefined) order.supervision = { node, rejections: 0, appealed: false }
  if (product.generation === 'licenseC') makeCode(store, instance)
  if (product.generation === undefined || product.generation === 'licenseC')
    instance.status = 'PROVISIONING'
}

// Licenses have no request of the buyer, but for License 1.0, which wants an identification code.
function firstNode({ generation, supervised }: ListedProduct): Supervision['node'] | undefined {
  if (generation === 'licenseB') return 'REQUEST_PENDING'
  if (generation === 'licenseC') return 'DELIVERING'
  return supervised || generation === undefined ? 'REQUEST_PENDING' : undefined
}
