import { randomInt } from 'node:crypto'
import { beijingTime } from '../store-time.ts'

/** The ids of one order line. */
export interface OrderKey {
  readonly orderId: string
  readonly orderLineId: string
}

// The documents' samples: CS, the minute in Beijing, five characters (CS2211181819B4LVS).
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const tailLength = 5

/** Ids of a new order and its one line, in the form of the store's; `below` draws a number. */
export function makeOrderKey(now: Date, below: (limit: number) => number = randomInt): OrderKey {
  const minute = beijingTime(now).slice(2, 12)
  const tail = Array.from({ length: tailLength }, () => alphabet[below(alphabet.length)])
  const orderId = `CS${minute}${tail.join('')}`
  return { orderId, orderLineId: firstLineOf(orderId) }
}

/** The id of an order's first line. */
export function firstLineOf(orderId: string): string {
  return `${orderId}-000001`
}
