import { listAppliedOf } from '../../db/claim/applied-orders.ts'
import { findInstances, findPurchases } from '../../db/instance/instances.ts'
import { listCallsOf } from '../../db/message/kept-calls.ts'
import type { MessageRow } from '../../db/message/messages.ts'
import { type OrderRow, findOrderLines } from '../../db/order/orders.ts'
import { type Instance, hasOrderLines } from '../../domain/instance/instance.ts'
import { isRefusalCode } from '../../domain/refusal.ts'
import type { Services } from '../services.ts'

/** What is known here of an order: its lines, what they bought or changed, and what the store has called. */
export interface KnownOrder {
  readonly orderId: string
  readonly site: string
  readonly rows: readonly OrderRow[]
  readonly instances: readonly Instance[]
  /** The last call of each kind about an instance and a line, and whether it was refused. */
  readonly calls: readonly LastCall[]
}

/** The last attempt of a call of the store. */
export interface LastCall {
  readonly messageId: string
  readonly activity: string
  readonly instanceId: string | null
  /** Null where the call names none. */
  readonly orderLineId: string | null
  readonly isRefused: boolean
  readonly resultCode: string
  readonly at: Date
}

/** An order of a site, whose calls come to these addresses. */
export interface OrderOfSite {
  readonly orderId: string
  readonly site: string
  readonly addresses: readonly string[]
}

/** Reads what is known of an order. */
export async function readKnownOrder(
  { orderId, site, addresses }: OrderOfSite,
  services: Pick<Services, 'db' | 'vault'>,
): Promise<KnownOrder> {
  const { db, vault } = services
  const [rows, bought, applied, messages] = await Promise.all([
    findOrderLines(db, site, orderId),
    findPurchases(db, vault, [orderId]),
    listAppliedOf(db, [orderId]),
    listCallsOf(db, orderId, addresses),
  ])
  const calls = lastCalls(messages.map((row) => toCall(row, services)))
  const named = [...applied, ...calls].flatMap(({ instanceId }) => instanceId ?? [])
  const changed = await findInstances(db, vault, [...new Set(named)])
  const all = new Map([...bought, ...changed].map((one) => [one.instanceId, one]))
  const instances = [...all.values()].filter((one) => one.site === site && !one.test)
  return { orderId, site, rows, instances, calls }
}

/** By what of an order it is known whether calls alone tell it. */
interface Told {
  readonly rows: readonly Pick<OrderRow, 'order_line_id'>[]
  readonly instances: readonly Pick<Instance, 'family'>[]
}

/** Whether the store is never asked for an order: SaaS V1 and License 1.0 have no lines, and their calls tell all. */
export function isToldByCall({ rows, instances }: Told): boolean {
  if (instances.some((one) => !hasOrderLines(one))) return true
  return rows.length > 0 && rows.every((row) => row.order_line_id === '')
}

/** Of each kind, instance and line the newest, which comes first. */
function lastCalls(calls: readonly LastCall[]): LastCall[] {
  const last = new Map<string, LastCall>()
  for (const call of calls) {
    const key = JSON.stringify([call.activity, call.instanceId, call.orderLineId])
    if (!last.has(key)) last.set(key, call)
  }
  return [...last.values()]
}

function toCall(row: MessageRow, { vault }: Pick<Services, 'vault'>): LastCall {
  return {
    messageId: row.id,
    activity: row.activity ?? '',
    instanceId: row.instance_id,
    orderLineId: lineIn(vault.decrypt(row.body).toString()),
    isRefused: isRefusalCode(row.result_code),
    resultCode: row.result_code,
    at: row.received_at,
  }
}

function lineIn(body: string): string | null {
  try {
    const { orderLineId } = JSON.parse(body) as { orderLineId?: unknown }
    return typeof orderLineId === 'string' && orderLineId !== '' ? orderLineId : null
  } catch {
    // A call of V1 is a query.
    return null
  }
}
