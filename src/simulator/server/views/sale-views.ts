import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { PlacedOrder, SoldInstance, StoreData, StoreMessage } from '../../state/index.ts'
import { iso } from './iso.ts'

/** An order. */
export function orderView(order: PlacedOrder): SimulatorSchemas['StoreOrder'] {
  const { orderId, purpose, state, placedAt, product, offer, customerId, instance } = order
  const { quantity, periods, amount, supervision, unsubscription } = order
  return {
    ...{ orderId, purpose, state, product, customerId, instance, quantity, periods, amount },
    placedAt: new Date(placedAt).toISOString(),
    offer: offer.productId,
    supervision: supervision?.node ?? null,
    unsubscription: unsubscription?.state ?? null,
  }
}

/** Instances with what happened to each: its orders and the calls about it, oldest first. */
export function instanceViews(
  data: StoreData,
  instances: readonly SoldInstance[],
): SimulatorSchemas['StoreInstance'][] {
  const orders = Map.groupBy(Object.values(data.orders), ({ instance }) => instance)
  const messages = Map.groupBy(Object.values(data.messages), ({ subject }) => subject.instance)
  return instances.map((one) =>
    viewOf(one, timelineOf(orders.get(one.id) ?? [], messages.get(one.id) ?? [])),
  )
}

/** One instance with what happened to it. */
export function instanceView(
  data: StoreData,
  instance: SoldInstance,
): SimulatorSchemas['StoreInstance'] {
  const orders = Object.values(data.orders).filter((one) => one.instance === instance.id)
  const messages = Object.values(data.messages).filter(
    ({ subject }) => subject.instance === instance.id,
  )
  return viewOf(instance, timelineOf(orders, messages))
}

type Entry = SimulatorSchemas['TimelineEntry']

function viewOf(instance: SoldInstance, timeline: Entry[]): SimulatorSchemas['StoreInstance'] {
  const { id, instanceId, order, product, offer, customerId, target, quantity } = instance
  const { status, trial, expireTime, license } = instance
  return {
    ...{ id, product, customerId, quantity, status, trial, timeline },
    instanceId: instanceId ?? null,
    orderId: order,
    offer: offer.productId,
    url: target.url,
    expireTime: iso(expireTime),
    license: license ?? null,
  }
}

const longest = 1000

function timelineOf(orders: readonly PlacedOrder[], messages: readonly StoreMessage[]): Entry[] {
  const ofOrders = orders.map(({ placedAt, purpose, state, orderId }) => ({
    ...{ at: placedAt, what: purpose, state, orderId },
    message: null,
  }))
  const ofMessages = messages.map(({ createdAt, activity, state, id: message }) => ({
    ...{ at: createdAt, what: activity, state, message },
    orderId: null,
  }))
  return [...ofOrders, ...ofMessages]
    .sort((one, other) => one.at - other.at)
    .slice(-longest)
    .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }))
}
