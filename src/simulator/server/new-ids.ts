import { randomInt, randomUUID } from 'node:crypto'

/** A product id (productId) in the form of the store's. */
export function newOfferId(): string {
  return `OFFI${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`
}

/** The id of a specification. */
export function newSkuCode(): string {
  return randomUUID()
}

/** A customer id. */
export function newBuyerId(): string {
  return randomUUID().replaceAll('-', '')
}
