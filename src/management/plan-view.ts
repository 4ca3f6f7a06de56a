import type { Instance } from '../domain/instance/instance.ts'
import { planOf } from '../domain/instance/plan.ts'
import type { Reader } from '../domain/show.ts'
import { viewBuyer, viewPlan } from '../events/sale-view.ts'

/** What was bought and by whom, as it is shown to its reader. */
export function viewSale({ orders, buyer }: Instance, reader: Reader) {
  return { plan: viewPlan(planOf(orders) ?? {}, reader), buyer: buyer && viewBuyer(buyer, reader) }
}
