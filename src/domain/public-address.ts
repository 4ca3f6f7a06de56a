import type { Address } from './address.ts'

type Named = Pick<Address, 'name'>

/** What is sold at an address, and told of: each has a production address (生产地址) of its own. */
export type ProductPath = 'saas' | 'license' | 'license-code' | 'orders'

/** Where the store calls an address, as the world reaches it. */
export function productionAddress(publicUrl: string, { name }: Named, product: ProductPath) {
  return `${publicUrl}/${name}/${product}`
}

/** A page at which browsers come by when users of an address sign in; the callback is registered (回调地址). */
export function signOnPage(
  publicUrl: string,
  { name }: Named,
  page: 'login' | 'callback' | 'signed-out',
): string {
  return `${publicUrl}/sso/${name}/${page}`
}
