import { once } from 'node:events'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { wantsTraces } from '../../src/config/traces.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { keys, managementToken } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

interface ReceivedSpan {
  readonly name: string
  readonly kind: number
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

const received: { headers: object; text: string }[] = []
let url: string
const server = createServer((request, response) => {
  void buffer(request).then((body) => {
    const { url: path = '', headers } = request
    if (path === '/v1/traces') received.push({ headers, text: body.toString() })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ resultCode: 'MKT.0100', resultMsg: 'no such order' }))
  })
})
const spans = (): ReceivedSpan[] =>
  received.flatMap(({ text }) => {
    const { resourceSpans } = JSON.parse(text) as {
      resourceSpans: { scopeSpans: { spans: ReceivedSpan[] }[] }[]
    }
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
  })
const named = (name: string) => spans().filter((span) => span.name === name)

let databaseUrl: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  databaseUrl = await createDatabase(inject('postgresUrl'))
})
afterAll(() => void server.close())

const denied = {
  NODE_OPTIONS: `--import=${pathToFileURL('test/harness/without-opentelemetry.ts').href}`,
}

async function buyAt(service: ServiceProcess) {
  const order = newOrder()
  const secret = { mobilePhone: '13800001111', email: 'private@example.com' }
  const { body } = await storeCall(service, purchaseOf(order, secret))
  expect(body['resultCode']).toBe('000000')
  return order
}

test('a purchase is a span with its commit inside, its order query one of its own, and nothing private in them', async () => {
  const service = await serviceProcess(databaseUrl, {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=shop',
    OTEL_SERVICE_NAME: 'the-shop',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    KOOGATE_STORE_URL: url,
    KOOGATE_STORE_AK: 'access-key-of-test',
    KOOGATE_STORE_SK: 'secret-key-of-test',
  })
  try {
    service.launch()
    await service.ready()
    const { orderId } = await buyAt(service)
    await until(
      () => Promise.resolve([named('store call'), named('commit'), named('order query')]),
      (all) => all.every(({ length }) => length > 0),
    )
    const [call] = named('store call')
    expect(call?.attributes).toEqual(
      expect.arrayContaining([
        { key: 'koogate.activity', value: { stringValue: 'newInstance' } },
        { key: 'koogate.result_code', value: { stringValue: '000000' } },
        { key: 'koogate.order_id', value: { stringValue: orderId } },
      ]),
    )
    const inside = named('commit').filter(({ parentSpanId }) => parentSpanId === call?.spanId)
    expect(inside).toMatchObject([{ traceId: call?.traceId }])
    expect(named('order query')[0]?.kind).toBe(3)
    const [first] = received
    expect(first?.headers).toMatchObject({ 'x-tenant': 'shop' })
    expect(first?.text).toContain('the-shop')
    const all = received.map(({ text }) => text).join('\n')
    const secrets = [...Object.values(keys), managementToken, 'secret-key-of-test', 'access-key']
    for (const secret of [...secrets, '13800001111', 'private@example.com']) {
      expect(all).not.toContain(secret)
    }
  } finally {
    await service.stop()
  }
})

test('without the variables nothing of the SDK of OpenTelemetry is loaded', async () => {
  const quiet = await serviceProcess(databaseUrl, denied)
  const traced = await serviceProcess(databaseUrl, { ...denied, OTEL_TRACES_EXPORTER: 'otlp' })
  try {
    quiet.launch()
    traced.launch()
    await quiet.ready()
    await buyAt(quiet)
    await until(
      () => Promise.resolve(traced.isRunning()),
      (isRunning) => !isRunning,
    )
    expect(traced.output()).toMatch(/@opentelemetry\/\S+ is loaded/)
  } finally {
    await Promise.all([quiet.stop(), traced.stop()])
  }
})

test('a collector that is away costs a purchase nothing', async () => {
  const nobody = createNetServer().listen(0, '127.0.0.1')
  await once(nobody, 'listening')
  const { port } = nobody.address() as AddressInfo
  nobody.close()
  const service = await serviceProcess(databaseUrl, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '50',
    OTEL_EXPORTER_OTLP_TIMEOUT: '300',
    LOG_LEVEL: 'warn',
  })
  try {
    service.launch()
    await service.ready()
    for (let turn = 0; turn < 5; turn++) await buyAt(service)
    await until(
      () => Promise.resolve(service.output()),
      (output) => output.includes('traces could not be sent'),
    )
  } finally {
    expect(await service.stop()).toBe(0)
  }
})

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, true],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
  [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, false],
  [{ OTEL_SDK_DISABLED: 'true', OTEL_TRACES_EXPORTER: 'otlp' }, false],
])('%j asks for traces: %s', (env, wanted) => {
  expect(wantsTraces({ ...env })).toBe(wanted)
})

test('a variable that asks for what is not there stops the start', () => {
  expect(() => wantsTraces({ OTEL_TRACES_EXPORTER: 'zipkin' })).toThrow(
    'OTEL_TRACES_EXPORTER is otlp or none',
  )
  expect(() => wantsTraces({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow(
    'OTEL_EXPORTER_OTLP_PROTOCOL is http/json',
  )
})
