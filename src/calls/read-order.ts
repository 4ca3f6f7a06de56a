import { type OrderAt, emptyOrder } from '../db/order/orders.ts'
import { findInstance } from '../db/instance/instances.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import {
  type OrderFacts,
  completeWithOrder,
  isDecidedAnew,
} from '../domain/instance/instance-order.ts'
import { isSameOrder } from '../domain/instance/applied-order.ts'
import { planOf } from '../domain/instance/plan.ts'
import type { StoreClient, StoreFailure } from '../store-api/store-client.ts'
import type { StoreAnswers } from '../store-api/store-operations.ts'
import type { OrderLine } from '../store-api/order.ts'
import type { Changes } from './changes.ts'
import type { FetchOrder, NewEvent } from './handler.ts'
import { persist, tryPersist } from './persist.ts'
import { retrying } from './retrying.ts'
import type { Services } from './services.ts'
import { orderColumns } from './order-columns.ts'
import { extendParamsIn, factsOf } from './order-facts.ts'

/** Why an order was not read. */
export type UnreadOrder = Pick<StoreFailure, 'kind' | 'code' | 'message' | 'pauseMs'>

/**
 * Reads an order from the store, keeps it whole and in columns, and completes its instance in the
 * same commit. Returns the failure where there was one, and then nothing was written.
 */
export async function readOrder(
  job: FetchOrder,
  store: StoreClient,
  services: Services,
  signal?: AbortSignal,
): Promise<UnreadOrder | undefined> {
  const { orderId, orderLineId } = job
  const result = await store.call('queryOrder', { query: { orderId, orderLineId } }, { signal })
  if (!result.ok) return result
  const { answer } = result
  const line = answer.order.orderLine.find((one) => one.orderLineId === orderLineId)
  // An order may be read before the store has all of its lines.
  if (line === undefined) return lineMissing
  await keepOrder(job, answer, line, services)
  return undefined
}

/** Keeps what the store has told of an order line, and completes its instance in the same commit. */
export async function keepOrder(
  job: FetchOrder,
  answer: StoreAnswers['queryOrder'],
  line: OrderLine,
  services: Services,
): Promise<void> {
  const order = fetchedRow(job, answer, line, services)
  const facts = factsOf(job, answer.order, line)
  await retrying(async () => {
    const orderStory = { type: 'order.fetched', order, instanceId: job.instanceId } as const
    const completion = await completed(job, facts, services)
    return tryPersist({ order, orderStory, arrivedOrder: job, ...completion }, services)
  })
}

const lineMissing: UnreadOrder = {
  kind: 'later',
  code: 'unreadable',
  message: 'the order does not show the line',
  pauseMs: undefined,
}

/** Whether the job's instance knows what its order tells. */
export async function isRead(
  { instanceId, ...line }: FetchOrder,
  { db, vault }: Pick<Services, 'db' | 'vault'>,
): Promise<boolean> {
  const instance = instanceId === null ? undefined : await findInstance(db, vault, instanceId)
  const order = instance?.orders.find((one) => isSameOrder(one, line))
  return order !== undefined && order.read !== null
}

/** Keeps why an order could not be read, unless it was read before. */
export async function saveFailure(
  job: FetchOrder,
  { kind, code }: UnreadOrder,
  services: Services,
): Promise<void> {
  const isFinal = kind === 'refused'
  const state = isFinal ? 'refused' : 'waiting'
  const order = { ...emptyOrder(job, services.now()), state, result_code: code } as const
  const { instanceId } = job
  const orderStory = { type: 'order.refused', order, instanceId } as const
  await persist({ order, ...(isFinal && { orderStory, arrivedOrder: job }) }, services)
}

/** The job's instance with what the order tells of it; nothing where there is nothing to write. */
async function completed(
  { instanceId }: FetchOrder,
  facts: OrderFacts,
  { db, vault, now }: Services,
): Promise<Pick<Changes, 'instance' | 'before' | 'events'>> {
  if (instanceId === null) return {}
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined) return {}
  const next = completeWithOrder(instance, facts, now())
  if (next === instance) return {}
  const { orderId } = planOf(next.orders) ?? {}
  const events: NewEvent[] = isDecidedAnew(instance, next)
    ? [{ type: 'instance.changed', orderId }]
    : []
  return { instance: next, before: { instance }, events }
}

/** The row of a line that the store has told. */
export function fetchedRow(
  job: OrderAt,
  { order, raw }: StoreAnswers['queryOrder'],
  line: OrderLine,
  { vault, now }: Pick<Services, 'vault' | 'now'>,
): OrderTable {
  return {
    ...emptyOrder(job, now()),
    ...orderColumns(order, line),
    state: 'fetched',
    extend_params: vault.encrypt(JSON.stringify(extendParamsIn(order, line))),
    buyer: order.buyerInfo ? vault.encrypt(JSON.stringify(order.buyerInfo)) : null,
    answer: vault.encrypt(JSON.stringify(raw)),
    fetched_at: now(),
  }
}
