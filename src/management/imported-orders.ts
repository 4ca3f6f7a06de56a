import type { ManagementSchemas } from '../contract/index.ts'
import { claimOf } from '../calls/call.ts'
import { claimColumns } from '../db/claim/claims.ts'
import type { ClaimTable } from '../db/claim/claim-tables.ts'
import type { Address } from '../domain/address.ts'
import type { NewEvent } from '../calls/handler.ts'
import type { InstanceImport } from './instance-import.ts'

type ImportedOrder = ManagementSchemas['ImportedOrder']

const scenes = {
  renewal: 'RENEWAL',
  conversion: 'TRIAL_TO_FORMAL',
  change: 'RENEWAL_CHANGE',
  refund: 'UNSUBSCRIBE_RENEWAL_PERIOD',
} as const

/** The claim that a call with this order would have made, so that one that comes is a repeat. */
export function claimRow(
  { instanceId, family }: InstanceImport,
  order: ImportedOrder,
  { address, now }: { readonly address: Address; readonly now: Date },
): ClaimTable {
  const { activity, ids } = idsOf(family, order)
  const call = { address, family, test: false }
  const claim = claimOf(call, activity, [instanceId, order.orderId, ...ids])
  return { ...claimColumns(claim), instance_id: instanceId, claimed_at: now }
}

function idsOf(family: InstanceImport['family'], { role, orderLineId = '' }: ImportedOrder) {
  const isUpgrade = role === 'upgrade'
  if (family === 'saas-v1') return { activity: isUpgrade ? 'upgrade' : 'refreshInstance', ids: [] }
  if (family === 'license-b') return { activity: 'refreshLicense', ids: [] }
  if (isUpgrade) return { activity: 'upgradeInstance', ids: [orderLineId] }
  return { activity: 'refreshInstance', ids: [orderLineId, scenes[role]] }
}

/** What the history tells of an order that was applied before. */
export function importedEvent({ role, orderId }: ImportedOrder): NewEvent {
  return { type: role === 'upgrade' ? 'instance.upgraded' : 'instance.refreshed', orderId }
}
