import type { Services } from '../calls/services.ts'
import type { StoreClient, StoreFailure } from '../store-api/store-client.ts'
import { RetryLaterError } from './retry-later-error.ts'

/** How the error of a job begins that lacks the access keys of its site, which follows. */
export const noCredentials = 'no credentials of site '

/** The client of a site. Throws RetryLaterError where nobody here has its access keys: another process may. */
export function clientOf(site: string, { stores }: Pick<Services, 'stores'>): StoreClient {
  const client = stores.of(site)
  if (client === undefined) throw new RetryLaterError(`${noCredentials}${site}`)
  return client
}

/** Whether the store was asked at all. */
export function isAsked({ code }: Pick<StoreFailure, 'code'>): boolean {
  return code !== 'circuit-open' && code !== 'paused'
}

/** What a job throws that is done again; while the site is left alone, no attempt is counted. */
export function retryLater({
  code,
  message,
  pauseMs,
}: Pick<StoreFailure, 'code' | 'message' | 'pauseMs'>): RetryLaterError {
  return new RetryLaterError(`${code}: ${message}`, { pauseMs })
}
