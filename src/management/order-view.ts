import type { ManagementSchemas } from '../contract/index.ts'
import type { OrderAt, OrderRow } from '../db/order/orders.ts'
import { maskNamed } from '../domain/mask/mask.ts'
import type { Show } from './access.ts'
import type { ManagementServices } from './context.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../domain/mask/mask-text.ts'

type Order = ManagementSchemas['Order']
type Buyer = ManagementSchemas['Buyer']
type ExtendParam = ManagementSchemas['ExtendParam']

/** Who reads, and of what. */
export interface Reader {
  readonly show: Show
  readonly subject: string
}

/** Who reads an order, and of what. */
export type OrderReader = Reader & Pick<ManagementServices, 'vault' | 'orderQuery'>

/** An order line as it is shown to its reader; without a row it is still to be fetched. */
export function viewOrder(order: OrderAt, row: OrderRow | undefined, reader: OrderReader): Order {
  const { vault, orderQuery } = reader
  const { orderId, orderLineId, site, test } = order
  const isAskedFor = orderQuery?.site === site && !test
  const state = row?.state ?? 'waiting'
  return {
    orderId,
    orderLineId,
    state: state === 'waiting' && !isAskedFor ? 'off' : state,
    code: row?.result_code ?? null,
    type: row?.order_type ?? null,
    chargingMode: row?.charging_mode ?? null,
    periodType: row?.period_type ?? null,
    periodNumber: row?.period_number ?? null,
    productId: row?.product_id ?? null,
    skuCode: row?.sku_code ?? null,
    productName: row?.product_name ?? null,
    quantity: numberOf(row?.quantity),
    createTime: row?.create_time?.toISOString() ?? null,
    expireTime: row?.expire_time?.toISOString() ?? null,
    buyer: row?.buyer ? viewBuyer(parsed(vault.decrypt(row.buyer)), reader) : null,
    extendParams: row?.extend_params
      ? viewExtendParams(parsed(vault.decrypt(row.extend_params)) as unknown[], reader)
      : [],
    currency: row?.currency ?? null,
    currencyAfterDiscount: row?.currency_after_discount ?? null,
    fetchedAt: row?.fetched_at?.toISOString() ?? null,
  }
}

// A bigint column is a text or a number, as the driver has it.
function numberOf(quantity: string | number | null | undefined): number | null {
  return quantity === null || quantity === undefined ? null : Number(quantity)
}

function parsed(json: Buffer): unknown {
  return JSON.parse(json.toString())
}

/** Who bought, as it is shown to its reader. */
export function viewBuyer(kept: unknown, reader: Reader): Buyer {
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
