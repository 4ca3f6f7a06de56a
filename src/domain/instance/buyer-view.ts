import { type Instance, type Status, statusOf } from './instance.ts'
import { type Plan, planOf } from './plan.ts'

/**
 * What somebody may be told who knows no more of a purchase than its instance id: no account, nothing
 * of the buyer, and no other id.
 */
export interface BuyerView {
  readonly status: Status
  /** Frozen because its period has ended, and not for arrears or a violation. */
  readonly hasExpired: boolean
  readonly trial: boolean
  /** As the order names what was bought; empty as long as no order was read. */
  readonly productNames: readonly string[]
  /** Where the buyer goes on to; undefined where only the store may tell it. */
  readonly wayIn: string | undefined
}

/**
 * What is told of an instance, given where the seller's template leads; undefined of one that nothing is
 * told of. What was sold before Koogate has ids of the seller's own making, which others might guess, and
 * its buyers were never led here.
 */
export function buyerViewOf(
  instance: Instance,
  templateUrl: string | undefined,
): BuyerView | undefined {
  if (instance.test || wasSoldBefore(instance)) return undefined
  return {
    status: statusOf(instance),
    hasExpired: instance.frozenAfterExpiry,
    trial: instance.trial,
    productNames: namesOf(planOf(instance.orders)),
    wayIn: wayInOf(instance, templateUrl),
  }
}

function wasSoldBefore({ orders }: Instance): boolean {
  return orders.some(({ role, isImported }) => role === 'purchase' && isImported)
}

function namesOf(plan: Plan | null): string[] {
  const names = plan?.products?.map(({ productName }) => productName) ?? [plan?.productName]
  return [...new Set(names.flatMap((name) => name || []))]
}

// An address that the seller's template makes holds nothing but the instance id, which whoever asks
// has; one that a program or a person has given may hold a name or a token of the buyer.
function wayInOf(instance: Instance, templateUrl: string | undefined): string | undefined {
  const isOpen = statusOf(instance) === 'active' && instance.appInfo?.frontEndUrl === templateUrl
  return isOpen ? templateUrl : undefined
}
