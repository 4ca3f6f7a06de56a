import { createHash } from 'node:crypto'
import { makeOrderKey, type OrderKey } from '../products/order-ids.ts'
import type { StoreData } from './store-data.ts'

/** The next 32 hexadecimal digits of the seed: the same in every run. */
export function newHex(data: StoreData): string {
  data.drawn += 1
  return createHash('sha256').update(`${data.seed} ${data.drawn}`).digest('hex').slice(0, 32)
}

/** An id in the form of a UUID. */
export function newUuid(data: StoreData): string {
  const hex = newHex(data)
  const ends = [8, 12, 16, 20, 32]
  return ends.map((end, at) => hex.slice(ends[at - 1] ?? 0, end)).join('-')
}

/** Ids of an order that is placed now. */
export function newOrderKey(data: StoreData): OrderKey {
  const below = (limit: number) => Number.parseInt(newHex(data).slice(0, 8), 16) % limit
  const key = makeOrderKey(new Date(data.now), below)
  // Five characters a minute: rarely drawn twice, and never given twice.
  return data.orders[key.orderId] === undefined ? key : newOrderKey(data)
}
