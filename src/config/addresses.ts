import {
  type Address,
  type InterfaceType,
  type ProductDefaults,
  type UsageSettings,
  interfaceTypes,
} from '../domain/address.ts'
import { defaultSite } from '../domain/scope.ts'
import type { AddressSettings } from './address-file.ts'
import { SettingError } from './setting-error.ts'
import { type CommonSso, ssoOf } from './sso.ts'
import { type CommonWebhook, nobodyToAsk, webhookOf } from './webhook.ts'

export type Keys = Address['keys']

/** What all addresses have in common. */
export interface CommonSettings extends CommonWebhook, CommonSso {
  /** What counts where the file says nothing. */
  readonly product: ProductDefaults
  readonly dialTestWatch: Address['dialTestWatch']
  readonly usage: UsageSettings
  /** Koogate's page for buyers, if they can reach it. */
  readonly welcomeUrl: string | undefined
}

/** An address from its settings. */
export function toAddress(
  name: string,
  settings: AddressSettings,
  common: CommonSettings,
): Address {
  const { product, dialTestWatch: watch, welcomeUrl } = common
  const keys: Keys = {
    basic: settings.basicKey ?? [],
    v1: settings.v1Key ?? [],
    kit: settings.kitKey ?? [],
    license: settings.licenseKey ?? [],
    order: settings.orderKey ?? [],
  }
  refuseSharedKeys(name, keys)
  const own = {
    provisioning: settings.provisioning ?? product.provisioning,
    frontEndUrl: settings.frontEndUrl ?? product.frontEndUrl,
    adminUrl: settings.adminUrl ?? product.adminUrl,
    userName: settings.userName ?? product.userName,
    memo: settings.memo ?? product.memo,
    supportContact: settings.supportContact ?? product.supportContact,
    v1Encryption: settings.v1Encryption ?? product.v1Encryption,
    licenseTemplate: settings.licenseTemplate ?? product.licenseTemplate,
    changeCheck: settings.changeCheck ?? product.changeCheck,
    webhook: webhookOf(name, settings, common),
  }
  if (own.provisioning === 'webhook' && own.webhook === undefined) throw nobodyToAsk(name)
  refuseBadUrl(name, 'FRONT_END_URL', own.frontEndUrl)
  if (own.adminUrl !== undefined) refuseBadUrl(name, 'ADMIN_URL', own.adminUrl)
  const site = settings.site ?? defaultSite
  const dialTestWatch = settings.dialTestWatch ?? watch
  const usage = usageOf(settings, common.usage)
  const sso = ssoOf(name, settings, common)
  const address = { name, site, keys, product: own, dialTestWatch, usage, ...(sso && { sso }) }
  if (settings.supervised !== true) return address
  if (welcomeUrl === undefined) {
    throw new SettingError(
      `KOOGATE_PUBLIC_URL is not set; buyers of the supervised address ${name} are shown a page there.`,
    )
  }
  return { ...address, supervision: { frontEndUrl: welcomeUrl } }
}

function usageOf(settings: AddressSettings, common: UsageSettings): UsageSettings {
  const { usagePush: push = common.push, usageMerge, usageLate: late = common.late } = settings
  return { push, merge: usageMerge === undefined ? common.merge : usageMerge === 'on', late }
}

// The store forbids one key for two interface types; only the key of V1 may equal another.
function refuseSharedKeys(address: string, keys: Keys): void {
  const owner = new Map<string, InterfaceType>()
  for (const type of interfaceTypes.filter((one) => one !== 'v1')) {
    for (const key of keys[type]) {
      const other = owner.get(key)
      if (other !== undefined && other !== type) {
        throw new SettingError(
          `${settingOf(other)} and ${settingOf(type)} of address ${address} share a key, which the store forbids.`,
        )
      }
      owner.set(key, type)
    }
  }
}

function settingOf(type: InterfaceType): string {
  return `KOOGATE_${type.toUpperCase()}_KEY`
}

function refuseBadUrl(address: string, setting: string, template: string): void {
  const sample = template.replaceAll('{instanceId}', 'i')
  const sound = URL.canParse(sample) && /^https?:$/.test(new URL(sample).protocol)
  if (!sound)
    throw new SettingError(`KOOGATE_${setting} of address ${address} is not a web address.`)
}
