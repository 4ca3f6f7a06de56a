import { lengths } from '../../contract/index.ts'
import { type AppliedOrder, type Terms, changesPlan, effective, termsOf } from './applied-order.ts'
import type { Instance, OrderKey } from './instance.ts'

/** What was bought, and by which order that holds now. */
export interface Plan extends OrderKey, Omit<Terms, 'orderType'> {
  /** The type of that order; null as long as it was not read. */
  readonly orderType: string | null
}

/** What was bought: each order that counts overwrites only what it tells. */
export function planOf(orders: readonly AppliedOrder[]): Plan | null {
  return effective(orders).reduce<Plan | null>((plan, order) => {
    const { orderId, orderLineId } = order
    const { orderType = null, ...terms } = termsOf(order)
    const { products, ...kept } = plan ?? {}
    // One that names a product names all there are.
    const others = terms.productId === undefined && products !== undefined ? { products } : {}
    return { ...kept, ...others, ...terms, orderId, orderLineId, orderType }
  }, null)
}

/** True from a trial order until its conversion. */
export function isTrial(orders: readonly AppliedOrder[]): boolean {
  const counting = effective(orders)
  const types = counting.map((order) => termsOf(order).orderType)
  const isConverted = counting.some(({ role }) => role === 'conversion')
  return types.includes('TRIAL') && !isConverted && !types.includes('TRIAL_TO_FORMAL')
}

/** An instance whose orders are these: what follows from them follows. */
export function withOrders(instance: Instance, orders: readonly AppliedOrder[]): Instance {
  return {
    ...instance,
    orders,
    productId: planOf(orders)?.productId ?? null,
    trial: isTrial(orders),
    attention: attentionOf(instance.notes, orders),
  }
}

/** An instance with one more sentence for the operator; one that it has already is not said again. */
export function withNote(instance: Instance, note: string): Instance {
  if (instance.notes.includes(note)) return instance
  const notes = [...instance.notes, note]
  return { ...instance, notes, attention: attentionOf(notes, instance.orders) }
}

/** An instance without a sentence; the same one where it does not have it. */
export function withoutNote(instance: Instance, note: string): Instance {
  if (!instance.notes.includes(note)) return instance
  const notes = instance.notes.filter((one) => one !== note)
  return { ...instance, notes, attention: attentionOf(notes, instance.orders) }
}

function attentionOf(notes: readonly string[], orders: readonly AppliedOrder[]): string | null {
  const sentences = [...notes, ...orders.flatMap(sentenceOf), ...undecided(orders)]
  return sentences.length === 0 ? null : shortened(sentences.join('; '))
}

function shortened(text: string): string {
  return text.slice(0, lengths.attention).toWellFormed()
}

// Pay-per-use is keyed by order and product in the documents, but newInstance carries no product:
// an operator looks at a line that sold several.
function sentenceOf({ orderId, orderLineId, ...order }: AppliedOrder): string[] {
  const { productCount, isUncertain } = order
  return [
    ...(productCount > 1
      ? [`order ${orderId} shows ${productCount} products on line ${orderLineId}`]
      : []),
    ...(isUncertain
      ? [`order ${orderId} cancels a renewal, and which plan holds again is not certain`]
      : []),
  ]
}

// Orders of V1 and of test calls are never read: nobody could decide, so nobody is asked to.
function undecided(orders: readonly AppliedOrder[]): string[] {
  const changes = effective(orders).filter(changesPlan)
  const last = changes.at(-1)
  const open = changes.find(
    (one) => one !== last && (isTimeMissing(one) || (last !== undefined && isTimeMissing(last))),
  )
  if (last === undefined || open === undefined) return []
  return [
    `orders ${open.orderId} and ${last.orderId} both change the plan, and which was placed later is not known`,
  ]
}

function isTimeMissing({ createdAt, isQueried }: AppliedOrder): boolean {
  return isQueried && createdAt === null
}
