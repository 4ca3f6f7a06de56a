// The only reader of the environment. One frozen object; a bad setting stops the start by its name.
import type { KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import { type AddressSettings, readAddressFile } from './address-file.ts'
import { toAddress } from './addresses.ts'
import { dataFolder, refuseLostDatabase } from './data-folder.ts'
import { type Environment, readEnvironment } from './environment.ts'
import {
  type StoredSecrets,
  type GeneratedSecrets,
  type GeneratedSetting,
  ensureSecrets,
  generatedSettings,
} from './generated-secrets.ts'
import { readPrivateKeys } from './private-keys.ts'
import { SettingError } from './setting-error.ts'
import { defaultSite } from '../domain/scope.ts'
import type { Address, ProductDefaults } from '../domain/address.ts'

export { SettingError } from './setting-error.ts'

export interface Config {
  readonly port: number
  readonly host: string
  readonly logLevel: string
  /** The server's URL, or the folder of the embedded database. */
  readonly database: { readonly url: string } | { readonly folder: string }
  readonly publicUrl: string
  readonly managementToken: string
  /** 32 bytes. */
  readonly secretKey: Buffer
  readonly store: StoreConfig
  readonly addresses: ReadonlyMap<string, Address>
  /** The RSA keys of the kit by address, the current one first. */
  readonly kitKeys: ReadonlyMap<string, readonly KeyObject[]>
  /** Where a pair may be made for addresses without one; undefined if nothing is made. */
  readonly generatedKeyFolder: string | undefined
  /** What was made at this start, and where it is kept. */
  readonly generated: Pick<StoredSecrets, 'path' | 'generatedNow'> | undefined
}

/** The store's open APIs; without credentials no order is fetched. */
export interface StoreConfig {
  /** The site whose account the credentials are. */
  readonly site: string
  readonly urls: readonly URL[]
  readonly credentials: { readonly accessKey: string; readonly secretKey: string } | undefined
}

// China's host has a documented fall-over; other sites and other URLs have none.
const chinaUrls = ['https://mkt.myhuaweicloud.com', 'https://mkt.myhuaweicloud.cn']

// Names what was sold and proves nothing: who checks licenses sets a template or a port of their own.
const defaultLicense = 'KOOGATE {instanceId} {eventId}{identificationCode}'

/** Reads all settings. Throws SettingError with one sentence that names the setting. */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = readEnvironment(env)
  const { DATABASE_URL: url } = given
  const mayGenerate = url === undefined && given.NODE_ENV !== 'production'
  const folder = dataFolder(resolve(given.DATA_DIR))
  if (url === undefined && !mayGenerate) refuseLostDatabase(folder)
  const stored = mayGenerate ? ensureSecrets(folder, missing(given)) : undefined
  const settings = withGenerated(given, stored && only(stored.secrets, missing(given)))
  const publicUrl = withoutSlash(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`)
  const byName = byNameOf(settings)
  const addresses = addressesOf(byName, productOf(settings, publicUrl))
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    logLevel: settings.LOG_LEVEL,
    database: url === undefined ? { folder: folder.postgres } : { url },
    publicUrl,
    managementToken: required(settings, 'MANAGEMENT_TOKEN'),
    secretKey: Buffer.from(required(settings, 'SECRET_KEY'), 'base64'),
    store: storeOf(settings, addresses),
    addresses,
    kitKeys: kitKeysOf(byName),
    generatedKeyFolder: mayGenerate ? resolve(given.DATA_DIR) : undefined,
    generated: stored,
  })
}

// With an address file the keys stand there; the rest is made as without.
function missing(given: Environment): GeneratedSetting[] {
  const unset = generatedSettings.filter((setting) => given[setting] === undefined)
  const isKey = (setting: GeneratedSetting) => setting.endsWith('_KEY') && setting !== 'SECRET_KEY'
  return given.CONFIG_FILE === undefined ? unset : unset.filter((setting) => !isKey(setting))
}

// Keys that were made before an address file came into use rest in the file of secrets.
function only(secrets: GeneratedSecrets, wanted: readonly GeneratedSetting[]): GeneratedSecrets {
  return Object.fromEntries(wanted.map((setting) => [setting, secrets[setting]]))
}

function withGenerated(given: Environment, secrets: GeneratedSecrets = {}): Environment {
  const { MANAGEMENT_TOKEN, SECRET_KEY, ...keys } = secrets
  const lists = Object.entries(keys).map(([setting, key]) => [setting, [key]])
  const generated = { MANAGEMENT_TOKEN, SECRET_KEY, ...(Object.fromEntries(lists) as object) }
  const set = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...generated, ...(Object.fromEntries(set) as Environment) }
}

function required(settings: Environment, name: 'MANAGEMENT_TOKEN' | 'SECRET_KEY'): string {
  const value = settings[name]
  if (value === undefined) throw new SettingError(`KOOGATE_${name} is not set.`)
  return value
}

function productOf(settings: Environment, publicUrl: string): ProductDefaults {
  if (settings.NODE_ENV === 'production' && !settings.PUBLIC_URL && !settings.FRONT_END_URL) {
    throw new SettingError(
      'KOOGATE_PUBLIC_URL or KOOGATE_FRONT_END_URL is not set; a buyer must never get a localhost address.',
    )
  }
  return {
    provisioning: settings.PROVISIONING ?? 'template',
    frontEndUrl: settings.FRONT_END_URL ?? `${publicUrl}/welcome/{instanceId}`,
    adminUrl: settings.ADMIN_URL,
    userName: settings.USER_NAME,
    memo: settings.MEMO,
    v1Encryption: settings.V1_ENCRYPTION ?? '1',
    licenseTemplate: settings.LICENSE_TEMPLATE ?? defaultLicense,
    changeCheck: settings.CHANGE_CHECK ?? 'allow',
  }
}

type SettingsByName = Readonly<Record<string, AddressSettings>>

function addressesOf(
  byName: SettingsByName,
  product: ProductDefaults,
): ReadonlyMap<string, Address> {
  const addresses = Object.entries(byName).map(([name, own]) => toAddress(name, own, product))
  for (const { name, keys } of addresses) {
    if (keys.basic.length === 0 && keys.v1.length === 0) {
      throw new SettingError(
        `KOOGATE_BASIC_KEY or KOOGATE_V1_KEY of address ${name} is not set; one of them is needed.`,
      )
    }
  }
  return new Map(addresses.map((address) => [address.name, address]))
}

function kitKeysOf(byName: SettingsByName): ReadonlyMap<string, readonly KeyObject[]> {
  return new Map(
    Object.entries(byName).map(([name, { kitPrivateKeyFile = [] }]) => [
      name,
      readPrivateKeys(name, kitPrivateKeyFile),
    ]),
  )
}

function byNameOf(settings: Environment): Record<string, AddressSettings> {
  return settings.CONFIG_FILE ? fromFile(settings) : { main: keysOf(settings) }
}

function fromFile(settings: Environment): Record<string, AddressSettings> {
  const inFile = [...generatedSettings, 'KIT_PRIVATE_KEY_FILE' as const].filter(
    (name) => /_KEY(_FILE)?$/.test(name) && name !== 'SECRET_KEY',
  )
  const twice = inFile.find((name) => settings[name])
  if (twice)
    throw new SettingError(
      `KOOGATE_${twice} is set beside KOOGATE_CONFIG_FILE; keys stand in the file.`,
    )
  return readAddressFile(settings.CONFIG_FILE ?? '')
}

function keysOf(settings: Environment): AddressSettings {
  return {
    basicKey: settings.BASIC_KEY,
    v1Key: settings.V1_KEY,
    kitKey: settings.KIT_KEY,
    licenseKey: settings.LICENSE_KEY,
    orderKey: settings.ORDER_KEY,
    kitPrivateKeyFile: settings.KIT_PRIVATE_KEY_FILE,
  }
}

function storeOf(settings: Environment, addresses: ReadonlyMap<string, Address>): StoreConfig {
  const { STORE_AK: accessKey, STORE_SK: secretKey } = settings
  if ((accessKey === undefined) !== (secretKey === undefined)) {
    const lacking = accessKey === undefined ? 'KOOGATE_STORE_AK' : 'KOOGATE_STORE_SK'
    throw new SettingError(`${lacking} is not set, although its other half is.`)
  }
  const urls = settings.STORE_URL === undefined ? chinaUrls : [settings.STORE_URL]
  const [site = defaultSite, ...others] = new Set([...addresses.values()].map((one) => one.site))
  return {
    site: others.length === 0 ? site : defaultSite,
    urls: urls.map((url) => new URL(url)),
    credentials: accessKey && secretKey ? { accessKey, secretKey } : undefined,
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
