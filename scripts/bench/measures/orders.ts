import { setTimeout as wait } from 'node:timers/promises'
import { createDatabase } from '../../../test/harness/postgres.ts'
import { buy, isFetched } from '../call.ts'
import { startService } from '../contenders.ts'
import { startFastStore } from '../fast-store.ts'
import { medianUnder, valueLine } from '../report.ts'
import type { Order } from '../signed-purchase.ts'

const few = 50
const many = 500
const patienceSeconds = 20

/** How fast one replica reads the orders that wait, from a store that answers at once. */
export async function measureOrders(postgresUrl: string): Promise<string[]> {
  const fewRead = await readWaiting(await createDatabase(postgresUrl, 'empty'), few)
  const manyRead = await readWaiting(await createDatabase(postgresUrl, 'empty'), many)
  return orderLines(fewRead, manyRead)
}

/** How many orders were read, and in what time. */
export interface Read {
  readonly orders: number
  readonly seconds: number
}

/** A time that ran out counts as it is: longer than the goal. */
export function orderLines(fewRead: Read, manyRead: Read): string[] {
  const rate = manyRead.orders / manyRead.seconds
  return [
    valueLine(`${few} waiting orders are read in`, fewRead.seconds, 's', medianUnder(2, 's')),
    valueLine(`orders read a second, ${many} waiting`, rate, ''),
  ]
}

// The service that sells has no keys for the store, so that every order waits; the clock begins when
// one that has them is ready.
async function readWaiting(databaseUrl: string, count: number): Promise<Read> {
  const store = await startFastStore()
  const orders = await sell(databaseUrl, count)
  orders.forEach((order) => store.add(order))
  const reader = await startService(databaseUrl, { settings: store.settings })
  const startedAt = performance.now()
  const secondsSince = () => (performance.now() - startedAt) / 1000
  while (store.told() < count && secondsSince() < patienceSeconds) await wait(5)
  const read = { orders: store.told(), seconds: secondsSince() }
  if (read.orders === count) await allFetched(reader, orders)
  await reader.stop()
  await store.close()
  return read
}

async function sell(databaseUrl: string, count: number): Promise<Order[]> {
  const seller = await startService(databaseUrl)
  const orders: Order[] = []
  while (orders.length < count) orders.push(await buy(seller))
  await seller.stop()
  return orders
}

/** What was told is kept as well, or the time is not what it says. */
async function allFetched(reader: { readonly url: string }, orders: readonly Order[]) {
  for (const order of orders) {
    while (!(await isFetched(reader, order))) await wait(10)
  }
}
