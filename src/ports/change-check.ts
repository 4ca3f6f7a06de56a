import type { Address } from '../domain/address.ts'
import type { Instance } from '../domain/instance/instance.ts'

/** The product that a renewal would change to, as far as the store tells. */
export type TargetProduct = Readonly<Record<string, unknown>>

/**
 * The seller's rule for changeInstanceCheck: undefined allows the change, a text refuses it and is
 * told to the store. It must change nothing.
 */
export type CheckChange = (
  instance: Instance,
  target: TargetProduct,
  address: Address,
) => string | undefined | Promise<string | undefined>

/** The built-in rule: the setting KOOGATE_CHANGE_CHECK, which allows by default. */
export const checkChange: CheckChange = (_instance, _target, { product }) =>
  product.changeCheck === 'refuse' ? 'the seller does not take changes at renewal' : undefined
