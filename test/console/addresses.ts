import { type PageName, paths } from '../../src/console/paths.ts'

/** What of a list stands first, under a name of its items. */
export type First = (path: string, member: string) => Promise<string>

/** Reads lists of the management API at an address. */
export function firstFrom(url: string, token: string): First {
  return async (path, member) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { items } = (await response.json()) as { items: Record<string, unknown>[] }
    const value = items[0]?.[member]
    if (typeof value !== 'string') throw new Error(`${path} has no ${member} to be shown`)
    return value
  }
}

/** An address of every page, with something to be shown. */
export const addresses: Readonly<Record<PageName, (first: First) => Promise<string> | string>> = {
  overview: () => paths.overview(),
  instances: () => paths.instances(),
  instance: async (first) => paths.instance(await first('/instances', 'instanceId')),
  find: async (first) => paths.find(await first('/instances', 'instanceId')),
  messages: () => paths.messages(),
  message: async (first) => paths.message(await first('/messages', 'id')),
  reruns: () => paths.reruns(),
  calls: () => paths.calls(),
  orders: () => paths.orders(),
  order: async (first) => paths.order(await first('/orders', 'id')),
  reconciliations: () => paths.reconciliations(),
  usage: () => paths.usage(),
  record: async (first) => paths.record(await first('/usage/windows', 'meteringSn')),
  licenses: () => paths.licenses(),
  license: async (first) => paths.license(await first('/licenses', 'licenseId')),
  enterprises: () => paths.enterprises(),
  enterprise: async (first) => paths.enterprise(await first('/tenants', 'tenantId')),
  webhooks: () => paths.webhooks(),
  webhook: async (first) => paths.webhook(await first('/webhook-endpoints', 'id')),
  events: () => paths.events(),
  event: async (first) => paths.event(await first('/events', 'id')),
  keys: () => paths.keys(),
  credential: () => paths.credential('app-1'),
  alarms: () => paths.alarms(),
  access: () => paths.access(),
  setup: () => paths.setup(),
}

/** The pages with a dialog, of what the examples of the contract show. */
export const withDialogs: readonly PageName[] = [
  'access',
  'alarms',
  'instance',
  'licenses',
  'messages',
  'order',
  'reconciliations',
  'record',
  'usage',
  'webhook',
  'webhooks',
]
