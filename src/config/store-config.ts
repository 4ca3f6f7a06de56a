import type { Address } from '../domain/address.ts'
import { defaultSite } from '../domain/scope.ts'
import type { Environment } from './environment.ts'

/** The store's open APIs; without credentials no order is fetched. */
export interface StoreConfig {
  /** The site whose account the credentials are. */
  readonly site: string
  readonly urls: readonly URL[]
  readonly credentials: { readonly accessKey: string; readonly secretKey: string } | undefined
}

// China's host has a documented fall-over; other sites and other URLs have none.
const chinaUrls = ['https://mkt.myhuaweicloud.com', 'https://mkt.myhuaweicloud.cn']

/** The open APIs of the settings. */
export function storeOf(
  settings: Environment,
  addresses: ReadonlyMap<string, Address>,
): StoreConfig {
  const { STORE_AK: accessKey, STORE_SK: secretKey } = settings
  const urls = settings.STORE_URL === undefined ? chinaUrls : [settings.STORE_URL]
  const [site = defaultSite, ...others] = new Set([...addresses.values()].map((one) => one.site))
  return {
    site: others.length === 0 ? site : defaultSite,
    urls: urls.map((url) => new URL(url)),
    credentials: accessKey && secretKey ? { accessKey, secretKey } : undefined,
  }
}
