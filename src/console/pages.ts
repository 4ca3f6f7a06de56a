import { lazy } from 'preact-iso'
import type { PageName } from './paths.ts'

/**
 * The pages. Each is a chunk of its own with a default export, and takes no properties: what it shows
 * is in the query of its address. The order is that of the navigation; a page with `under` is reached
 * from that one and is not in it.
 */
export const pages = {
  overview: { load: lazy(() => import('./pages/overview/overview.tsx')) },
  instances: { load: lazy(() => import('./pages/instances/instances.tsx')) },
  instance: { load: lazy(() => import('./pages/instances/instance.tsx')), under: 'instances' },
  find: { load: lazy(() => import('./pages/instances/find.tsx')), under: 'instances' },
  messages: { load: lazy(() => import('./pages/messages/messages.tsx')) },
  message: { load: lazy(() => import('./pages/messages/message.tsx')), under: 'messages' },
  reruns: { load: lazy(() => import('./pages/messages/reruns.tsx')), under: 'messages' },
  calls: { load: lazy(() => import('./pages/messages/calls.tsx')), under: 'messages' },
  orders: { load: lazy(() => import('./pages/orders/orders.tsx')) },
  order: { load: lazy(() => import('./pages/orders/order.tsx')), under: 'orders' },
  reconciliations: {
    load: lazy(() => import('./pages/orders/reconciliations.tsx')),
    under: 'orders',
  },
  usage: { load: lazy(() => import('./pages/usage/usage.tsx')) },
  record: { load: lazy(() => import('./pages/usage/record.tsx')), under: 'usage' },
  licenses: { load: lazy(() => import('./pages/licenses/licenses.tsx')) },
  license: { load: lazy(() => import('./pages/licenses/license.tsx')), under: 'licenses' },
  enterprises: { load: lazy(() => import('./pages/enterprises/enterprises.tsx')) },
  enterprise: {
    load: lazy(() => import('./pages/enterprises/enterprise.tsx')),
    under: 'enterprises',
  },
  webhooks: { load: lazy(() => import('./pages/webhooks/webhooks.tsx')) },
  webhook: { load: lazy(() => import('./pages/webhooks/webhook.tsx')), under: 'webhooks' },
  events: { load: lazy(() => import('./pages/webhooks/events.tsx')), under: 'webhooks' },
  event: { load: lazy(() => import('./pages/webhooks/event.tsx')), under: 'webhooks' },
  keys: { load: lazy(() => import('./pages/keys/keys.tsx')) },
  credential: { load: lazy(() => import('./pages/keys/credential.tsx')), under: 'keys' },
  alarms: { load: lazy(() => import('./pages/alarms/alarms.tsx')) },
  access: { load: lazy(() => import('./pages/access/access.tsx')) },
  setup: { load: lazy(() => import('./pages/setup/setup.tsx')) },
} as const satisfies Record<PageName, ConsolePage>

interface ConsolePage {
  readonly load: () => unknown
  readonly under?: Section
}

/** The pages of the navigation. */
export const sections = [
  'overview',
  'instances',
  'messages',
  'orders',
  'usage',
  'licenses',
  'enterprises',
  'webhooks',
  'keys',
  'alarms',
  'access',
  'setup',
] as const satisfies readonly PageName[]
export type Section = (typeof sections)[number]
