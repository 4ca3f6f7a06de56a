import type { Address } from '../domain/address.ts'
import { defaultSite } from '../domain/scope.ts'
import type { Environment } from './environment.ts'
import { SettingError } from './setting-error.ts'
import { type SiteSettings, type StoreName, storeNames } from './site-settings.ts'

/** A seller's account at one store; without credentials nothing is asked there. */
export interface SiteConfig {
  readonly name: string
  /** The first is asked; the others stand in for it. */
  readonly hosts: readonly URL[]
  readonly credentials: { readonly accessKey: string; readonly secretKey: string } | undefined
  /** The most records of one usage push. */
  readonly usageLimit: number
  /** Undefined for as many as there are. */
  readonly callsPerSecond: number | undefined
}

// The pages of the international store name a Chinese host as the one that stands in: buyers' data would
// go to another country, so that has to be asked for.
const stores: Readonly<Record<StoreName, { hosts: readonly string[]; fallOver: 'on' | 'off' }>> = {
  china: {
    hosts: ['https://mkt.myhuaweicloud.com', 'https://mkt.myhuaweicloud.cn'],
    fallOver: 'on',
  },
  international: {
    hosts: ['https://mkt-intl.myhuaweicloud.com', 'https://mkt.myhuaweicloud.cn'],
    fallOver: 'off',
  },
  europe: { hosts: ['https://mkt.myhuaweicloud.eu'], fallOver: 'off' },
}

type FileSites = Readonly<Record<string, SiteSettings>> | undefined

/**
 * The sites of the settings: those of the file, those that addresses name, and that of STORE_AK. Throws
 * SettingError, naming what is wrong.
 */
export function sitesOf(
  settings: Environment,
  file: FileSites,
  addresses: ReadonlyMap<string, Address>,
): ReadonlyMap<string, SiteConfig> {
  refuseUnknownSites(file, settings, addresses)
  const plainSite = plainSiteOf(file, addresses)
  const named = [...addresses.values()].map(({ site }) => site)
  const isPlainWanted = settings.STORE_AK !== undefined || file === undefined
  const names = new Set([
    ...Object.keys(file ?? {}),
    ...named,
    ...(isPlainWanted ? [plainSite] : []),
  ])
  refuseUnknownKeys(settings, names)
  return new Map(
    [...names].map((name) => {
      const isPlain = name === plainSite
      return [name, siteOf(name, file?.[name] ?? {}, { settings, isPlain })]
    }),
  )
}

/** The site whose account STORE_AK and STORE_SK are of: all addresses belong to one, or it is China. */
function plainSiteOf(file: FileSites, addresses: ReadonlyMap<string, Address>): string {
  const [site = defaultSite, ...others] = new Set([...addresses.values()].map((one) => one.site))
  return file === undefined && others.length === 0 ? site : defaultSite
}

interface SiteOptions {
  readonly settings: Environment
  /** Whether STORE_AK, STORE_SK and STORE_URL are about it. */
  readonly isPlain: boolean
}

function siteOf(name: string, site: SiteSettings, options: SiteOptions): SiteConfig {
  const credentials = credentialsOf(name, site, options)
  return {
    name,
    hosts: hostsOf(name, site, options).map((host) => new URL(host)),
    credentials,
    usageLimit: site.usageLimit ?? 1_000,
    callsPerSecond: site.callsPerSecond,
  }
}

function credentialsOf(name: string, site: SiteSettings, options: SiteOptions) {
  const accessKey = keyOf(name, 'AK', site, options)
  const secretKey = keyOf(name, 'SK', site, options)
  if (accessKey === undefined && secretKey === undefined) return undefined
  if (accessKey !== undefined && secretKey !== undefined) return { accessKey, secretKey }
  const missing = accessKey === undefined ? 'AK' : 'SK'
  const setting = options.isPlain ? `KOOGATE_STORE_${missing}` : nameOf(name, missing)
  throw new SettingError(`${setting} is not set, although its other half is.`)
}

function keyOf(
  name: string,
  half: 'AK' | 'SK',
  site: SiteSettings,
  { settings, isPlain }: SiteOptions,
): string | undefined {
  const given = [
    [`KOOGATE_CONFIG_FILE sites.${name}.${half.toLowerCase()}`, half === 'AK' ? site.ak : site.sk],
    [nameOf(name, half), settings.siteKeys[`STORE_${half}_${capitals(name)}`]],
    [`KOOGATE_STORE_${half}`, isPlain ? settings[`STORE_${half}`] : undefined],
  ] as const
  const [first, second] = given.filter(([, value]) => value !== undefined)
  if (second !== undefined) throw new SettingError(`${second[0]} is set beside ${first?.[0]}.`)
  return first?.[1]
}

function nameOf(site: string, half: 'AK' | 'SK'): string {
  return `KOOGATE_STORE_${half}_${capitals(site)}`
}

function capitals(site: string): string {
  return site.toUpperCase().replaceAll('-', '_')
}

function hostsOf(name: string, site: SiteSettings, options: SiteOptions): readonly string[] {
  const { STORE_URL: url } = options.settings
  const isNamed = site.hosts !== undefined || site.store !== undefined
  if (options.isPlain && url !== undefined) {
    if (isNamed)
      throw new SettingError(`KOOGATE_STORE_URL is set beside the hosts of site ${name}.`)
    return [url]
  }
  const store = stores[storeOf(name, site, options)]
  const hosts = site.hosts ?? store.hosts
  const fallOver = site.fallOver ?? (site.hosts === undefined ? store.fallOver : 'on')
  if (site.fallOver === 'on' && hosts.length === 1) {
    throw new SettingError(
      `KOOGATE_CONFIG_FILE sites.${name}.fallOver is on, and there is no second host.`,
    )
  }
  return fallOver === 'on' ? hosts : hosts.slice(0, 1)
}

function storeOf(name: string, site: SiteSettings, { settings, isPlain }: SiteOptions): StoreName {
  if (site.store !== undefined) return site.store
  // Before there were sites the one account was at China, whatever its label.
  if (isPlain && settings.STORE_AK !== undefined) return 'china'
  const own = storeNames.find((one) => one === name)
  const isAsked = site.ak !== undefined || nameIsKeyed(name, settings)
  if (own === undefined && site.hosts === undefined && isAsked) {
    throw new SettingError(
      `KOOGATE_CONFIG_FILE sites.${name}.store is not set, and neither is sites.${name}.hosts.`,
    )
  }
  return own ?? 'china'
}

function nameIsKeyed(name: string, { siteKeys }: Environment): boolean {
  return siteKeys[`STORE_AK_${capitals(name)}`] !== undefined
}

// Without a list of sites their names are free; with one, another name is a slip.
function refuseUnknownSites(
  file: FileSites,
  { STORE_AK }: Environment,
  addresses: ReadonlyMap<string, Address>,
): void {
  if (file === undefined) return
  for (const { name, site } of addresses.values()) {
    const isKnown = Object.hasOwn(file, site) || (site === defaultSite && STORE_AK !== undefined)
    if (isKnown) continue
    throw new SettingError(
      `KOOGATE_CONFIG_FILE addresses.${name}.site is ${site}, which is not among the sites.`,
    )
  }
}

function refuseUnknownKeys({ siteKeys }: Environment, names: ReadonlySet<string>): void {
  const known = new Set(
    [...names].flatMap((name) => [`STORE_AK_${capitals(name)}`, `STORE_SK_${capitals(name)}`]),
  )
  const unknown = Object.keys(siteKeys).find((key) => !known.has(key))
  if (unknown !== undefined) throw new SettingError(`KOOGATE_${unknown} names no site.`)
}
