import { z } from 'zod'
import type { OrderRowKey } from './list-orders.ts'
import type { OrderRow } from './orders.ts'
import { jsonIn } from '../../domain/json-in.ts'
import { isStorable } from '../../domain/storable-text.ts'

const Parts = z.tuple([z.string(), z.string(), z.string(), z.string()])

/** Koogate's id of an order line: its key as one text that stands in a path as it is. */
export function orderResourceId({ site, testAddress, orderId, orderLineId }: OrderRowKey): string {
  return Buffer.from(JSON.stringify([site, testAddress, orderId, orderLineId])).toString(
    'base64url',
  )
}

/** The key that an id stands for; undefined for a text that is not an id. */
export function readOrderResourceId(id: string): OrderRowKey | undefined {
  const parts = Parts.safeParse(jsonIn(Buffer.from(id, 'base64url').toString()))
  if (!parts.success || !parts.data.every(isStorable)) return undefined
  const [site, testAddress, orderId, orderLineId] = parts.data
  const key = { site, testAddress, orderId, orderLineId }
  return orderResourceId(key) === id ? key : undefined
}

/** The key of a row. */
export function keyOfRow(
  row: Pick<OrderRow, 'site' | 'test_address' | 'order_id' | 'order_line_id'>,
): OrderRowKey {
  return {
    site: row.site,
    testAddress: row.test_address,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
  }
}
