import { endOfPeriods } from './period.ts'
import type { OrderKey } from './order-ids.ts'
import type { Product } from './products.ts'

/** What a buyer has of one instance, by the store's own accounts. */
export interface Subscription {
  readonly instanceId: string
  readonly product: Product
  readonly quantity: number
  readonly expireTime: Date | undefined
  /** The expiries before each renewal that counts, the last one last. */
  readonly earlier: readonly Date[]
  /** The order that was carried out last. */
  readonly latest: OrderKey
  readonly test: boolean
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
    earlier: [...earlier, expireTime],
  }
}

/**
 * The last renewal cancelled. Whether a change of product that came with it is taken back too is
 * not documented; here it is not.
 */
export function renewalCancelled(present: Subscription): PeriodTerms {
  const expireTime = present.earlier.at(-1)
  if (expireTime === undefined) throw new Error(`${present.instanceId} was never renewed`)
  const { product, quantity, earlier } = present
  return { product, quantity, expireTime, earlier: earlier.slice(0, -1) }
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
