// Plays the store for a product that is being written: one buyer's way from the purchase to the end, at the
// service that runs here, with orders that it can ask for. `npm run play`; docs/en/product.md says how the
// service is started for it. A step is taken at each press of Enter, and at once where nobody can press it.
import { createInterface } from 'node:readline/promises'
import { bodyOf } from '../src/simulator/calls/answer.ts'
import { makeAccessKeys } from '../src/simulator/calls/access-keys.ts'
import { startOrderStore } from '../src/simulator/api/order-store.ts'
import { fastClock } from '../src/simulator/clock.ts'
import type { Delivery } from '../src/simulator/store/delivery.ts'
import { createSimulatedStore } from '../src/simulator/store/simulated-store.ts'
import { basicKey, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080' } = process.env
const sellerUrl = `http://localhost:${PORT}`
/** What the service is told as KOOGATE_STORE_URL, KOOGATE_STORE_AK and KOOGATE_STORE_SK. */
const storePort = 4013
const credentials = { accessKey: 'play', secretKey: 'play' }
// Where the store waits for a minute we wait for a second.
const clock = fastClock(60)
/** After this long somebody who looks on is told why nothing happens. */
const silentForMs = 5_000

function end(words: string): never {
  console.error(words)
  process.exit(1)
}

const basic = basicKey() ?? end(`There is no key in ${secretsFile}: start the service first.`)
const orderStore = await startOrderStore({ ...credentials, port: storePort })
const keys = { ...makeAccessKeys(), basic }
const store = createSimulatedStore({ sellerUrl, keys, clock, orderStore })

async function pause(): Promise<void> {
  if (!process.stdin.isTTY) return
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  await terminal.question('(Enter) ')
  terminal.close()
}

/** Makes a call and prints the last answer; ends where the store would give up. */
async function step(name: string, make: () => Promise<Delivery>): Promise<Delivery> {
  const delivery = await make()
  const answered = delivery.attempts.at(-1)?.http
  const body = answered && bodyOf(answered)
  console.log(`${name.padEnd(22)}${body ? JSON.stringify(body) : 'no answer'}`)
  if (body === undefined) end(`${sellerUrl} does not answer: start the service first (npm start).`)
  return delivery
}

/** A step that the product has a part in. */
function stepOf(instanceId: string, name: string, make: () => Promise<Delivery>) {
  const asks = `"asks" of ${sellerUrl}/api/v1/instances/${instanceId}`
  const telling = setTimeout(
    () => console.log(`Your product has not answered yet: see ${asks}.`),
    silentForMs,
  )
  return step(name, make).finally(() => clearTimeout(telling))
}

const bought = await step('buy 50 seats', () => store.buy())
const { instanceId } = bought
if (instanceId === undefined) end('The purchase was refused.')
await stepOf(instanceId, 'ask for the entrance', () => store.poll(instanceId))
const later: readonly [name: string, make: () => Promise<Delivery>][] = [
  ['renew for a year', () => store.renew(instanceId)],
  ['upgrade to 80 seats', () => store.upgrade(instanceId, { quantity: 80 })],
  ['freeze', () => store.freeze(instanceId)],
  ['unfreeze', () => store.unfreeze(instanceId)],
  ['unsubscribe', () => store.release(instanceId, { unsubscribed: true })],
]
for (const [name, make] of later) {
  await pause()
  await stepOf(instanceId, name, make)
}
await orderStore.close()
