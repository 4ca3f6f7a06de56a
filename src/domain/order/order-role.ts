/** What an order did to an instance. */
export type OrderRole = 'purchase' | 'renewal' | 'refund' | 'upgrade' | 'conversion'

const roleOfScene: Readonly<Record<string, OrderRole>> = {
  TRIAL_TO_FORMAL: 'conversion',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'refund',
}

const roleOfType: Readonly<Record<string, OrderRole>> = {
  TRIAL_TO_FORMAL: 'conversion',
  UNSUBSCRIBE: 'refund',
}

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
  const told = scene === undefined ? roleOfType[orderType ?? ''] : roleOfScene[scene]
  return told ?? 'renewal'
}
