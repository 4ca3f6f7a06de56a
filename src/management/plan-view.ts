import type { ManagementSchemas } from '../contract/index.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { type Plan, planOf } from '../domain/instance/plan.ts'
import { viewBuyer, viewExtendParams } from './order-view.ts'

type PlanView = ManagementSchemas['Plan']

/** What was bought and by whom, private values masked. */
export function viewSale({ orders, buyer }: Instance) {
  const plan: Partial<Plan> = planOf(orders) ?? {}
  return { plan: viewPlan(plan), buyer: buyer && viewBuyer(buyer) }
}

function viewPlan(plan: Partial<Plan>): PlanView {
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
    extendParams: viewExtendParams(plan.extendParams ?? []),
  }
}
