import { RetryLaterError } from './retry-later-error.ts'

/** A client of the store's open APIs with the site whose account its credentials are. */
export type OfSite<Client> = Client & { readonly site: string }

/** Throws RetryLaterError for what another account sold: asked with ours, the store would refuse it for good. */
export function requireSite(site: string, client: OfSite<unknown>): void {
  if (site !== client.site) throw new RetryLaterError(`no credentials of site ${site}`)
}
