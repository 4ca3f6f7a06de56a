import type { Vault } from '../crypto/vault.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import type { DeliveryStep } from '../domain/delivery/delivery.ts'
import { subjectOf } from '../domain/subject.ts'
import { orderMembers } from './order-members.ts'
import type { Told } from './told.ts'

/** A change of an order line that is told. */
export interface OrderStory {
  readonly type:
    | 'order.notified'
    | 'order.fetched'
    | 'order.refused'
    | 'order.delivery.noted'
    | 'order.delivery.idle'
  readonly order: OrderTable
  /** The instance that it completes, if any. */
  readonly instanceId: string | null
  /** The step of service supervision, or that none follows. */
  readonly delivery?: ToldDelivery | null
}

/** A step of service supervision, who noted it and when it was; of an idle order what somebody has to do. */
export interface ToldDelivery {
  readonly step: DeliveryStep | null
  readonly by: string
  readonly at: Date
  readonly attention: string | null
}

/** The data of a change of an order, as they are kept. */
export type OrderData = ReturnType<typeof dataOf>

/**
 * What is told of an order. An order has no version: the database numbers its events as they are committed,
 * from this time on (0004-topic-order.ts).
 */
export function toldOrder(
  { type, order, instanceId, delivery = null }: OrderStory,
  { vault, at, messageId }: { vault: Vault; at: Date; messageId: string | null },
): Told {
  const { order_id: orderId, site } = order
  const data = { ...dataOf(order, vault), instanceId, delivery, cause: { messageId, orderId } }
  return {
    ...{ site, address: data.address, test: data.test },
    topic: subjectOf('order', `${site}/${orderId}`),
    seq: at.getTime(),
    types: [type],
    personal: data.buyer !== null || data.extendParams.length > 0,
    data,
  }
}

function dataOf(order: OrderTable, vault: Vault) {
  const opened = (encrypted: Uint8Array): unknown => JSON.parse(vault.decrypt(encrypted).toString())
  return {
    site: order.site,
    address: order.address,
    test: order.test_address !== '',
    testAddress: order.test_address,
    orderId: order.order_id,
    orderLineId: order.order_line_id,
    state: order.state,
    ...orderMembers(order),
    buyer: order.buyer && opened(order.buyer),
    extendParams: order.extend_params ? (opened(order.extend_params) as unknown[]) : [],
  }
}
