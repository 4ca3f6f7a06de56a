import type pg from 'pg'
import { createDatabase } from '../../../test/harness/postgres.ts'
import type { Contender } from '../arena.ts'
import { keys } from '../contenders.ts'
import { createEndpoint, startTeller } from '../endpoint.ts'
import { openBuyer } from '../load.ts'
import { owe, sampleOf, told } from '../owed-events.ts'
import { processorBetween } from '../processor.ts'
import { startPoster } from '../poster.ts'
import type { Program } from '../program.ts'
import { type Arrival, type Receiver, startReceiver } from '../receiver.ts'
import { medianAtLeast, ratioLine, textLine, valueLine } from '../report.ts'
import { median, quantile, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { until } from '../until.ts'
import { readUse } from './full-load.ts'

const purchasesASecond = [100, 400]

export interface Deliveries {
  /** Owed at the beginning of a turn. */
  readonly events: number
  readonly rounds: number
  readonly latencySeconds: number
}

/** How many events arrive in a second, beside a bare program, and how soon after a purchase one does. */
export async function measureDeliveries(
  postgresUrl: string,
  server: pg.Client,
  { events, rounds, latencySeconds: seconds }: Deliveries,
): Promise<string[]> {
  const databaseUrl = await createDatabase(postgresUrl, 'empty')
  const on = (program: Program) => ({ program, databaseUrl, server })
  const [receiver, program] = await Promise.all([startReceiver(), startTeller(databaseUrl)])
  const service = on(program)
  const endpoint = await createEndpoint(program, receiver.url)
  await endpoint.enable()
  const poster = await startPoster({ url: receiver.url, secret: endpoint.secret })
  const bare = on(poster.program)

  const sample = await sampleOf(service)
  await told(service)
  const own = async () => {
    await endpoint.pause()
    await owe(service, sample, events)
    await until(async () => (await endpoint.pending()) === events)
    return timed(service, { receiver, events }, () => endpoint.enable())
  }
  // The first turns warm up; what the service sends is what the bare program sends.
  const { posts } = await own()
  const posted = () =>
    timed(bare, { receiver, events }, async () => void (await poster.post(posts)))
  await posted()
  const lines = deliveryLines(
    await inTurns(rounds, { service: own, bare: posted }, (turn) => turn()),
  )
  for (const rate of purchasesASecond) {
    lines.push(timeLine(rate, await timesToEndpoint(service, receiver, { rate, seconds })))
  }
  for (const one of [service, bare, receiver]) await one.program.stop()
  return lines
}

/** What one program did in one turn; processor time is that of one delivery. */
export interface DeliveryTurn {
  readonly perSecond: number
  readonly nodeUs: number
  readonly postgresUs: number
}

interface Timing {
  readonly receiver: Receiver
  readonly events: number
}

// From the first arrival to the last, by the clock of the receiver.
async function timed(
  contender: Contender,
  { receiver, events }: Timing,
  begin: () => Promise<void>,
): Promise<DeliveryTurn & { readonly posts: readonly Arrival[] }> {
  await receiver.clear()
  const before = await readUse(contender)
  await begin()
  const posts = await receiver.arrivals(events)
  await told(contender)
  const after = await readUse(contender)
  const times = posts.map(({ at }) => at)
  const ms = Math.max(...times) - Math.min(...times)
  return {
    posts,
    perSecond: (1_000 * (posts.length - 1)) / ms,
    nodeUs: (after.node - before.node) / posts.length,
    postgresUs: processorBetween(before.backends, after.backends) / posts.length,
  }
}

/** The ratio with its goal, and below it what it is made of. */
export function deliveryLines({
  service,
  bare,
}: Record<'service' | 'bare', readonly DeliveryTurn[]>): string[] {
  const rates = (turns: readonly DeliveryTurn[]) => turns.map(({ perSecond }) => perSecond)
  const ratio = ratios(rates(service), rates(bare))
  const middle = (turns: readonly DeliveryTurn[], value: (turn: DeliveryTurn) => number) =>
    Math.round(median(turns.map(value)))
  const [node, postgres] = [
    middle(service, ({ nodeUs }) => nodeUs),
    middle(service, ({ postgresUs }) => postgresUs),
  ]
  const work = (turns: readonly DeliveryTurn[]) =>
    turns.map(({ nodeUs, postgresUs }) => nodeUs + postgresUs)
  return [
    ratioLine('deliveries, service / bare program', ratio, medianAtLeast(0.5)),
    ratioLine('  by processor time', ratios(work(bare), work(service))),
    valueLine('deliveries a second, service', Math.round(median(rates(service))), ''),
    textLine('  of each: Node + Postgres', `${node} + ${postgres} us`),
    valueLine('deliveries a second, bare program', Math.round(median(rates(bare))), ''),
    textLine('  of each: Node', `${middle(bare, ({ nodeUs }) => nodeUs)} us`),
  ]
}

interface Steadily {
  readonly rate: number
  readonly seconds: number
}

/** From the answer to each purchase, which follows its commit, to the arrival of its first event. */
async function timesToEndpoint(
  service: Contender,
  receiver: Receiver,
  { rate, seconds }: Steadily,
): Promise<number[]> {
  const boughtAt = new Map<string, number>()
  const onBought = ({ orderId }: { readonly orderId: string }) => {
    boughtAt.set(orderId, performance.timeOrigin + performance.now())
  }
  const buyer = openBuyer({ url: service.program.url, key: keys.basic, repeats: 0, onBought })
  await receiver.clear()
  await buyer.steadily(rate, seconds)
  await buyer.close()
  await told(service)
  const arrivals = await receiver.arrivals(boughtAt.size)
  const arrivedAt = new Map(arrivals.toReversed().map(({ at, body }) => [orderIdOf(body), at]))
  return [...boughtAt].flatMap(([orderId, at]) => (arrivedAt.get(orderId) ?? Infinity) - at)
}

function orderIdOf(body: string): string | undefined {
  const { data } = JSON.parse(body) as { data: { cause?: { orderId?: string } } }
  return data.cause?.orderId
}

/** The line of such times. */
export function timeLine(rate: number, times: readonly number[]): string {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(0))
  return textLine(`commit to endpoint, p50 and p99, ${rate} a second`, `${p50} and ${p99} ms`)
}
