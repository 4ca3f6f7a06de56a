import { endOfPeriods } from './period.ts'
import type { OrderKey } from './order-ids.ts'
import type { Product } from './products.ts'

/** What a buyer has of one instance, by the store's own accounts. */
export interface Subscription {
  readonly instanceId: string
  readonly product: Product
  readonly quantity: number
  readonly expireTime: Date | undefined
  /** What held before each renewal that counts, the last one last. */
  readonly earlier: readonly EarlierTerms[]
  /** The order that was carried out last. */
  readonly latest: OrderKey
  readonly test: boolean
}

/** What held before a renewal. */
export interface EarlierTerms {
  readonly product: Product
  readonly quantity: number
  readonly expireTime: Date
}

/** What a buyer may choose; what is left out stays as it is. */
export interface PurchaseOptions {
  readonly product?: Product
  readonly quantity?: number
  readonly periods?: number
}

/** The terms that an order changes. */
export type Terms = Pick<Subscription, 'product' | 'quantity' | 'expireTime' | 'earlier'>

/** Terms of what expires. */
export type PeriodTerms = Terms & { readonly expireTime: Date }

/** A first purchase at `now`. */
export function bought(
  { product, quantity, periods }: Required<PurchaseOptions>,
  now: Date,
): Terms {
  const { periodType } = product
  const expireTime = periodType && endOfPeriods(now, periodType, periods)
  return { product, quantity, expireTime, earlier: [] }
}

/** A renewal by `periods` of the chosen product, from the present expiry on. */
export function renewed(present: Subscription, options: PurchaseOptions): PeriodTerms {
  const { product, quantity } = chosen(present, options)
  const { expireTime, earlier } = present
  if (expireTime === undefined || product.periodType === undefined)
    throw new Error(`${present.instanceId} has no period to renew`)
  return {
    product,
    quantity,
    expireTime: endOfPeriods(expireTime, product.periodType, options.periods),
    earlier: [...earlier, { product: present.product, quantity: present.quantity, expireTime }],
  }
}

/**
 * The last renewal cancelled, and with it what was changed by it or since. No document says so; a buyer
 * who has the money back has not got what it paid for.
 */
export function renewalCancelled(present: Subscription): PeriodTerms {
  const before = present.earlier.at(-1)
  if (before === undefined) throw new Error(`${present.instanceId} was never renewed`)
  return { ...before, earlier: present.earlier.slice(0, -1) }
}

/** Another specification or quantity until the same expiry. */
export function upgraded(present: Subscription, options: PurchaseOptions): Terms {
  const { expireTime, earlier } = present
  return { ...chosen(present, options), expireTime, earlier }
}

/** Product and quantity after a wish. */
export function chosen(
  present: Subscription,
  options: PurchaseOptions,
): Pick<Terms, 'product' | 'quantity'> {
  const { product = present.product, quantity = present.quantity } = options
  return { product, quantity }
}
