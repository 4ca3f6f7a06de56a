import { z } from 'zod'
import type { StoreSchemas } from '../contract/index.ts'
import { toStorable } from '../domain/storable-text.ts'

/** An order as the store tells it (订单); its lines, products and buyer. */
export type OrderInfo = StoreSchemas['OrderInfo']
/** One line of an order (订单行). */
export type OrderLine = StoreSchemas['OrderLine']
/** One product of a line. */
export type ProductInfo = StoreSchemas['ProductInfo']

type Members<Component> = Record<keyof Component, z.ZodType>

const storable = z.string().transform(toStorable)
const mandatory = storable.pipe(z.string().min(1))
const text = z
  .union([storable, z.number().transform(String)])
  .nullable()
  .catch(null)
// The columns: integer, and bigint up to what a number holds.
const wholeNumber = (most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,15}(\.0*)?$/)
        .transform(Number),
    ])
    .pipe(z.int().min(-most).max(most))
    .nullable()
    .catch(null)
const integer = wholeNumber(2 ** 31 - 1)
const bigint = wholeNumber(Number.MAX_SAFE_INTEGER)

const Param = z.object({
  name: z.string(),
  value: text,
} satisfies Members<StoreSchemas['ExtendParam']>)

// They only inform: an odd one takes no other with it.
const extendParams = z
  .array(Param.nullable().catch(null))
  .transform((params) => params.filter((param) => param !== null))
  .nullable()
  .catch(null)

const Product = z.object({
  productId: mandatory,
  skuCode: mandatory,
  linearValue: bigint,
  productName: text,
} satisfies Members<StoreSchemas['ProductInfo']>)

const Line = z.object({
  orderLineId: mandatory,
  chargingMode: mandatory,
  periodType: text,
  periodNumber: integer,
  expireTime: text,
  productInfo: z.array(Product).nullable().default(null),
  extendParams,
  currency: text,
  currencyAfterDiscount: text,
} satisfies Members<OrderLine>)

const Buyer = z.object({
  mobilePhone: text,
  email: text,
  customerId: text,
  customerName: text,
  customerRealName: text,
  customerType: integer,
  userId: text,
  userName: text,
} satisfies Members<NonNullable<StoreSchemas['BuyerInfo']>>)

const Order = z.object({
  orderId: mandatory,
  orderType: mandatory,
  createTime: mandatory,
  orderLine: z.array(Line),
  buyerInfo: Buyer.nullable().catch(null),
  extendParams,
} satisfies Members<OrderInfo>) satisfies z.ZodType<OrderInfo>

/** An order that could be read, or the names of the members that are missing or malformed. */
export type OrderReading =
  | { readonly ok: true; readonly order: OrderInfo }
  | { readonly ok: false; readonly faults: string }

/**
 * Reads `orderInfo` of an answer. The members that the documents call mandatory must be there;
 * any other that is absent or of an unforeseen type becomes `null`, as no page lists them whole.
 */
export function readOrder(orderInfo: unknown): OrderReading {
  const reading = Order.safeParse(orderInfo)
  if (reading.success) return { ok: true, order: reading.data }
  const paths = reading.error.issues.map(({ path }) => ['orderInfo', ...path].join('.'))
  return { ok: false, faults: [...new Set(paths)].join(', ') }
}
