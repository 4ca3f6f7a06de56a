import { findInstance, toInstanceRow } from '../db/instances.ts'
import { saveOrder } from '../db/orders.ts'
import type { OrderTable } from '../db/tables.ts'
import { ConflictError, commit } from '../db/unit-of-work.ts'
import type { OrderFacts } from '../domain/instance-order.ts'
import { completeWithOrder } from '../domain/instance-order.ts'
import { parseStoreTime } from '../domain/store-time.ts'
import type { OrderAnswer, StoreClient } from '../store/order-query.ts'
import type { OrderLine } from '../store/order.ts'
import type { FetchOrder } from './ask.ts'
import type { Services } from './services.ts'

/** The store could not be asked or could not answer; the job is tried again later. */
export class OrderNotFetchedError extends Error {}

/**
 * Fetches an order from the store, keeps it whole and in columns, and completes its instance.
 * May run any number of times for one order. Throws OrderNotFetchedError when a later attempt may
 * succeed; what can never succeed is kept as refused, with the store's code.
 */
export async function fetchOrder(
  job: FetchOrder,
  store: StoreClient,
  services: Services,
): Promise<void> {
  const { orderId, orderLineId } = job
  const answer = await store.queryOrder({ orderId, orderLineId })
  if (!answer.ok) return keepFailure(job, answer, services)
  const line = answer.order.orderLine.find((one) => one.orderLineId === orderLineId)
  await saveOrder(services.db, fetchedRow(job, answer, line, services))
  if (job.instanceId === null || line === undefined) return
  await completeInstance(job, job.instanceId, factsOf(job, line), services)
}

async function keepFailure(
  job: FetchOrder,
  failure: Extract<OrderAnswer, { ok: false }>,
  { db }: Services,
): Promise<void> {
  const state = failure.retry ? 'waiting' : 'refused'
  await saveOrder(db, { ...emptyRow(job), state, result_code: failure.code })
  if (failure.retry) throw new OrderNotFetchedError(`${failure.code}: ${failure.message}`)
}

async function completeInstance(
  job: FetchOrder,
  instanceId: string,
  facts: OrderFacts,
  services: Services,
): Promise<void> {
  const { db, vault, now } = services
  for (;;) {
    const instance = await findInstance(db, vault, instanceId)
    if (instance === undefined) return
    const completed = completeWithOrder(instance, facts, job.callNamedProduct, now())
    if (completed === instance) return
    try {
      await commit(db, { instance: toInstanceRow(completed, vault) })
      return
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
    }
  }
}

function factsOf({ orderId, orderLineId }: FetchOrder, line: OrderLine): OrderFacts {
  const productIds = new Set((line.productInfo ?? []).map(({ productId }) => productId))
  return { orderId, orderLineId, productIds: [...productIds], expireTime: timeOf(line.expireTime) }
}

function timeOf(text: string | null | undefined): Date | null {
  return (text && parseStoreTime(text)) || null
}

function fetchedRow(
  job: FetchOrder,
  { order, raw }: Extract<OrderAnswer, { ok: true }>,
  line: OrderLine | undefined,
  { vault, now }: Services,
): OrderTable {
  return {
    ...emptyRow(job),
    ...lineColumns(line),
    state: 'fetched',
    order_type: order.orderType,
    create_time: timeOf(order.createTime),
    extend_params: [...(line?.extendParams ?? []), ...(order.extendParams ?? [])],
    buyer: order.buyerInfo ? vault.encipher(JSON.stringify(order.buyerInfo)) : null,
    answer: vault.encipher(JSON.stringify(raw)),
    fetched_at: now(),
  }
}

function lineColumns(line: OrderLine | undefined): Partial<OrderTable> {
  const [product] = line?.productInfo ?? []
  return {
    charging_mode: line?.chargingMode ?? null,
    period_type: line?.periodType ?? null,
    period_number: line?.periodNumber ?? null,
    product_id: product?.productId ?? null,
    sku_code: product?.skuCode ?? null,
    product_name: product?.productName ?? null,
    quantity: product?.linearValue ?? null,
    expire_time: timeOf(line?.expireTime),
    currency: line?.currency ?? null,
    currency_after_discount: line?.currencyAfterDiscount ?? null,
  }
}

function emptyRow({ address, orderId, orderLineId }: FetchOrder): OrderTable {
  return {
    address,
    order_id: orderId,
    order_line_id: orderLineId,
    state: 'waiting',
    result_code: null,
    order_type: null,
    charging_mode: null,
    period_type: null,
    period_number: null,
    product_id: null,
    sku_code: null,
    product_name: null,
    quantity: null,
    create_time: null,
    expire_time: null,
    extend_params: null,
    currency: null,
    currency_after_discount: null,
    buyer: null,
    answer: null,
    fetched_at: null,
  }
}
