import type { Address, Webhook } from '../domain/address.ts'

/** An endpoint of the settings, which is there by itself. */
export interface SettingsEndpoint extends Webhook {
  /** `settings`, or `settings.<address>` for one that stands at an address in the file. */
  readonly id: string
  /** Of which addresses it hears; null for all. */
  readonly addresses: readonly string[] | null
}

/** What the settings say of webhooks. */
export interface WebhookSettings {
  readonly endpoints: readonly SettingsEndpoint[]
  /** Nothing is sent in clear: in production. */
  readonly httpsOnly: boolean
}

/** Reads from the settings which endpoints there are by themselves. */
export function webhookSettings({
  webhook,
  addresses,
  isProduction: httpsOnly,
}: {
  readonly webhook: Webhook | undefined
  readonly addresses: ReadonlyMap<string, Address>
  readonly isProduction: boolean
}): WebhookSettings {
  const all = [...addresses.values()]
  const own = all.filter(({ product }) => product.webhook && !isSame(product.webhook, webhook))
  const others = all.filter((address) => !own.includes(address)).map(({ name }) => name)
  const common = webhook && {
    ...webhook,
    id: 'settings',
    addresses: own.length === 0 ? null : others,
  }
  return {
    endpoints: [
      ...(common && others.length > 0 ? [common] : []),
      ...own.flatMap(({ name, product }) =>
        product.webhook ? [{ ...product.webhook, id: `settings.${name}`, addresses: [name] }] : [],
      ),
    ],
    httpsOnly,
  }
}

function isSame(one: Webhook, other: Webhook | undefined): boolean {
  return one.url === other?.url && one.secrets.join() === other.secrets.join()
}
