import type { ManagementSchemas } from '../../contract/index.ts'
import type { Product } from '../../domain/instance/applied-order.ts'
import { type Instance, hasOrderLines } from '../../domain/instance/instance.ts'
import { type Plan, planOf } from '../../domain/instance/plan.ts'

type AskedInstance = ManagementSchemas['AskedInstance']
type BoughtPlan = ManagementSchemas['BoughtPlan']
type BoughtBy = ManagementSchemas['BoughtBy']
type BoughtProduct = ManagementSchemas['BoughtProduct']

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
    buyer: buyer && viewBuyer(buyer),
  }
}

/** A plan of the instance, the present one or one before. */
export function viewPlan(
  plan: Plan | null,
  { trial, expireTime }: Pick<Instance, 'trial' | 'expireTime'>,
): BoughtPlan {
  return {
    orderId: plan?.orderId ?? null,
    orderLineId: plan?.orderLineId || null,
    orderType: plan?.orderType ?? null,
    chargingMode: plan?.chargingMode ?? null,
    periodType: plan?.periodType ?? null,
    periodNumber: plan?.periodNumber ?? null,
    productId: plan?.productId ?? null,
    skuCode: plan?.skuCode ?? null,
    productName: plan?.productName ?? null,
    quantity: plan?.quantity ?? null,
    diskSize: plan?.diskSize ?? null,
    bandWidth: plan?.bandWidth ?? null,
    orderAmount: plan?.orderAmount ?? null,
    provisionType: plan?.provisionType ?? null,
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

function viewBuyer(buyer: Readonly<Record<string, unknown>>): BoughtBy {
  const { customerType } = buyer
  const text = (name: string) => textOf(buyer[name])
  return {
    customerId: text('customerId'),
    customerName: text('customerName'),
    customerRealName: text('customerRealName'),
    customerType: typeof customerType === 'number' ? customerType : textOf(customerType),
    mobilePhone: text('mobilePhone'),
    email: text('email'),
    userId: text('userId'),
    userName: text('userName'),
  }
}

// No page of the store lists these members whole: a number is read as its text.
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
