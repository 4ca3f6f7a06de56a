import { about } from '../life/instances.ts'
import { accepted } from '../life/supervision.ts'
import { ActionRefused, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { PlacedOrder, Supervision, SupervisionNode } from '../store-data.ts'

/** Steps of service supervision: who does what, from which node on. */
const steps = {
  /** The buyer hands in the request. */
  request: { from: 'REQUEST_PENDING', to: 'SELLER_CONFIRM' },
  /** The seller confirms it, or sends it back. */
  confirm: { from: 'SELLER_CONFIRM', to: 'DELIVERING' },
  refuse: { from: 'SELLER_CONFIRM', to: 'REQUEST_PENDING' },
  /** The seller has delivered (开通交付). */
  deliver: { from: 'DELIVERING', to: 'BUYER_ACCEPT' },
  /** Huawei Cloud has looked at the documents (华为云复核). */
  review: { from: 'HUAWEI_REVIEW', to: 'BUYER_ACCEPT' },
  /** The buyer accepts the delivery, or sends it back. */
  accept: { from: 'BUYER_ACCEPT', to: 'ACCEPTED' },
  reject: { from: 'BUYER_ACCEPT', to: 'DELIVERING' },
} as const satisfies Record<string, { from: SupervisionNode; to: SupervisionNode }>

export type SupervisionStep = keyof typeof steps

/** What a step brings along. */
export interface StepDetails {
  readonly order: string
  readonly step: SupervisionStep
  /** What the buyer fills in, such as the identification code of License 1.0. */
  readonly extendParams?: Readonly<Record<string, string>>
}

/** Takes a step of the supervision of an order, and calls the seller where its interfaces hear of it. */
export async function supervise(
  store: Store,
  { order: id, step, extendParams = {} }: StepDetails,
): Promise<PlacedOrder> {
  const order = found(store.data.orders, id, 'order')
  const supervision = supervisionAt(order, step)
  const { generation, reviewed } = found(store.data.products, order.product, 'product')
  if (step === 'refuse' || step === 'reject') supervision.rejections += 1
  Object.assign(order.extendParams, extendParams)
  if (step === 'accept') {
    await accepted(store, order)
    return order
  }
  const isReviewed = step === 'deliver' && reviewed === true
  supervision.node = isReviewed ? 'HUAWEI_REVIEW' : steps[step].to
  if (step === 'request' && generation === 'licenseB') await askForLicense(store, order)
  // V1 hears of the delivery in a purchase call once more.
  if (step === 'deliver' && generation === 'saasV1')
    await store.tell('accept', { ...subjectOf(store, order), orderId: id })
  return order
}

// License 1.0: the seller delivers in its answer, and confirms nothing by hand.
async function askForLicense(store: Store, order: PlacedOrder): Promise<void> {
  if (order.supervision) order.supervision.node = 'DELIVERING'
  await store.tell('purchase', { ...subjectOf(store, order), orderId: order.orderId })
}

function subjectOf({ data }: Store, { instance }: PlacedOrder) {
  return about(found(data.instances, instance, 'instance'))
}

/** Either side appeals at any node, which freezes the flow; operations decide within three working days. */
export function appeal(
  { data }: Store,
  { order: id, appealed }: { order: string; appealed: boolean },
): PlacedOrder {
  const order = found(data.orders, id, 'order')
  if (order.supervision === undefined) throw notSupervised(id)
  order.supervision.appealed = appealed
  return order
}

function supervisionAt(order: PlacedOrder, step: SupervisionStep): Supervision {
  const { supervision, orderId } = order
  if (supervision === undefined) throw notSupervised(orderId)
  if (supervision.appealed)
    throw new ActionRefused(
      `The supervision of ${orderId} is frozen by an appeal.`,
      `订单 ${orderId} 申诉处理中，服务监管已冻结。`,
    )
  if (supervision.node === steps[step].from) return supervision
  throw new ActionRefused(
    `The supervision of ${orderId} is at ${supervision.node}: ${step} is not its turn.`,
    `订单 ${orderId} 的服务监管处于 ${supervision.node}，不能执行 ${step}。`,
  )
}

function notSupervised(orderId: string): ActionRefused {
  return new ActionRefused(`${orderId} has no supervision.`, `订单 ${orderId} 不涉及服务监管。`)
}
