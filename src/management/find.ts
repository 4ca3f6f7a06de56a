import type { ManagementSchemas } from '../contract/index.ts'
import { findById as findRows } from '../db/find/find-by-id.ts'
import type { FoundKind, FoundRow } from '../db/find/found-row.ts'
import { orderResourceId } from '../db/order/order-resource-id.ts'
import { isUuid } from '../domain/uuid.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { idsOfCode } from './licenses.ts'
import { urlOf } from './url-of.ts'

type Found = ManagementSchemas['Found']

/** Everything that an id is, the likeliest first. */
export const findById: ManagementHandler<'findById'> = async ({ query }, context) => {
  const id = query.id.replace(around, '')
  if (id === '') return { items: [] }
  const rows = await findRows(context.services.db, queryOf(id, context))
  return { items: rows.map((row) => viewFound(row, id)) }
}

// What is copied along with an id: blanks of every kind, and characters that nobody sees.
const around = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g

function queryOf(id: string, context: ManagementContext) {
  const { vault, caller } = context.services
  const uuid = isUuid(id) ? id.toLowerCase() : undefined
  return {
    texts: [...new Set([id, uuid ?? id])],
    uuid,
    licenseIds: idsOfCode(id, context),
    userNameHash: vault.hash(id),
    isAdmin: caller.scopes.has('admin'),
  }
}

function viewFound(row: FoundRow, asked: string): Found {
  const id = row.kind === 'order' ? orderId(row) : row.id
  return {
    ...{ kind: row.kind, by: row.by_id, id, label: row.label },
    instanceId: row.instance_id,
    orderId: row.order_id,
    site: row.site,
    address: row.address,
    test: row.test,
    at: row.at?.toISOString() ?? null,
    ref: refs[row.kind](id, asked, row),
  }
}

function orderId(row: FoundRow): string {
  return orderResourceId({
    site: row.site ?? '',
    testAddress: row.test === true ? (row.address ?? '') : '',
    orderId: row.order_id ?? '',
    orderLineId: row.order_line_id ?? '',
  })
}

const refs: Readonly<Record<FoundKind, (id: string, asked: string, row: FoundRow) => string>> = {
  instance: (id) => urlOf(['instances', id]),
  order: (id) => urlOf(['orders', id]),
  license: (id) => urlOf(['licenses', id]),
  tenant: (id) => urlOf(['tenants', id]),
  user: (id, asked) => urlOf(['tenants', id, 'users'], { userName: asked }),
  application: (id) => urlOf(['credentials', id]),
  message: (id) => urlOf(['messages', id]),
  event: (id) => urlOf(['events', id]),
  'usage-window': (id) => urlOf(['usage', 'windows', id]),
  'outbound-call': (id) => urlOf(['outbound-calls', id]),
  ask: (_id, _asked, row) => refOfAsk(row),
  alarm: (id) => urlOf(['alarms', id]),
  'webhook-endpoint': (id) => urlOf(['webhook-endpoints', id]),
  'webhook-attempt': (id) => urlOf(['webhook-attempts', id]),
  reconciliation: (id) => urlOf(['reconciliations', id]),
  drift: (id) => urlOf(['reconciliations', id, 'drifts']),
  token: () => urlOf(['tokens']),
  audit: (id) => urlOf(['audit'], { requestId: id }),
}

function refOfAsk({ label, instance_id, subject }: FoundRow): string {
  return label === 'make-license'
    ? urlOf(['licenses', subject ?? ''])
    : urlOf(['instances', instance_id ?? ''])
}
