import type { Ask } from '../../domain/ask/ask.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { OrderKey } from '../../domain/instance/order-key.ts'
import { planOf } from '../../domain/instance/plan.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'
import { isAsked, isOrderToCome, openAsk } from './open-ask.ts'

/** What an order has changed, and of what. */
export interface ChangedBy {
  readonly before: Instance
  readonly order: OrderKey
  readonly scene: 'UPGRADE' | 'RENEWAL_CHANGE'
  /** V2 tells nothing of it: the order does. */
  readonly isQueried: boolean
}

/**
 * The ask to apply a change, which the store was answered already: due once its order is known.
 * Undefined where the product is not asked.
 */
export function changeAsk(
  { before, order, scene, isQueried }: ChangedBy,
  call: Call<unknown>,
  services: Services,
): { readonly ask?: Ask } {
  if (!isAsked(call, services)) return {}
  const { orderId, orderLineId } = order
  const ask = openAsk(
    before,
    {
      kind: 'apply-change',
      subject: JSON.stringify([before.instanceId, orderId, orderLineId]),
      version: 1,
      order: { orderId, orderLineId },
      waitsForOrder: isOrderToCome({ isQueried }, before, services),
      isOwn: false,
      change: {
        scene,
        previousPlan: planOf(before.orders),
        previousTrial: before.trial,
        previousExpiry: before.expireTime?.toISOString() ?? null,
      },
    },
    services,
  )
  return { ask }
}
