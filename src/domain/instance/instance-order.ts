import type { Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'

/** What an order query told of one order line. */
export interface OrderFacts extends OrderKey {
  readonly productIds: readonly string[]
  readonly expireTime: Date | null
}

/**
 * Completes an instance with a fetched order. The call itself always knows better than the order:
 * the product is taken only from the latest applied order (or when none is known yet) and not when
 * its call had named one, the expiry only when none is known. Returns the same instance when
 * nothing is new.
 */
export function completeWithOrder(
  instance: Instance,
  order: OrderFacts,
  callNamedProduct: boolean,
  now: Date,
): Instance {
  const change = {
    productId: productAfter(instance, order, callNamedProduct),
    expireTime: instance.expireTime ?? order.expireTime,
    attention: attentionAfter(instance, order),
  }
  const same =
    change.productId === instance.productId &&
    change.expireTime === instance.expireTime &&
    change.attention === instance.attention
  if (same || instance.phase === 'released') return instance
  return next(instance, now, change)
}

function productAfter(instance: Instance, order: OrderFacts, callNamedProduct: boolean) {
  const [productId = null] = order.productIds
  if (productId === null || callNamedProduct) return instance.productId
  return isLatest(instance, order) || instance.productId === null ? productId : instance.productId
}

function isLatest(instance: Instance, order: OrderKey): boolean {
  return (
    instance.latestOrderId === order.orderId && instance.latestOrderLineId === order.orderLineId
  )
}

// Pay-per-use is keyed by order and product in the documents, but newInstance carries no product:
// an operator looks at a line that sold several.
function attentionAfter(instance: Instance, order: OrderFacts): string | null {
  const { length } = order.productIds
  if (length <= 1) return instance.attention
  return `order ${order.orderId} shows ${length} products on line ${order.orderLineId}`
}
