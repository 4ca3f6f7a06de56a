import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'

type Item = Pick<KoogateSchemas['OverviewItem'], 'kind' | 'subject'>

/** The id in the subject of an item, and the page on which a person sees to it. */
export function whereOf({ kind, subject }: Item): { id: string; href: string } {
  const [of = '', ...rest] = (subject ?? '').split(':')
  const id = rest.join(':')
  // Of an order the site stands before it, and its line behind.
  const shown = of === 'order' ? (id.split('/')[1] ?? id) : id || of
  return { id: shown, href: pageOf(kind, of, id) }
}

function pageOf(kind: string, of: string, id: string): string {
  const [orderId] = id.split('/').slice(1)
  if (kind === 'dialtest.failing') {
    return paths.messages({ address: id, test: true, outcome: 'failure' })
  }
  if (kind === 'signature.refused') return paths.keys()
  if (kind === 'purchase.failing') return paths.instances({ orderId })
  if (kind === 'orders.failed')
    return paths.messages({ activity: 'newInstance', outcome: 'failure' })
  if (kind === 'reconciliation.drift') return paths.reconciliations()
  if (kind === 'usage.at_risk') return paths.usage({ instanceId: id })
  if (of === 'order') return paths.orders({ orderId })
  if (of === 'instance') return paths.instance(id)
  if (of === 'license') return paths.license(id)
  if (of === 'tenant') return paths.enterprise(id)
  if (of === 'webhook-endpoint') return paths.webhook(id)
  return severalOf(kind)
}

/** Where all of a kind are. */
function severalOf(kind: string): string {
  if (kind === 'license.refused') return paths.licenses({ upload: 'refused' })
  if (kind === 'license.waiting') return paths.licenses({ status: 'provisioning' })
  if (kind === 'instance.attention') return paths.instances({ attention: true })
  return paths.alarms({ cleared: false, key: kind })
}
