import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createDatabase, withClient } from '../../../test/harness/postgres.ts'
import { settle } from '../arena.ts'
import { buy, callStore, getManagement, isFetched } from '../call.ts'
import { startService } from '../contenders.ts'
import { type FastStore, startFastStore } from '../fast-store.ts'
import { multiply } from '../multiply.ts'
import type { Program } from '../program.ts'
import { none, ratioLine, textLine, valueLine } from '../report.ts'
import { newOrder } from '../signed-purchase.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { callKit, userList } from './kit.ts'
import { failureLines, measureWindow, type Windows, p50s } from './latency.ts'
import { listFilters, pathOf } from './list-filters.ts'

const smallRows = 10_000
/** Of licenses and tenants for each purchase. */
const shareOfOthers = 0.1
const filterRounds = 5

interface Filled {
  readonly program: Program
  readonly ids: Readonly<Record<string, string>>
}

/** What a purchase and every list filter take at so many rows, beside 10,000. */
export async function measureGrowth(
  postgresUrl: string,
  rows: number,
  windows: Windows,
): Promise<string[]> {
  const store = await startFastStore()
  const small = await fill(await createDatabase(postgresUrl, 'empty'), smallRows, store)
  const large = await fill(await createDatabase(postgresUrl, 'empty'), rows, store)
  const purchases = await inTurns(windows.rounds, { small, large }, (filled) =>
    measureWindow(filled, (buyer) => buyer.atFullSpeed(1, windows.seconds)),
  )
  await inTurns(1, { small, large }, readLists)
  const filters = await inTurns(filterRounds, { small, large }, readLists)
  await small.program.stop()
  await large.program.stop()
  await store.close()
  return [
    textLine('rows of the large and the small database', `${rows} and ${smallRows}`),
    ratioLine(
      'p50 of a purchase, large / small',
      ratios(p50s(purchases.large), p50s(purchases.small)),
    ),
    ...failureLines('of the large database', purchases.large),
    ...filterLines(filters.large, filters.small),
  ]
}

/** One list that was read; `status` is that of HTTP. */
export interface ListRead {
  readonly filter: string
  readonly status: number
  readonly ms: number
}

type Reads = readonly (readonly ListRead[])[]

/** The ratio of the slowest filters, and every filter by its time on the large database. */
export function filterLines(large: Reads, small: Reads): string[] {
  const slowest = (rounds: Reads) => rounds.map((reads) => Math.max(...reads.map(({ ms }) => ms)))
  const times = timesByFilter(small)
  const byTime = [...timesByFilter(large)].toSorted(([, a], [, b]) => b - a)
  return [
    ratioLine('the slowest list filter, large / small', ratios(slowest(large), slowest(small))),
    ...byTime.map(([filter, ms]) =>
      textLine(`  ${filter}`, `${ms.toFixed(1)} and ${times.get(filter)?.toFixed(1)} ms`),
    ),
    ...unansweredLines([...large.flat(), ...small.flat()]),
  ]
}

function timesByFilter(rounds: Reads): Map<string, number> {
  const reads = Map.groupBy(rounds.flat(), ({ filter }) => filter)
  return new Map([...reads].map(([filter, of]) => [filter, median(of.map(({ ms }) => ms))]))
}

function unansweredLines(reads: readonly ListRead[]): string[] {
  const unanswered = reads.filter(({ status }) => status !== 200)
  return [...Map.groupBy(unanswered, ({ filter }) => filter)].map(([filter, of]) =>
    valueLine(`not answered: ${filter}`, of.length, '', none),
  )
}

async function readLists({ program, ids }: Filled): Promise<ListRead[]> {
  const reads: ListRead[] = []
  for (const filter of listFilters) {
    const { status, ms } = await getManagement(program, pathOf(filter, ids))
    reads.push({ filter, status, ms })
  }
  return reads
}

/** A service on a database that one purchase, one license and one tenant were multiplied in. */
async function fill(databaseUrl: string, rows: number, store: FastStore): Promise<Filled> {
  const program = await startService(databaseUrl, { settings: store.settings })
  const purchase = await buyFetched(program, store, '/main/saas')
  const license = await issueLicense(program, store)
  const tenantId = randomUUID()
  await callKit(program, 'authSync', userList(tenantId, 1))
  const others = Math.round(rows * shareOfOthers)
  await withClient(databaseUrl, async (client) => {
    await multiply(client, [purchase.orderId, purchase.businessId, purchase.instanceId], rows)
    await multiply(client, Object.values(license), others)
    await multiply(client, [tenantId], others)
  })
  await settle(databaseUrl)
  const { orderId, instanceId } = purchase
  return { program, ids: { orderId, instanceId, tenantId, ...license } }
}

async function buyFetched(program: Program, store: FastStore, path: string) {
  const order = newOrder()
  store.add(order)
  const bought = await buy(program, path, order)
  while (!(await isFetched(program, bought))) await wait(20)
  return bought
}

async function issueLicense(program: Program, store: FastStore) {
  const { orderId, instanceId, businessId } = await buyFetched(program, store, '/main/license')
  const eventId = randomUUID()
  await callStore(program, '/main/license', {
    activity: 'getLicenseAsync',
    instanceId,
    eventId,
    effectiveTime: '2026-10-27 10:30:15 z',
    expireTime: '2027-10-27 10:30:15 z',
  })
  const { text } = await getManagement(program, `/licenses?eventId=${eventId}`)
  const [license] = (JSON.parse(text) as { items: { licenseId: string }[] }).items
  const ids = { licensedOrderId: orderId, licensedInstanceId: instanceId, businessId, eventId }
  return { ...ids, licenseId: license?.licenseId ?? '' }
}
