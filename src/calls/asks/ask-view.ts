import type { ManagementSchemas } from '../../contract/index.ts'
import type { Product } from '../../domain/instance/applied-order.ts'
import { type Instance, hasOrderLines } from '../../domain/instance/instance.ts'
import { type Plan, planOf } from '../../domain/instance/plan.ts'
import { type Reader, showTo } from '../../domain/show.ts'
import { viewBuyer, viewPlan as viewSoldPlan } from '../../events/sale-view.ts'

type AskedInstance = ManagementSchemas['AskedInstance']
type BoughtPlan = ManagementSchemas['BoughtPlan']
type BoughtProduct = ManagementSchemas['BoughtProduct']

// The product opens accounts for these people.
const inClear: Reader = { show: showTo({ personal: true }), subject: '' }

/** The instance that an ask is about, as the product is told it: private data in clear. */
export function viewAsked(instance: Instance): AskedInstance {
  const { orders, buyer } = instance
  return {
    instanceId: instance.instanceId,
    site: instance.site,
    address: instance.address,
    family: instance.family,
    test: instance.test,
    orderId: instance.orderId,
    orderLineId: hasOrderLines(instance) ? instance.orderLineId : null,
    businessId: instance.businessId,
    externalId: instance.externalId,
    plan: viewPlan(planOf(orders), instance),
    buyer: buyer && viewBuyer(buyer, inClear),
  }
}

/** A plan of the instance, the present one or one before. */
export function viewPlan(
  plan: Plan | null,
  { trial, expireTime }: Pick<Instance, 'trial' | 'expireTime'>,
): BoughtPlan {
  return {
    ...viewSoldPlan(plan ?? {}, inClear),
    // As the order tells them: one without a value is told as empty.
    extendParams: (plan?.extendParams ?? []).map(({ name, value }) => ({ name, value })),
    trial,
    products: productsOf(plan),
    expireTime: expireTime?.toISOString() ?? null,
  }
}

function productsOf(plan: Plan | null): BoughtProduct[] {
  if (plan?.products !== undefined) return plan.products.map((product: Product) => ({ ...product }))
  const { productId = null, skuCode = null, quantity = null, productName = null } = plan ?? {}
  if (productId === null && skuCode === null) return []
  return [{ productId, skuCode, quantity, productName }]
}
