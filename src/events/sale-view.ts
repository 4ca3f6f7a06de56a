import type { ManagementSchemas } from '../contract/index.ts'
import type { Plan } from '../domain/instance/plan.ts'
import { maskNamed } from '../mask/mask.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../mask/mask-text.ts'
import type { Reader } from '../domain/show.ts'

type PlanView = ManagementSchemas['Plan']
type BuyerView = ManagementSchemas['Buyer']
type ExtendParam = ManagementSchemas['ExtendParam']

/** What was bought, as it is shown to its reader; what nobody told is null. */
export function viewPlan(plan: Partial<Plan>, reader: Reader): PlanView {
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

/** Who bought, as it is shown to its reader. */
export function viewBuyer(kept: unknown, reader: Reader): BuyerView {
  const buyer = membersOf(kept)
  const masked = (value: unknown, mask: Mask) => shown(value, mask, reader)
  const { customerType } = buyer
  return {
    customerId: textOf(buyer['customerId']),
    customerName: masked(buyer['customerName'], maskAccount),
    customerRealName: masked(buyer['customerRealName'], maskPerson),
    customerType: typeof customerType === 'number' ? customerType : textOf(customerType),
    mobilePhone: masked(buyer['mobilePhone'], maskPhone),
    email: masked(buyer['email'], maskEmail),
    userId: textOf(buyer['userId']),
    userName: masked(buyer['userName'], maskAccount),
  }
}

/** Extension parameters, as they are shown to their reader. */
export function viewExtendParams(kept: readonly unknown[], reader: Reader): ExtendParam[] {
  return kept.map((one) => {
    const { name, value } = membersOf(one)
    const label = textOf(name) ?? ''
    return { name: label, value: shown(value, (text) => maskNamed(label, text), reader) }
  })
}

type Mask = (text: string) => string

function shown(value: unknown, mask: Mask, { show, subject }: Reader): string | null {
  const text = textOf(value)
  return text === null ? null : show(subject, text, mask)
}

// No page of the store lists these members whole: a number is read as its text.
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
