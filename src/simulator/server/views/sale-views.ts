import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { PlacedOrder, SoldInstance, StoreData } from '../../state/index.ts'
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

/** An instance with what happened to it: its orders and the calls about it, oldest first. */
export function instanceView(
  data: StoreData,
  instance: SoldInstance,
): SimulatorSchemas['StoreInstance'] {
  const { id, instanceId, order, product, offer, customerId, target, quantity } = instance
  const { status, trial, expireTime, license } = instance
  return {
    ...{ id, product, customerId, quantity, status, trial },
    instanceId: instanceId ?? null,
    orderId: order,
    offer: offer.productId,
    url: target.url,
    expireTime: iso(expireTime),
    license: license ?? null,
    timeline: timelineOf(data, id),
  }
}

type Entry = SimulatorSchemas['TimelineEntry']

const longest = 1000

function timelineOf({ orders, messages }: StoreData, id: string): Entry[] {
  const ofOrders = Object.values(orders)
    .filter(({ instance }) => instance === id)
    .map(({ placedAt, purpose, state, orderId }) => ({
      ...{ at: placedAt, what: purpose, state, orderId },
      message: null,
    }))
  const ofMessages = Object.values(messages)
    .filter(({ subject }) => subject.instance === id)
    .map(({ createdAt, activity, state, id: message }) => ({
      ...{ at: createdAt, what: activity, state, message },
      orderId: null,
    }))
  return [...ofOrders, ...ofMessages]
    .sort((one, other) => one.at - other.at)
    .slice(-longest)
    .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }))
}
