import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { VersionConflict } from '../db/commit.ts'
import { listWithOldSale } from '../db/instance/instances.ts'
import { type OrderAt, type OrderRow, findOrders } from '../db/order/orders.ts'
import { type OrderFacts, completeWithOrder } from '../domain/instance/instance-order.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { ExtendParam } from '../domain/order/extend-params.ts'
import { present } from './order-facts.ts'

const atOnce = 100

/**
 * Completes what version 0.2 has sold or changed with what its orders have told: quantity, terms and
 * buyer stood in the rows of the orders alone. An instance that somebody changes meanwhile is looked at again the
 * next time. Once all are done there is nothing to read.
 */
export async function completeOldSales(services: Services): Promise<void> {
  const { db, vault } = services
  let after = ''
  for (;;) {
    const instances = await listWithOldSale(db, vault, { after, limit: atOnce })
    for (const instance of instances) await complete(instance, services)
    const last = instances.at(-1)
    if (last === undefined || instances.length < atOnce) return
    after = last.instanceId
  }
}

async function complete(instance: Instance, services: Services): Promise<void> {
  const { site, address, test } = instance
  const bought = { orderId: instance.orderId, orderLineId: instance.orderLineId }
  const latest = { orderId: instance.latestOrderId, orderLineId: instance.latestOrderLineId }
  const wanted = [bought, latest].map((ids): OrderAt => ({ ...ids, site, address, test }))
  const rows = await findOrders(services.db, wanted)
  const told = wanted.flatMap((order) => rows.find((row) => isOf(row, order)) ?? [])
  const now = services.now()
  const read = told.reduce(
    (one, row) => completeWithOrder(one, factsOf(row, services), now),
    instance,
  )
  // What was known before is not given up for what an older order told.
  const isRight = read.productId === instance.productId && read.trial === instance.trial
  const next = { ...(isRight ? read : instance), version: instance.version + 1, updatedAt: now }
  await persist({ instance: next }, services).catch((error: unknown) => {
    if (!(error instanceof VersionConflict)) throw error
  })
}

function isOf(row: OrderRow, { orderId, orderLineId }: OrderAt): boolean {
  return row.state === 'fetched' && row.order_id === orderId && row.order_line_id === orderLineId
}

function factsOf(row: OrderRow, { vault }: Services): OrderFacts {
  const opened = (bytes: Uint8Array | null) =>
    bytes === null ? null : (JSON.parse(vault.decrypt(bytes).toString()) as unknown)
  const extendParams = opened(row.extend_params) as ExtendParam[] | null
  return {
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    terms: present({
      orderType: row.order_type,
      chargingMode: row.charging_mode,
      periodType: row.period_type,
      periodNumber: row.period_number,
      productId: row.product_id,
      skuCode: row.sku_code,
      productName: row.product_name,
      quantity: row.quantity === null ? null : Number(row.quantity),
      orderAmount: row.currency_after_discount ?? row.currency,
      extendParams: extendParams === null || extendParams.length === 0 ? null : extendParams,
    }),
    productCount: 1,
    createdAt: row.create_time,
    expireTime: row.expire_time,
    buyer: opened(row.buyer) as Instance['buyer'],
  }
}
