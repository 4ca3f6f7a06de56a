import type { Services } from '../calls/services.ts'
import type { Address, SingleSignOn } from '../domain/address.ts'
import { signOnPage } from '../domain/public-address.ts'

/** An address at which users sign in. */
export type SsoAddress = Address & { readonly sso: SingleSignOn }

/** The address of a name, if users sign in there. */
export function ssoAddress(
  name: string,
  addresses: ReadonlyMap<string, Address>,
): SsoAddress | undefined {
  const address = addresses.get(name)
  const sso = address?.sso
  return address && sso && { ...address, sso }
}

/** A browser at such an address, with the cookies that it has of it. */
export interface Visit {
  readonly address: SsoAddress
  /** Binds a login to the browser that began it. */
  readonly browser: string | undefined
  /** Names the session of the browser. */
  readonly session: string | undefined
}

/** Where the auth centre sends browsers back to: the callback address (回调地址) to be registered. */
export function callbackUrl(address: Address, { sso }: Pick<Services, 'sso'>): string {
  return signOnPage(sso.publicUrl, address, 'callback')
}

/** Where the auth centre sends browsers after a logout. */
export function signedOutUrl(address: Address, { sso }: Pick<Services, 'sso'>): string {
  return signOnPage(sso.publicUrl, address, 'signed-out')
}
