import type { ProductDefaults, Webhook } from '../domain/address.ts'
import type { AddressSettings } from './address-file.ts'
import { SettingError } from './setting-error.ts'

/** What the webhooks of all addresses have in common. */
export interface CommonWebhook {
  /** What counts where the file says nothing. */
  readonly product: ProductDefaults
  /** For addresses that have a URL of their own and no secret of their own. */
  readonly webhookSecrets: readonly string[]
  readonly isProduction: boolean
}

/** The webhook of an address, if there is one. Throws SettingError, naming what is wrong with it. */
export function webhookOf(
  name: string,
  settings: AddressSettings,
  common: CommonWebhook,
): Webhook | undefined {
  const { webhookUrl, webhookSecret } = settings
  const url = webhookUrl ?? common.product.webhook?.url
  if (url === undefined && webhookSecret !== undefined) {
    throw new SettingError(`${named('URL', name)} is not set, although KOOGATE_WEBHOOK_SECRET is.`)
  }
  if (url === undefined) return undefined
  const webhook = { url, secrets: webhookSecret ?? common.webhookSecrets }
  const fault = faultOf(webhook, common.isProduction)
  if (fault !== undefined) throw new SettingError(`${named(fault.setting, name)} ${fault.message}.`)
  return webhook
}

/** The refusal of an address whose purchases a webhook should provision that is not there. */
export function nobodyToAsk(name: string): SettingError {
  return new SettingError(`${named('URL', name)} is not set, and KOOGATE_PROVISIONING is webhook.`)
}

interface WebhookFault {
  readonly setting: 'URL' | 'SECRET'
  readonly message: string
}

function faultOf({ url, secrets }: Webhook, isProduction: boolean): WebhookFault | undefined {
  const { protocol, username, password, hash } = new URL(url)
  if (secrets.length === 0) {
    return { setting: 'SECRET', message: 'is not set, although KOOGATE_WEBHOOK_URL is' }
  }
  if (username + password + hash !== '') {
    return { setting: 'URL', message: 'holds a user, a password or a fragment, which are not sent' }
  }
  if (isProduction && protocol !== 'https:') {
    return { setting: 'URL', message: 'does not begin with https://, as it must in production' }
  }
  return undefined
}

function named(setting: 'URL' | 'SECRET', address: string): string {
  return `KOOGATE_WEBHOOK_${setting} of address ${address}`
}
