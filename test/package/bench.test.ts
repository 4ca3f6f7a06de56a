import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buy, getManagement } from '../../scripts/bench/call.ts'
import { contenders, keys, type Name } from '../../scripts/bench/contenders.ts'
import { openBuyer } from '../../scripts/bench/load.ts'
import {
  deliveryLines,
  measureDeliveries,
  timeLine,
} from '../../scripts/bench/measures/deliveries.ts'
import { costLines, measureEventCost } from '../../scripts/bench/measures/event-cost.ts'
import { fullLoadLines, type Turn } from '../../scripts/bench/measures/full-load.ts'
import { filterLines } from '../../scripts/bench/measures/growth.ts'
import { listFilters } from '../../scripts/bench/measures/list-filters.ts'
import { latencyLines } from '../../scripts/bench/measures/latency.ts'
import { orderLines } from '../../scripts/bench/measures/orders.ts'
import { multiply } from '../../scripts/bench/multiply.ts'
import { readPlan } from '../../scripts/bench/plan.ts'
import type { Program } from '../../scripts/bench/program.ts'
import { newOrder, purchaseOf, signedCall } from '../../scripts/bench/signed-purchase.ts'
import { spreadOf } from '../../scripts/bench/statistics.ts'
import { inTurns } from '../../scripts/bench/turns.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'

interface Started {
  readonly program: Program
  readonly databaseUrl: string
}

// Each is started once, when a test first asks for it.
const started = new Map<Name, Promise<Started>>()
afterAll(async () => {
  for (const starting of started.values()) await (await starting).program.stop()
})

function start(name: Name): Promise<Started> {
  const starting = started.get(name) ?? startAnew(name)
  started.set(name, starting)
  return starting
}

async function startAnew(name: Name): Promise<Started> {
  const databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  return { program: await contenders[name](databaseUrl), databaseUrl }
}

async function countRows(databaseUrl: string, table: string): Promise<number> {
  let count = NaN
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
    count = Number(rows[0]?.count)
  })
  return count
}

async function send(url: string, { path, ...call }: ReturnType<typeof signedCall>) {
  const response = await fetch(url + path, call)
  return (await response.json()) as Record<string, unknown>
}

const names = Object.keys(contenders) as Name[]
const isOther = (name: Name) => name !== 'service' && name !== 'lean'

interface Parameter {
  readonly name?: string
  readonly $ref?: string
}
interface Contract {
  readonly paths: Record<
    string,
    { readonly parameters?: Parameter[]; readonly get?: { readonly parameters?: Parameter[] } }
  >
  readonly components: { readonly parameters: Record<string, Parameter> }
}
const contract = JSON.parse(readFileSync('generated/management.json', 'utf8')) as Contract

function nameOf({ name, $ref = '' }: Parameter): string {
  return name ?? contract.components.parameters[$ref.split('/').at(-1) ?? '']?.name ?? ''
}

// The service and the lean one run for others, too.
const tried = ['service', 'lean', ...drawn(names.filter(isOther), scale.benchPrograms)] as const

describe.each(tried)('%s, a program of the bench,', (name) => {
  let program: Program
  beforeAll(async () => {
    program = (await start(name)).program
  })

  test('sells to a signed call', async () => {
    const answer = await send(
      program.url,
      signedCall('/main/saas', keys.basic, purchaseOf(newOrder())),
    )
    expect(answer['resultCode']).toBe('000000')
    expect(answer['instanceId']).toMatch(/./)
  })

  test('sells to no call with another key, other bytes, or an old signature', async () => {
    const path = '/main/saas'
    const body = purchaseOf(newOrder())
    const spoiled = [
      signedCall(path, `${keys.basic}x`, body),
      { ...signedCall(path, keys.basic, body), body: JSON.stringify(purchaseOf(newOrder())) },
      signedCall(path, keys.basic, body, Date.now() - 61_000),
    ]
    for (const call of spoiled) {
      expect(['000001', '000002']).toContain((await send(program.url, call))['resultCode'])
    }
  })

  test('answers a repeat with the first instance', async () => {
    const order = newOrder()
    const first = await buy(program, '/main/saas', order)
    const again = await buy(program, '/main/saas', order)
    expect(again.businessId).not.toBe(first.businessId)
    expect(again.instanceId).toBe(first.instanceId)
  })
})

describe('the bench', () => {
  test('has a lean program that writes four rows a call, and an instance once', async () => {
    const { databaseUrl, program } = await start('lean')
    const rowsOf = (...tables: string[]) =>
      Promise.all(tables.map((table) => countRows(databaseUrl, table)))
    const tables = ['nonce', 'instance', 'message', 'event']
    const before = await rowsOf(...tables)
    const more = async () => (await rowsOf(...tables)).map((rows, at) => rows - (before[at] ?? 0))
    const order = newOrder()
    await buy(program, '/main/saas', order)
    expect(await more()).toEqual([1, 1, 1, 1])
    await buy(program, '/main/saas', order)
    expect(await more()).toEqual([2, 1, 2, 2])
  })

  test('repeats as many orders as it is told', async () => {
    const { databaseUrl, program } = await start('lean')
    const buyer = openBuyer({ url: program.url, key: keys.basic, repeats: 0.5 })
    const countBoth = () =>
      Promise.all(['instance', 'message'].map((table) => countRows(databaseUrl, table)))
    const [orders = 0, messages = 0] = await countBoth()
    let calls = 0
    // So many that a share far off is no chance.
    while (calls < 100) {
      const { times, failures } = await buyer.atFullSpeed(4, 0.3)
      expect(failures).toBe(0)
      calls += times.length
    }
    await buyer.close()
    const [ordersNow = 0, messagesNow = 0] = await countBoth()
    expect(messagesNow - messages).toBe(calls)
    expect((ordersNow - orders) / calls).toBeGreaterThan(0.25)
    expect((ordersNow - orders) / calls).toBeLessThan(0.75)
  })

  test('fills a large database with what a purchase left, so many times', async () => {
    const { program, databaseUrl } = await start('service')
    const { orderId, businessId, instanceId } = await buy(program)
    await withClient(databaseUrl, (client) =>
      multiply(client, [orderId, businessId, instanceId], 99),
    )
    const { text } = await getManagement(program, '/instances?limit=100')
    const items = (JSON.parse(text) as { items: { instanceId: string; orderId: string }[] }).items
    expect(new Set(items.map((item) => item.instanceId)).size).toBe(100)
    expect(new Set(items.map((item) => item.orderId)).size).toBe(100)
    const copy = items.at(-1)
    const calls = await getManagement(program, `/messages?instanceId=${copy?.instanceId}`)
    expect((JSON.parse(calls.text) as { items: unknown[] }).items).toHaveLength(1)
  })
})

describe('the bench of deliveries', () => {
  const numbered = (lines: readonly string[]) => lines.filter((line) => !/NaN|Infinity/.test(line))
  const measured = (measure: (url: string, server: pg.Client) => Promise<string[]>) => {
    const url = inject('postgresUrl')
    return withClient(url, async (server) => {
      const lines = await measure(url, server)
      expect(numbered(lines)).toEqual(lines)
    })
  }

  test('has the service and a bare program post as many events, and times those of purchases', () =>
    measured((url, server) =>
      measureDeliveries(url, server, { events: 100, rounds: 1, latencySeconds: 0.2 }),
    ))

  test.runIf(isLong)(
    'tells what a purchase costs with an endpoint that answers, one that is paused, and none',
    () => measured((url, server) => measureEventCost(url, server, { rounds: 1, seconds: 0.3 })),
  )
})

describe('the lines of the bench', () => {
  const turn = (callsASecond: number, failures = 0, nodeUs = 100): Turn => ({
    callsASecond,
    failures,
    nodeUs,
    postgresUs: 150,
    loaderUs: 30,
    walBytes: 1580,
  })
  const lineOf = (lines: readonly string[], what: string) =>
    lines.find((line) => line.startsWith(what))?.replaceAll(/ +/g, ' ')
  const loadLine = (other: 'lean' | 'Express' | 'Fastify', ours: number[], theirs: number[]) => {
    const turns = { service: ours.map((n) => turn(n)), [other]: theirs.map((n) => turn(n)) }
    return lineOf(fullLoadLines(turns, 0), `service / ${other}`)
  }

  test('the service reaches three quarters of the lean one in the median of the rounds', () => {
    expect(loadLine('lean', [60, 75, 90], [100, 100, 100])).toBe(
      'service / lean, 0 % repeats 0.75 (0.60 to 0.90) at least 0.75 reached',
    )
    expect(loadLine('lean', [60, 74, 90], [100, 100, 100])).toBe(
      'service / lean, 0 % repeats 0.74 (0.60 to 0.90) at least 0.75 MISSED',
    )
  })

  test('a ratio is taken in each round, not of the medians', () => {
    expect(loadLine('lean', [10, 200, 300], [10, 100, 1000])).toContain('1.00 (0.30 to 2.00)')
  })

  test.each(['Express', 'Fastify'] as const)(
    '%s is behind in every round, or it is missed',
    (name) => {
      expect(loadLine(name, [101, 200], [100, 100])).toMatch(/every round above 1 reached$/)
      expect(loadLine(name, [100, 200], [100, 100])).toMatch(/every round above 1 MISSED$/)
    },
  )

  test('twice the processor time of a call is half the ratio', () => {
    const lines = fullLoadLines({ service: [turn(1, 0, 350)], lean: [turn(1, 0, 100)] }, 0)
    expect(lineOf(lines, '  by processor time')).toBe(' by processor time 0.50 (0.50 to 0.50)')
  })

  test('what a call used is printed, and a call that failed is marked', () => {
    const lines = fullLoadLines({ service: [turn(1000, 2)], lean: [turn(2000)] }, 0)
    expect(lineOf(lines, '  of each')).toBe(
      ' of each: Node + Postgres; loader; log 100 + 150 us; 30 us; 1580 bytes',
    )
    expect(lineOf(lines, 'calls that failed, service')).toMatch(/ 2 none MISSED$/)
    expect(lineOf(lines, 'calls that failed, lean')).toBeUndefined()
  })

  test('the service delivers half of what the bare program posts, or it is missed', () => {
    const rates = (...all: number[]) =>
      all.map((perSecond) => ({ perSecond, nodeUs: 200, postgresUs: 60 }))
    const bare = rates(100, 100, 100)
    const lines = (service: number[]) => deliveryLines({ service: rates(...service), bare })
    expect(lineOf(lines([40, 50, 60]), 'deliveries, service')).toBe(
      'deliveries, service / bare program 0.50 (0.40 to 0.60) at least 0.5 reached',
    )
    expect(lineOf(lines([40, 49, 60]), 'deliveries, service')).toMatch(/MISSED$/)
    expect(lines([40, 50, 60])[1]).toMatch(/by processor time +1\.00 /)
    expect(lines([50])[3]).toMatch(/ 200 \+ 60 us$/)
    expect(timeLine(100, [1, 2, 300])).toMatch(/ 2 and 300 ms$/)
  })

  test('an endpoint costs a purchase 15 % at most before anything is sent, or it is missed', () => {
    const lines = (paused: number) => {
      const [waits, none] = [turn(1, 0, paused - 150), turn(1, 0, 50)]
      return costLines({ answers: [turn(1, 0, 450)], paused: [waits], none: [none], bareUs: [70] })
    }
    expect(lineOf(lines(230), 'endpoint that is paused')).toMatch(
      / 1\.15 .* at most 1\.15 reached$/,
    )
    expect(lineOf(lines(240), 'endpoint that is paused')).toMatch(/MISSED$/)
    expect(lineOf(lines(230), 'endpoint that answers')).toMatch(/ 3\.00 \S+ to \S+$/)
    expect(lineOf(lines(230), 'none and bare requests')).toMatch(/ 1\.70 /)
    expect(lineOf(lines(230), 'of each event: owed')).toMatch(/ 15 us$/)
    expect(lineOf(lines(230), '  and delivered')).toMatch(/ 185 us$/)
    expect(lineOf(lines(230), '  in a bare request')).toMatch(/ 70 us$/)
  })

  test('50 waiting orders are to be read in under two seconds', () => {
    const many = { orders: 300, seconds: 2 }
    const [inTime, rate] = orderLines({ orders: 50, seconds: 1.99 }, many)
    expect(inTime).toMatch(/ 1\.99 s +under 2 s +reached$/)
    expect(rate).toMatch(/ 150$/)
    const [late] = orderLines({ orders: 50, seconds: 2 }, many)
    expect(late).toMatch(/MISSED$/)
  })

  test('a time is the ratio of the middle calls of each round', () => {
    const lines = latencyLines('alone', {
      service: [{ times: [1, 3, 9], failures: 1 }],
      lean: [{ times: [1, 2, 9], failures: 0 }],
    })
    expect(lineOf(lines, 'calls that failed, service')).toMatch(/ 1 none MISSED$/)
    expect(lineOf(lines, 'calls that failed, lean')).toBeUndefined()
    expect(lineOf(lines, 'p50')).toBe('p50 service / lean, alone 1.50 (1.50 to 1.50)')
    expect(lineOf(lines, '  p50 and p99, service')).toMatch(/ 3\.00 and 9\.00 ms$/)
  })

  test('the slowest filter of one size is held against the slowest of the other', () => {
    const read = (filter: string, ms: number, status = 200) => ({ filter, ms, status })
    const lines = filterLines(
      [[read('/a', 10), read('/b', 90, 503)]],
      [[read('/a', 30), read('/b', 20)]],
    )
    expect(lineOf(lines, 'the slowest')).toMatch(/ 3\.00 \(3\.00 to 3\.00\)$/)
    expect(lines[1]).toMatch(/^ {2}\/b +90\.0 and 20\.0 ms$/)
    expect(lineOf(lines, 'not answered: /b')).toMatch(/MISSED$/)
  })

  test('of an even number of rounds the middle is the mean of two', () => {
    expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, low: 1, high: 10 })
  })

  test('every other round goes backwards', async () => {
    const order: string[] = []
    const measure = (subject: string) => Promise.resolve(order.push(subject))
    const measured = await inTurns(2, { one: 'a', two: 'b' }, measure)
    expect(order.join('')).toBe('abba')
    expect(measured).toEqual({ one: [1, 4], two: [2, 3] })
  })

  test('growth is measured when it is asked for', () => {
    expect(readPlan([]).sections).not.toContain('growth')
    expect(readPlan(['--large']).sections).toContain('growth')
    expect(readPlan(['--only', 'orders']).sections).toEqual(['orders'])
    expect(() => readPlan(['--only', 'other'])).toThrow(/purchases, orders/)
  })
})

test('the lists that are timed ask for nothing but filters of the contract', () => {
  const filtersOf = new Map(
    Object.entries(contract.paths).map(([path, { parameters = [], get }]) => [
      path,
      [...parameters, ...(get?.parameters ?? [])].map(nameOf),
    ]),
  )
  for (const filter of listFilters) {
    const { pathname, searchParams } = new URL(filter, 'http://localhost')
    const known = filtersOf.get(`/api/v1${decodeURIComponent(pathname)}`)
    expect([filter, known?.length]).not.toEqual([filter, undefined])
    for (const name of searchParams.keys()) expect(known).toContain(name)
  }
})
