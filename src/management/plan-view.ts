import type { ManagementSchemas } from '../contract/index.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { type Plan, planOf } from '../domain/instance/plan.ts'
import { type Reader, viewBuyer, viewExtendParams } from './order-view.ts'

type PlanView = ManagementSchemas['Plan']

/** What was bought and by whom, as it is shown to its reader. */
export function viewSale({ orders, buyer }: Instance, reader: Reader) {
  const plan: Partial<Plan> = planOf(orders) ?? {}
  return { plan: viewPlan(plan, reader), buyer: buyer && viewBuyer(buyer, reader) }
}

function viewPlan(plan: Partial<Plan>, reader: Reader): PlanView {
  return {
    orderId: plan.orderId ?? null,
    orderLineId: plan.orderLineId === '' ? null : (plan.orderLineId ?? null),
    orderType: plan.orderType ?? null,
    chargingMode: plan.chargingMode ?? null,
    periodType: plan.periodType ?? null,
    periodNumber: plan.periodNumber ?? null,
    productId: plan.productId ?? null,
    skuCode: plan.skuCode ?? null,
    productName: plan.productName ?? null,
    quantity: plan.quantity ?? null,
    diskSize: plan.diskSize ?? null,
    bandWidth: plan.bandWidth ?? null,
    orderAmount: plan.orderAmount ?? null,
    provisionType: plan.provisionType ?? null,
    extendParams: viewExtendParams(plan.extendParams ?? [], reader),
  }
}
