// The only reader of the environment. One frozen object; a bad setting stops the start by its name.
import type { KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import { type AddressSettings, type SettingsFile, readSettingsFile } from './address-file.ts'
import { type CommonSettings, toAddress } from './addresses.ts'
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
import { type SiteConfig, sitesOf } from './sites.ts'
import { usageOfAll } from './usage.ts'
import { isReachUnknown, publicUrlOf, welcomeUrlAt, welcomeUrlOf } from './public-url.ts'
import { wantsTraces } from './traces.ts'
import { SettingError } from './setting-error.ts'
import type { AllowedNetworks } from '../webhooks/address-guard.ts'
import type { ConfiguredServer, DatabaseTarget } from '../db/open-database.ts'
import type { Keep } from '../jobs/retention.ts'
import type { Address, ProductDefaults, Webhook } from '../domain/address.ts'

export { SettingError } from './setting-error.ts'

/** All settings, checked, with what was generated or follows from others. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly logLevel: string
  readonly database: DatabaseTarget
  readonly publicUrl: string
  /** The same, where somebody said so or everything is tried out on one machine. */
  readonly worldUrl: string | undefined
  readonly managementToken: string
  /** Where whoever may know it finds it. */
  readonly managementTokenAt: string
  readonly isProduction: boolean
  /** 32 bytes. */
  readonly secretKey: Buffer
  /** The seller's accounts at the stores, those without access keys too. */
  readonly sites: ReadonlyMap<string, SiteConfig>
  readonly keep: Keep
  /** For so many days after it the last check of a license code answers while the store is away. */
  readonly codeCacheDays: number
  /** Whether orders are compared with the store once a day. */
  readonly reconcileDaily: boolean
  /** Whether people have to say why they change something. */
  readonly reasonRequired: boolean
  /** Whether traces are sent, by the standard variables of OpenTelemetry. */
  readonly traces: boolean
  readonly addresses: ReadonlyMap<string, Address>
  /** Of the settings, for all addresses that have none of their own. */
  readonly webhook: Webhook | undefined
  /** Where webhooks may lead beside public addresses. */
  readonly webhookAllow: AllowedNetworks
  /** The RSA keys of the kit by address, the current one first. */
  readonly kitKeys: ReadonlyMap<string, readonly KeyObject[]>
  /** Where a pair may be made for addresses without one; undefined if nothing is made. */
  readonly generatedKeyFolder: string | undefined
  /** What was made at this start, and where it is kept. */
  readonly generated: Pick<StoredSecrets, 'path' | 'generatedNow'> | undefined
}

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
  const publicUrl = publicUrlOf(settings)
  const file = fileOf(settings)
  const { addresses: byName } = file
  refuseMissing(settings, byName)
  const isProduction = given.NODE_ENV === 'production'
  const product = productOf(settings, publicUrl)
  const addresses = addressesOf(byName, {
    product,
    dialTestWatch: settings.DIAL_TEST_WATCH ?? 'on',
    usage: usageOfAll(settings),
    welcomeUrl: welcomeUrlOf(settings, publicUrl),
    hasPublicUrl: settings.PUBLIC_URL !== undefined,
    webhookSecrets: settings.WEBHOOK_SECRET ?? [],
    sso: settings,
    isProduction,
  })
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    logLevel: settings.LOG_LEVEL,
    database: url === undefined ? { folder: folder.postgres } : serverOf(url, settings),
    publicUrl,
    worldUrl: isReachUnknown(settings) ? undefined : publicUrl,
    managementToken: settings.MANAGEMENT_TOKEN ?? '',
    managementTokenAt:
      given.MANAGEMENT_TOKEN === undefined && stored
        ? `${stored.path} (MANAGEMENT_TOKEN)`
        : 'KOOGATE_MANAGEMENT_TOKEN',
    isProduction,
    secretKey: Buffer.from(settings.SECRET_KEY ?? '', 'base64'),
    codeCacheDays: settings.CODE_CACHE_DAYS,
    sites: sitesOf(settings, file.sites, addresses),
    keep: {
      messages: settings.KEEP_MESSAGES,
      audit: settings.KEEP_AUDIT,
      events: settings.KEEP_EVENTS,
      webhookAttempts: settings.KEEP_WEBHOOK_ATTEMPTS,
      usage: settings.KEEP_USAGE,
      outboundCalls: settings.KEEP_OUTBOUND_CALLS,
    },
    reconcileDaily: settings.RECONCILE_DAILY === 'on',
    reasonRequired: settings.REASON_REQUIRED === 'on',
    traces: wantsTraces(env),
    addresses,
    webhook: product.webhook,
    webhookAllow: {
      ranges: settings.WEBHOOK_ALLOW ?? [],
      // What is tried out on one machine; elsewhere a program of this machine is nobody's webhook.
      loopback: mayGenerate,
    },
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

// All at once: whoever sets the service up would otherwise start it as often as there are settings.
function refuseMissing(settings: Environment, byName: SettingsByName): void {
  const { DATABASE_SCHEMA, DATABASE_URL } = settings
  const faults = [
    ...(['SECRET_KEY', 'MANAGEMENT_TOKEN'] as const)
      .filter((name) => settings[name] === undefined)
      .map((name) => `KOOGATE_${name} is not set`),
    ...Object.entries(byName)
      .filter(([, { basicKey = [], v1Key = [] }]) => basicKey.length + v1Key.length === 0)
      .map(([name]) => `KOOGATE_BASIC_KEY or KOOGATE_V1_KEY of address ${name} is not set`),
    ...(lacksPublicUrl(settings)
      ? [
          'KOOGATE_PUBLIC_URL or KOOGATE_FRONT_END_URL is not set (no buyer may get a localhost address)',
        ]
      : []),
    ...(DATABASE_SCHEMA !== undefined && DATABASE_URL === undefined
      ? [
          'KOOGATE_DATABASE_SCHEMA is set without DATABASE_URL, and the embedded database takes none',
        ]
      : []),
  ]
  if (faults.length > 0) throw new SettingError(`${faults.join('; ')}.`)
}

function serverOf(url: string, settings: Environment): ConfiguredServer {
  const { DATABASE_POOLED: pooled, DATABASE_SCHEMA: schema } = settings
  return { url, pooled: pooled === undefined ? undefined : pooled === 'true', schema }
}

function lacksPublicUrl({ NODE_ENV, PUBLIC_URL, FRONT_END_URL }: Environment): boolean {
  return NODE_ENV === 'production' && !PUBLIC_URL && !FRONT_END_URL
}

function productOf(settings: Environment, publicUrl: string): ProductDefaults {
  return {
    provisioning: settings.PROVISIONING ?? 'template',
    frontEndUrl: settings.FRONT_END_URL ?? welcomeUrlAt(publicUrl),
    adminUrl: settings.ADMIN_URL,
    userName: settings.USER_NAME,
    memo: settings.MEMO,
    supportContact: settings.SUPPORT_CONTACT,
    v1Encryption: settings.V1_ENCRYPTION ?? '1',
    licenseTemplate: settings.LICENSE_TEMPLATE,
    changeCheck: settings.CHANGE_CHECK ?? 'allow',
    webhook: settings.WEBHOOK_URL
      ? { url: settings.WEBHOOK_URL, secrets: settings.WEBHOOK_SECRET ?? [] }
      : undefined,
  }
}

type SettingsByName = Readonly<Record<string, AddressSettings>>

function addressesOf(byName: SettingsByName, common: CommonSettings): ReadonlyMap<string, Address> {
  const addresses = Object.entries(byName).map(([name, own]) => toAddress(name, own, common))
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

function fileOf(settings: Environment): SettingsFile {
  return settings.CONFIG_FILE
    ? fromFile(settings)
    : { addresses: { main: keysOf(settings) }, sites: undefined }
}

function fromFile(settings: Environment): SettingsFile {
  const inFile = [...generatedSettings, 'KIT_PRIVATE_KEY_FILE' as const].filter(
    (name) => /_KEY(_FILE)?$/.test(name) && name !== 'SECRET_KEY',
  )
  const twice = inFile.find((name) => settings[name])
  if (twice)
    throw new SettingError(
      `KOOGATE_${twice} is set beside KOOGATE_CONFIG_FILE; keys stand in the file.`,
    )
  return readSettingsFile(settings.CONFIG_FILE ?? '')
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
