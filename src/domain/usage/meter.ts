import { type Instance, statusOf } from '../instance/instance.ts'
import { planOf } from '../instance/plan.ts'

/** How an instance is paid: by use, as a package that use is drawn from, otherwise; null where nobody knows yet. */
export type Charging = 'per-use' | 'package' | 'other' | null

/** What is known of an instance that usage is reported of. */
export interface Meter {
  readonly instanceId: string
  readonly version: number
  readonly site: string
  readonly address: string
  readonly test: boolean
  readonly charging: Charging
  /** The charge item that the instance is billed for; null where it is not known yet. */
  readonly productId: string | null
  /** Its order line sold several charge items. */
  readonly hasSeveralItems: boolean
  /** Null where it was sold before Koogate. */
  readonly openedAt: Date | null
  readonly releasedAt: Date | null
}

const chargings: ReadonlyMap<string, Charging> = new Map<string, Charging>([
  ['ON_DEMAND', 'per-use'],
  ['ON_DEMAND_PKG', 'package'],
  ['PERIOD', 'other'],
  ['ONE_TIME', 'other'],
])

/** What usage of an instance is judged by. A charging mode that is not documented refuses nothing. */
export function meterOf(instance: Instance, releasedAt: Date | null): Meter {
  const { instanceId, version, site, address, test, productId, orders, createdAt } = instance
  const plan = planOf(orders)
  const isReleased = statusOf(instance) === 'released'
  return {
    ...{ instanceId, version, site, address, test, productId },
    charging: chargings.get(plan?.chargingMode ?? '') ?? null,
    hasSeveralItems: orders.some(({ productCount }) => productCount > 1),
    openedAt: orders.some(({ isImported }) => isImported) ? null : createdAt,
    releasedAt: isReleased ? (releasedAt ?? instance.updatedAt) : null,
  }
}
