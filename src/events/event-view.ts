import type { Vault } from '../crypto/vault.ts'
import type { FeedRow } from '../db/event/feed.ts'
import { orderResourceId } from '../db/order/order-resource-id.ts'
import { maskCall } from '../mask/mask.ts'
import { maskCode } from '../mask/mask-text.ts'
import { type Show, showTo } from '../domain/show.ts'
import { subjectOf } from '../domain/subject.ts'
import { viewBuyer, viewExtendParams, viewPlan } from './sale-view.ts'
import type { InstanceData } from './told-instance.ts'
import type { LicenseData } from './told-license.ts'
import type { OrderData } from './told-order.ts'
import { type User, viewUser } from './user-view.ts'

/** The data of an event by name. */
export type EventData = Readonly<Record<string, unknown>>

/** An event as it is told: but for the id the body of Standard Webhooks. */
export interface EventView {
  readonly id: string
  readonly type: string
  /** ISO 8601. */
  readonly timestamp: string
  readonly data: EventData
}

/** Who reads events: what is personal is shown in clear, or masked, or as a request of the API may see it. */
export type EventReader = { readonly personal: boolean } | { readonly show: Show }

/** Opens an event for a reader. */
export function viewEvent(
  { id, type, at, data }: Pick<FeedRow, 'id' | 'type' | 'at' | 'data'>,
  vault: Vault,
  reader: EventReader,
): EventView {
  const opened = JSON.parse(vault.decrypt(data).toString()) as EventData
  const [kind = ''] = type.split('.')
  const view = views.get(kind) ?? viewUnknown
  const show = 'show' in reader ? reader.show : showTo(reader)
  return { id, type, timestamp: at.toISOString(), data: view(opened, show) }
}

type View = (data: EventData, show: Show) => EventData

const views: ReadonlyMap<string, View> = new Map<string, View>([
  ['instance', viewInstance],
  ['order', viewOrder],
  ['license', viewLicense],
  ['tenant', viewTenant],
  ['alarm', (data) => data],
  ['usage', (data) => data],
])

// What is left out where it is null; of an event that a version before the feed has left behind more is.
const unknown = {
  family: null,
  status: null,
  previousStatus: null,
  version: null,
  productId: null,
  expireTime: null,
  acceptanceTime: null,
  trial: null,
  scene: null,
  changed: [],
  failure: null,
  attention: null,
  externalId: null,
  metadata: {},
}

function viewInstance(data: EventData, show: Show): EventData {
  const { plan, previousPlan, buyer, ...rest } = data as InstanceData
  const reader = { show, subject: subjectOf('instance', rest.instanceId ?? '') }
  return {
    ...unknown,
    ...rest,
    plan: plan ? viewPlan(plan, reader) : null,
    previousPlan: previousPlan ? viewPlan(previousPlan, reader) : null,
    buyer: buyer ? viewBuyer(buyer, reader) : null,
  }
}

function viewOrder(data: EventData, show: Show): EventData {
  const { buyer, extendParams, testAddress, ...rest } = data as OrderData
  const reader = { show, subject: subjectOf('order', rest.orderId) }
  return {
    id: orderResourceId({ ...rest, testAddress }),
    // An event of a version before tells none.
    delivery: null,
    ...rest,
    buyer: buyer ? viewBuyer(buyer, reader) : null,
    extendParams: viewExtendParams(extendParams, reader),
  }
}

function viewLicense(data: EventData, show: Show): EventData {
  const { code, ...rest } = data as LicenseData
  const subject = subjectOf('license', rest.licenseId)
  // An event of a version before does not tell how a code stands.
  const standing = { activatedAt: null, codeStatus: null }
  return { ...standing, ...rest, code: code === null ? null : show(subject, code, maskCode) }
}

function viewTenant(data: EventData, show: Show): EventData {
  const { users, ...rest } = data as EventData & {
    readonly tenantId: string
    readonly users?: readonly User[]
  }
  const reader = { show, subject: subjectOf('tenant', rest.tenantId) }
  return { ...rest, ...(users && { users: users.map((user) => viewUser(user, reader)) }) }
}

// Written by a newer version: which of it is private nobody here knows.
function viewUnknown(data: EventData, show: Show): EventData {
  return show('event', data, (whole) => maskCall(whole) as EventData)
}
