import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { newOrder, type Order, purchaseOf, signedCall } from './signed-purchase.ts'

/** Whom to send purchases to, and which share of them are orders that were bought before. */
export interface Target {
  readonly url: string
  readonly key: string
  readonly repeats: number
  /** Told of each order as its answer comes. */
  readonly onBought?: (order: Order) => void
}

/** What came of the calls of one window. */
export interface Measured {
  /** From sending to the whole answer, of each call that was answered with success. */
  readonly times: readonly number[]
  readonly failures: number
  readonly seconds: number
}

/** A buyer at one program. */
export interface Buyer {
  /** So many connections, each with a call on its way all the time. */
  atFullSpeed(connections: number, seconds: number): Promise<Measured>
  /** So many calls a second, evenly, whether or not the ones before are answered. */
  steadily(callsASecond: number, seconds: number): Promise<Measured>
  close(): Promise<void>
}

const remembered = 1_000

/** Opens a buyer. undici takes a third of the processor of node:http, which the program needs. */
export function openBuyer(target: Target): Buyer {
  const pool = new Pool(target.url)
  const bought: Order[] = []
  const buy = () => buyOnce(pool, target, bought)
  return {
    atFullSpeed: (connections, seconds) => atFullSpeed(buy, connections, seconds),
    steadily: (callsASecond, seconds) => steadily(buy, callsASecond, seconds),
    close: () => pool.close(),
  }
}

type Buy = () => Promise<number | undefined>

async function atFullSpeed(buy: Buy, connections: number, seconds: number): Promise<Measured> {
  const answers: (number | undefined)[] = []
  const startedAt = performance.now()
  const buyOn = async () => {
    while (performance.now() - startedAt < seconds * 1000) answers.push(await buy())
  }
  await Promise.all(Array.from({ length: connections }, buyOn))
  return measuredOf(answers, startedAt)
}

async function steadily(buy: Buy, callsASecond: number, seconds: number): Promise<Measured> {
  const answers: Promise<number | undefined>[] = []
  const startedAt = performance.now()
  while (answers.length < callsASecond * seconds) {
    const due = ((performance.now() - startedAt) / 1000) * callsASecond
    while (answers.length < due) answers.push(buy())
    await wait(1)
  }
  return measuredOf(await Promise.all(answers), startedAt)
}

function measuredOf(answers: readonly (number | undefined)[], startedAt: number): Measured {
  const seconds = (performance.now() - startedAt) / 1000
  const times = answers.filter((time) => time !== undefined)
  return { times, failures: answers.length - times.length, seconds }
}

/** The time of the call, or undefined if it failed. */
async function buyOnce(pool: Pool, { key, repeats, onBought }: Target, bought: Order[]) {
  const order = orderFor(repeats, bought)
  const call = signedCall('/main/saas', key, purchaseOf(order))
  const sentAt = performance.now()
  const text = await pool
    .request(call)
    .then(({ body }) => body.text())
    .catch(String)
  if (!text.includes('"resultCode":"000000"')) return undefined
  onBought?.(order)
  // A ring of the newest orders; one that was not answered is nothing that can be repeated.
  bought[bought.length < remembered ? bought.length : randomBelow(remembered)] = order
  return performance.now() - sentAt
}

function orderFor(repeats: number, bought: readonly Order[]): Order {
  const isRepeat = Math.random() < repeats
  return (isRepeat ? bought[randomBelow(bought.length)] : undefined) ?? newOrder()
}

function randomBelow(limit: number): number {
  return Math.floor(Math.random() * limit)
}
