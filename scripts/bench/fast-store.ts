import { randomBytes } from 'node:crypto'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { startOrderStore } from '../../src/simulator/api/order-store.ts'
import { products } from '../../src/simulator/products/products.ts'
import type { Order } from './signed-purchase.ts'

const [accessKey, secretKey] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')]

/** A store that answers order queries at once. */
export interface FastStore {
  /** For a service that is to ask it. */
  readonly settings: Readonly<Record<string, string>>
  add(order: Order): void
  /** How many of the orders it has told. */
  told(): number
  close(): Promise<void>
}

/** Starts the simulator's store. */
export async function startFastStore(): Promise<FastStore> {
  const store = await startOrderStore({ accessKey, secretKey })
  const told = () => store.calls.filter(({ answer }) => answer === 'MKT.0000')
  return {
    settings: {
      KOOGATE_STORE_URL: store.url.origin,
      KOOGATE_STORE_AK: accessKey,
      KOOGATE_STORE_SK: secretKey,
    },
    add: (order) => store.orders.add(infoOf(order)),
    told: () => new Set(told().map(({ orderId }) => orderId)).size,
    close: () => store.close(),
  }
}

function infoOf(order: Order) {
  const placedAt = new Date()
  const expireTime = new Date(placedAt.getTime() + 365 * 24 * 3600_000)
  const product = products.standardYear
  return orderInfoOf({ ...order, orderType: 'NEW', placedAt, product, quantity: 1, expireTime })
}
