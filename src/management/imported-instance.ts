import { emptyOrder } from '../db/order/orders.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import { fetchOrderQueue } from '../db/job/jobs.ts'
import type { Changes } from '../calls/changes.ts'
import type { Services } from '../calls/services.ts'
import type { Address } from '../domain/address.ts'
import type { Terms } from '../domain/instance/applied-order.ts'
import type { AppInfo, Instance } from '../domain/instance/instance.ts'
import { hasOrderLines } from '../domain/instance/instance.ts'
import { freeze, provision, purchase } from '../domain/instance/life-cycle.ts'
import { present } from '../domain/present.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { fillTemplate } from '../ports/provisioning.ts'
import { importedEvent, withImported } from './imported-orders.ts'
import type { Import, ImportedOrders, InstanceImport } from './instance-import.ts'
import { appInfoFrom } from './app-info.ts'

/** What tells the instances of its order apart: the line; in V1 nothing, or the product of pay-per-use. */
export function orderPart(given: InstanceImport): string {
  const { family, orderLineId = '', productId = '' } = given
  if (hasOrderLines({ family })) return orderLineId
  return isPerProduct(given) ? productId : ''
}

/** True for an order of V1 that is paid per use: it sells an instance for each of its products. */
export function isPerProduct({ family, chargingMode }: InstanceImport): boolean {
  const isPerUse = chargingMode === 'ON_DEMAND' || chargingMode === 'ON_DEMAND_PKG'
  return family === 'saas-v1' && isPerUse
}

/** What is written for an instance that was sold before, with the orders that were applied to it. */
export function importedChanges(
  { given, address }: Import,
  fresh: ImportedOrders,
  services: Pick<Services, 'now' | 'vault'>,
): Changes {
  const now = services.now()
  const instance = withImported(instanceOf(given, address, now), fresh, now)
  return {
    instance,
    order: orderOf(given, instance, services),
    events: [{ type: 'instance.imported', orderId: given.orderId }, ...fresh.map(importedEvent)],
    jobs: hasOrderLines(instance) ? [orderJob(instance, given.productId !== undefined)] : [],
  }
}

function instanceOf(given: InstanceImport, address: Address, now: Date): Instance {
  const { instanceId, family, orderId, expireTime, status } = given
  const bought = purchase(
    {
      instanceId,
      site: address.site,
      address: address.name,
      family,
      test: false,
      businessId: instanceId,
      orderId,
      orderLineId: orderPart(given),
      ...(expireTime !== undefined && { expireTime: parseDateTime(expireTime) ?? null }),
      ...(given.buyer && { buyer: given.buyer }),
      told: toldOf(given),
      isQueried: hasOrderLines({ family }),
      isImported: true,
    },
    now,
  )
  const ready = provision(bought, { outcome: 'ready', appInfo: appInfoOf(given, address) }, now)
  return { ...(status === 'frozen' ? freeze(ready, now) : ready), version: 1 }
}

/** What the seller's records tell of the plan; it counts before what the orders show. */
function toldOf({ trial, ...given }: InstanceImport): Terms {
  const { chargingMode, periodType, periodNumber, productId, skuCode, quantity } = given
  const orderType = trial === true ? 'TRIAL' : 'NEW'
  const told = { orderType, chargingMode, periodType, periodNumber, productId, skuCode, quantity }
  return present(told)
}

function appInfoOf({ instanceId, appInfo }: InstanceImport, { product }: Address): AppInfo {
  if (appInfo === undefined) return fillTemplate(instanceId, product)
  return appInfoFrom(appInfo, null)
}

// The seller's own records stand for the order until the store is asked, and in V1 for good.
function orderOf(
  given: InstanceImport,
  instance: Instance,
  services: Pick<Services, 'now' | 'vault'>,
): OrderTable {
  const { site, address, test, orderId, orderLineId, buyer } = instance
  const now = services.now()
  return {
    ...emptyOrder({ site, address, test, orderId, orderLineId }, now),
    order_type: given.trial === true ? 'TRIAL' : 'NEW',
    charging_mode: given.chargingMode ?? null,
    period_type: given.periodType ?? null,
    period_number: given.periodNumber ?? null,
    product_id: given.productId ?? null,
    sku_code: given.skuCode ?? null,
    quantity: given.quantity ?? null,
    expire_time: instance.expireTime,
    buyer: buyer && services.vault.encrypt(JSON.stringify(buyer)),
    ...(!hasOrderLines(instance) && { state: 'fetched' as const, fetched_at: now }),
  }
}

function orderJob(instance: Instance, callNamedProduct: boolean) {
  const { instanceId, site, address, test, orderId, orderLineId } = instance
  const order = { site, address, test, orderId, orderLineId }
  return { queue: fetchOrderQueue, data: { ...order, instanceId, callNamedProduct } }
}
