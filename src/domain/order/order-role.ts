import { type OrderRole, type RefreshRole, roleOfScene } from '../instance/applied-order.ts'

const roleOfType: ReadonlyMap<string, RefreshRole> = new Map<string, RefreshRole>([
  ['TRIAL_TO_FORMAL', 'conversion'],
  ['UNSUBSCRIBE', 'refund'],
])

/**
 * The role of an order by the call that applied it. V2 says its scene; a renewal of V1 has none, and
 * is told by the type that its call came to.
 */
export function roleOfOrder(call: {
  readonly activity: string
  readonly scene?: string | undefined
  readonly orderType?: string | null | undefined
}): OrderRole {
  const { activity, scene, orderType } = call
  if (activity.startsWith('upgrade')) return 'upgrade'
  if (scene !== undefined) return roleOfScene(scene)
  return roleOfType.get(orderType ?? '') ?? 'renewal'
}
