import {
  type Address,
  type InterfaceType,
  type ProductDefaults,
  interfaceTypes,
} from '../domain/address.ts'
import { defaultSite } from '../domain/scope.ts'
import type { AddressSettings } from './address-file.ts'
import { SettingError } from './setting-error.ts'

export type Keys = Address['keys']

/** An address from its settings; where the file says nothing the product of the environment counts. */
export function toAddress(
  name: string,
  settings: AddressSettings,
  product: ProductDefaults,
): Address {
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
    v1Encryption: settings.v1Encryption ?? product.v1Encryption,
    licenseTemplate: settings.licenseTemplate ?? product.licenseTemplate,
    changeCheck: settings.changeCheck ?? product.changeCheck,
  }
  refuseBadUrl(name, 'FRONT_END_URL', own.frontEndUrl)
  if (own.adminUrl !== undefined) refuseBadUrl(name, 'ADMIN_URL', own.adminUrl)
  return { name, site: settings.site ?? defaultSite, keys, product: own }
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
