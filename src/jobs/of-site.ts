import { RetryLaterError } from './retry-later-error.ts'

/** A client of the store's open APIs with the site whose account its credentials are. */
export type OfSite<Client> = Client & { readonly site: string }

/** How the error of a job begins that lacks the credentials of its site, which follows. */
export const noCredentials = 'no credentials of site '

/** Throws RetryLaterError for what another account sold: asked with ours, the store would refuse it for good. */
export function requireSite(site: string, client: OfSite<unknown>): void {
  if (site !== client.site) throw new RetryLaterError(`${noCredentials}${site}`)
}
