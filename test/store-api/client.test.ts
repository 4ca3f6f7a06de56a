import { createServer } from 'node:https'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import type { Weather } from '../../src/simulator/api/weather.ts'
import type { SiteStanding, StoreClient } from '../../src/store-api/store-client.ts'
import { until } from '../harness/until.ts'
import { clientAt, credentials } from './client.ts'
import { closeAll, listen, unusedOrigin } from './listen.ts'

const query = { orderId: 'MOCKPERIODYEARNEW' }
const fast = { failures: 3, firstProbeMs: 50, longestProbeMs: 200 }
const never = { failures: 3, firstProbeMs: 60_000, longestProbeMs: 60_000 }
const minuteMs = 60_000

let store: OrderStore
let storeNow = () => new Date()
beforeEach(async () => {
  storeNow = () => new Date()
  store = await startOrderStore({ ...credentials, now: () => storeNow() })
})
afterEach(async () => {
  await store.close()
  await closeAll()
})

const ask = (client: StoreClient) => client.call('queryOrder', { query })
const whenClosed = (client: StoreClient) =>
  until(
    () => Promise.resolve(client.standing()),
    ({ circuit }) => circuit === 'closed',
  )

describe('what no store sends', () => {
  it.each<Weather>(['gzip-bomb', 'huge-answer', 'huge-head', 'garbage', 'redirect', 'refuse'])(
    'is a fault that stalls nothing: %s',
    async (weather) => {
      store.turn(weather)
      const client = clientAt([store.url])
      const loop = monitorEventLoopDelay({ resolution: 5 })
      const before = process.memoryUsage().rss
      loop.enable()
      const answer = await ask(client)
      loop.disable()
      expect(answer).toMatchObject({ ok: false, kind: 'later', code: 'unreachable' })
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
      expect(loop.percentile(99) / 1e6).toBeLessThan(100)
      store.turn(undefined)
      expect(await ask(client)).toMatchObject({ ok: true })
    },
  )

  it('is an answer that is nested too deeply to be walked through', async () => {
    store.orders.add({
      ...{
        orderId: 'CS1',
        orderType: 'NEW',
        createTime: '20241121090846',
        orderLine: [{ orderLineId: 'CS1-1', chargingMode: 'PERIOD' }],
      },
      ...{ surprise: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown },
    })
    const answer = await clientAt([store.url]).call('queryOrder', { query: { orderId: 'CS1' } })
    expect(answer).toMatchObject({ ok: false, kind: 'later', code: 'unreachable' })
  })

  it('is a certificate that nobody vouches for, whatever the environment says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'koogate-tls-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes']
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-keyout',
        key,
        '-out',
        cert,
        ...subject,
      ],
      { stdio: 'ignore' },
    )
    let asked = 0
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => {
      asked += 1
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    onTestFinished(() => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      server.close()
      rmSync(folder, { recursive: true })
    })
    const { port } = server.address() as AddressInfo
    const answer = await ask(clientAt([new URL(`https://127.0.0.1:${port}`), store.url]))
    expect(answer).toMatchObject({ ok: false, code: 'unreachable' })
    expect(!answer.ok && answer.message).toMatch(/SELF_SIGNED/)
    expect([asked, store.requests()]).toEqual([0, 0])
  })
})

describe('a pause', () => {
  it('that the store asks for is kept by all who ask, and ends by itself', async () => {
    let now = Date.now()
    const client = clientAt([store.url], { now: () => new Date(now) })
    store.turn({ code: 'APIGW.0308', retryAfter: '7' })
    storeNow = () => new Date(now)
    expect(await ask(client)).toMatchObject({ kind: 'later', pauseMs: 7_000, uncertain: false })
    store.turn(undefined)
    now += 6_999
    expect(await ask(client)).toMatchObject({ kind: 'later', code: 'paused', pauseMs: 1 })
    expect(store.requests()).toBe(1)
    now += 1
    expect(await ask(client)).toMatchObject({ ok: true })
  })

  it('grows where the store names no time', async () => {
    let now = Date.now()
    const client = clientAt([store.url], { now: () => new Date(now) })
    storeNow = () => new Date(now)
    store.turn({ code: 'MKT.0250' })
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      expect(await ask(client)).toMatchObject({ code: 'MKT.0250', pauseMs })
      now += pauseMs
    }
  })
})

describe('calls a second', () => {
  it('are no more than the settings say, and what would wait too long is told so at once', async () => {
    const client = clientAt([store.url], { callsPerSecond: 20, timeoutMs: 300 })
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(client)))
    expect(performance.now() - begun).toBeGreaterThan(290)
    const made = answers.filter(({ ok }) => ok).length
    expect(made).toBe(store.requests())
    expect(made).toBeLessThanOrEqual(8)
    expect(answers.at(-1)).toMatchObject({ ok: false, kind: 'later', code: 'paused' })
  })
})

describe("the store's clock", () => {
  it.each([16 * minuteMs, -16 * minuteMs, 24 * 60 * minuteMs])(
    'that differs from ours by %d ms is learned from the answer that refuses, and told',
    async (aheadMs) => {
      storeNow = () => new Date(Date.now() + aheadMs)
      const told: SiteStanding[] = []
      const client = clientAt([store.url], { onStanding: (standing) => told.push(standing) })
      expect(await ask(client)).toMatchObject({ ok: true })
      expect(await ask(client)).toMatchObject({ ok: true })
      expect(store.calls.map(({ answer }) => answer)).toEqual([
        'APIGW.0301',
        'MKT.0000',
        'MKT.0000',
      ])
      expect(told).toHaveLength(1)
      expect(Math.abs((told[0]?.skewMs ?? 0) - aheadMs)).toBeLessThan(5_000)
      storeNow = () => new Date()
      expect(await ask(client)).toMatchObject({ ok: true })
      expect(told.at(-1)?.skewMs).toBeLessThan(5_000)
      expect(client.standing().circuit).toBe('closed')
    },
  )

  it('is followed before it is refused, from five minutes on', async () => {
    storeNow = () => new Date(Date.now() + 14 * minuteMs)
    const client = clientAt([store.url])
    await ask(client)
    storeNow = () => new Date(Date.now() + 16 * minuteMs)
    expect(await ask(client)).toMatchObject({ ok: true })
    expect(store.requests()).toBe(2)
  })

  it('is not what a wrong date says: our own is taken again where the store refuses the other one', async () => {
    store.shiftDate(60 * minuteMs)
    const client = clientAt([store.url])
    for (let round = 0; round < 3; round++) expect(await ask(client)).toMatchObject({ ok: true })
    expect(store.calls.map(({ answer }) => answer)).toEqual([
      'MKT.0000',
      'APIGW.0301',
      'MKT.0000',
      'MKT.0000',
    ])
    expect(client.standing()).toMatchObject({ circuit: 'closed', skewMs: 0 })
  })

  it.each([24 * 60 * minuteMs, -24 * 60 * minuteMs])(
    'is as it was where ours is set by %d ms under way, and the call is signed once more',
    async (ms) => {
      let now = Date.now()
      const right = now + ms
      // As the call arrives.
      storeNow = () => new Date((now = right))
      const told: SiteStanding[] = []
      const onStanding = (standing: SiteStanding) => void told.push(standing)
      const client = clientAt([store.url], { now: () => new Date(now), onStanding })
      expect(await ask(client)).toMatchObject({ ok: true })
      expect(store.calls.map(({ answer }) => answer)).toEqual(['APIGW.0301', 'MKT.0000'])
      expect(told).toEqual([])
    },
  )
})

describe('usage that was signed anew after a refusal for our clock', () => {
  it('may have been taken where the second answer is lost', async () => {
    let calls = 0
    const host = await listen((request, response) => {
      calls += 1
      if (calls > 1) return void request.socket.destroy()
      response.writeHead(401, { date: new Date(Date.now() + 60 * minuteMs).toUTCString() })
      response.end(JSON.stringify({ error_code: 'APIGW.0301', error_msg: 'too late' }))
    })
    const push = { body: { usage_records: [] }, usageKey: 'key' }
    expect(await clientAt([host]).call('pushUsage', push)).toMatchObject({
      ...{ ok: false, kind: 'later', uncertain: true },
    })
    expect(calls).toBe(2)
  })
})

describe('a site', () => {
  it('that refuses our access once is not called again before a probe, and comes back by itself', async () => {
    const told: SiteStanding[] = []
    store.changeKeys({ accessKey: 'Another', secretKey: 'SecretKey' })
    const circuit = { ...fast, firstProbeMs: 300 }
    const client = clientAt([store.url], { circuit, onStanding: (one) => told.push(one) })
    expect(await ask(client)).toMatchObject({ kind: 'access', code: 'APIGW.0301' })
    const asked = store.requests()
    expect(await ask(client)).toMatchObject({ kind: 'access', code: 'circuit-open' })
    expect(store.requests()).toBe(asked)
    expect(client.standing()).toMatchObject({ circuit: 'open', cause: 'access' })
    store.changeKeys(credentials)
    await whenClosed(client)
    expect(store.calls.at(-1)).toMatchObject({ orderId: 'MOCKPERIODYEARNEW', answer: 'MKT.0000' })
    expect(told.map((one) => one.circuit)).toEqual(['open', 'half-open', 'closed'])
    expect(await ask(client)).toMatchObject({ ok: true })
  })

  it.each<[string, Weather]>([
    ['broken off', 'refuse'],
    ['answered with an error of the gateway', { code: 'APIGW.0202' }],
  ])('is not called after calls in a row were %s', async (_how, weather) => {
    const client = clientAt([store.url], { circuit: never })
    store.turn(weather)
    await ask(client)
    await ask(client)
    store.turn(undefined)
    await ask(client)
    store.turn(weather)
    for (let call = 0; call < 3; call++) await ask(client)
    expect(store.requests()).toBe(6)
    expect(await ask(client)).toMatchObject({ kind: 'later', code: 'circuit-open' })
    expect(store.requests()).toBe(6)
  })

  it('is called on after refusals and errors of what was asked, and tried again at growing intervals', async () => {
    const client = clientAt([store.url], { circuit: fast })
    for (let call = 0; call < 5; call++) {
      const answer = await client.call('queryOrder', { query: { orderId: 'CS-unknown' } })
      expect(answer).toMatchObject({ kind: 'refused', code: 'MKT.0150' })
    }
    // It may be about this order alone.
    store.turn({ code: 'MKT.0999' })
    for (let call = 0; call < 5; call++)
      expect(await ask(client)).toMatchObject({ code: 'MKT.0999' })
    store.turn('refuse')
    for (let call = 0; call < 3; call++) await ask(client)
    const begun = performance.now()
    const seen = store.requests()
    // 50 ms, 100 ms, 200 ms.
    await until(
      () => Promise.resolve(store.requests()),
      (requests) => requests >= seen + 3,
    )
    expect(performance.now() - begun).toBeGreaterThan(340)
    store.turn(undefined)
    await whenClosed(client)
  })

  it('has a stand-in that goes first for a while, once it had to answer', async () => {
    const gone = await unusedOrigin()
    const told: string[] = []
    const client = clientAt([gone, store.url], { onAttempt: ({ host }) => told.push(host) })
    await ask(client)
    await ask(client)
    expect(told).toEqual([gone.host, store.url.host, store.url.host])
  })
})

describe('a push of usage', () => {
  const record = {
    ...{ instance_id: 'i-1', metering_sn: 'sn-1', usage_value: '99' },
    record_time: '20220809T091000Z',
    begin_time: '20220809T080000Z',
    end_time: '20220809T090000Z',
  }
  const body = { usage_records: [record] }

  it('may be taken by a host that did not answer: it is told, whatever the next one says', async () => {
    const other = await startOrderStore(credentials)
    onTestFinished(() => other.close())
    other.turn('refuse')
    const client = clientAt([other.url, store.url])
    const answer = await client.call('pushUsage', { usageKey: 'key', body })
    expect(answer).toMatchObject({ ok: false, uncertain: true })
    expect(store.requests()).toBe(1)
    const never = clientAt([await unusedOrigin()])
    expect(await never.call('pushUsage', { usageKey: 'key', body })).toMatchObject({
      ok: false,
      uncertain: false,
    })
  })
})
