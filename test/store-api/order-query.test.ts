import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { verifyStoreRequest } from '../harness/verify-store-request.ts'
import type { StoreClientOptions } from '../../src/store-api/create-store-client.ts'
import { clientAt, queryOrder } from './client.ts'
import { closeAll, listen, unusedOrigin } from './listen.ts'
import { storeScene } from './scene.ts'

const yearly = storeScene('order-period-year-new')
const yearlyOrder = z.record(z.string(), z.unknown()).parse(yearly.orderInfo)

afterEach(closeAll)

describe('a call', () => {
  it('is signed so that the store can verify it, and names order and line', async () => {
    const seen: IncomingMessage[] = []
    const url = await listen((request, response) => {
      seen.push(request)
      const host = request.headers.host ?? ''
      const verdict = verifyStoreRequest(
        {
          method: request.method ?? '',
          url: new URL(request.url ?? '', `http://${host}`),
          headers: textHeaders(request),
          body: '',
          now: new Date(),
        },
        (accessKey) => (accessKey === 'AccessKey' ? 'SecretKey' : undefined),
      )
      if (verdict.verified) answerJson(response, 200, yearly)
      else answerJson(response, 401, { error_code: 'APIGW.0301', error_msg: verdict.reason })
    })
    const answer = await clientAt([url]).call('queryOrder', {
      query: { orderId: 'CS 1+&=é', orderLineId: 'CS1-000001' },
    })
    expect(answer.ok, JSON.stringify(answer)).toBe(true)
    expect(seen[0]?.method).toBe('GET')
    expect(seen[0]?.url).toBe(
      '/api/mkp-openapi-public/global/v1/order/query?orderId=CS%201%2B%26%3D%C3%A9&orderLineId=CS1-000001',
    )
    expect(seen[0]?.headers['content-type']).toBe('application/json')
  })

  it('leaves the line out if none is asked for', async () => {
    const seen: (string | undefined)[] = []
    const url = await listen((request, response) => {
      seen.push(request.url)
      answerJson(response, 200, yearly)
    })
    await clientAt([url]).call('queryOrder', { query: { orderId: 'CS1' } })
    expect(seen).toEqual(['/api/mkp-openapi-public/global/v1/order/query?orderId=CS1'])
  })

  it('is dated by the given clock', async () => {
    const seen: unknown[] = []
    const url = await listen((request, response) => {
      seen.push(request.headers['x-sdk-date'])
      answerJson(response, 200, yearly)
    })
    const now = () => new Date('2022-07-26T06:47:36.789Z')
    await query({ hosts: [url], now })
    expect(seen).toEqual(['20220726T064736Z'])
  })
})

describe('an order', () => {
  it('is read as the contract types it, and kept as it was sent', async () => {
    const answer = await queryAnswered(200, yearly)
    expect(answer).toMatchObject({ ok: true, answer: { order: yearlyOrder, raw: yearlyOrder } })
  })

  it('is read under the older prefix of the codes', async () => {
    expect(await queryAnswered(200, { ...yearly, resultCode: 'CBC.0000' })).toMatchObject({
      ok: true,
    })
  })

  it('is read by its code, whatever the HTTP status', async () => {
    expect(await queryAnswered(500, yearly)).toMatchObject({ ok: true })
  })

  it('keeps unknown members in raw and gives null for what is absent or unforeseen', async () => {
    const orderInfo = {
      orderId: 'CS1',
      orderType: 'SOMETHING_NEW',
      createTime: '20241121090846',
      surprise: [1],
      orderLine: [{ orderLineId: 'CS1-000001', chargingMode: 'ON_DEMAND', periodNumber: {} }],
      buyerInfo: { mobilePhone: 18688888888, customerType: '1', userId: [] },
    }
    const answer = await queryAnswered(200, { ...yearly, orderInfo })
    expect(answer.ok && answer.answer).toEqual({
      raw: orderInfo,
      order: {
        orderId: 'CS1',
        orderType: 'SOMETHING_NEW',
        createTime: '20241121090846',
        extendParams: null,
        orderLine: [
          {
            orderLineId: 'CS1-000001',
            chargingMode: 'ON_DEMAND',
            periodType: null,
            periodNumber: null,
            expireTime: null,
            productInfo: null,
            extendParams: null,
            currency: null,
            currencyAfterDiscount: null,
          },
        ],
        buyerInfo: {
          mobilePhone: '18688888888',
          email: null,
          customerId: null,
          customerName: null,
          customerRealName: null,
          customerType: 1,
          userId: null,
          userName: null,
        },
      },
    })
  })

  it.each([
    ['10.0', 10],
    [10, 10],
    ['.5', null],
    [0.5, null],
  ])('has a quantity that came as %j as %j', async (linearValue, quantity) => {
    const [line] = yearlyOrder.orderLine as object[]
    const product = { productId: 'P-1', skuCode: 'S-1', linearValue }
    const orderInfo = { ...yearlyOrder, orderLine: [{ ...line, productInfo: [product] }] }
    const answer = await queryAnswered(200, { ...yearly, orderInfo })
    expect(answer).toMatchObject({
      ok: true,
      answer: {
        order: { orderLine: [{ productInfo: [{ productId: 'P-1', linearValue: quantity }] }] },
      },
    })
  })

  it('keeps the extension parameters that can be read beside an odd one', async () => {
    const extendParams = [{ value: 'nameless' }, null, { name: 'seats', value: 9 }]
    const orderInfo = { ...yearlyOrder, extendParams }
    const answer = await queryAnswered(200, { ...yearly, orderInfo })
    expect(answer).toMatchObject({
      ok: true,
      answer: { order: { extendParams: [{ name: 'seats', value: '9' }] } },
    })
  })

  it.each([
    ['no order', { orderInfo: undefined }, 'orderInfo'],
    ['an order without an id', { orderInfo: { ...yearlyOrder, orderId: '' } }, 'orderId'],
    [
      'a line without a mandatory member',
      { orderInfo: { ...yearlyOrder, orderLine: [{ orderLineId: 'CS1-000001' }] } },
      'orderLine.0.chargingMode',
    ],
  ])('is asked again later after a success with %s', async (_case, change, member) => {
    expect(await queryAnswered(200, { ...yearly, ...change })).toMatchObject({
      ok: false,
      kind: 'later',
      code: 'unreadable',
      message: expect.stringContaining(member) as string,
    })
  })
})

describe('a failure', () => {
  it.each([
    ['parameter-missing', 400, 'refused'],
    ['order-not-yours', 401, 'refused'],
    ['gateway-signature-refused', 401, 'access'],
    ['called-too-often', 406, 'later'],
    ['gateway-throttled', 429, 'later'],
    ['input-refused', 500, 'refused'],
    ['store-error', 500, 'later'],
  ])(
    'as in the scene %s of the contract (HTTP %d) is one of kind %s',
    async (name, status, kind) => {
      const scene = storeScene(name)
      expect(await queryAnswered(status, scene)).toMatchObject({
        ok: false,
        kind,
        code: scene.resultCode ?? scene.error_code,
        message: scene.resultMsg ?? scene.error_msg,
      })
    },
  )

  it.each([
    ['99999999999', null],
    [99_999_999_999, null],
    ['2147483648', null],
    ['2147483647', 2_147_483_647],
  ])('takes periodNumber %j for %j, which the database can hold', async (periodNumber, read) => {
    const line = { orderLineId: 'CS1-000001', chargingMode: 'PERIOD', periodNumber }
    const orderInfo = { ...yearlyOrder, orderLine: [{ ...line, productInfo: [] }] }
    const answer = await queryAnswered(200, { ...yearly, orderInfo })
    expect(answer.ok && answer.answer.order.orderLine[0]?.periodNumber).toBe(read)
  })

  it('that is longer than 1 MiB is not read to its end', async () => {
    let sent = 0
    const chunk = Buffer.alloc(64 * 1024, ' ')
    const url = await listen((_request, response) => {
      const more = () => {
        while (!response.destroyed && sent < 400 * 1024 * 1024) {
          sent += chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
      }
      more()
    })
    expect(await query({ hosts: [url] })).toMatchObject({
      ok: false,
      kind: 'later',
      code: 'unreachable',
      message: expect.stringContaining('longer than 1 MiB') as string,
    })
    expect(sent).toBeLessThan(40 * 1024 * 1024)
  })

  it('that is packed is no longer than 1 MiB unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(2 * 1024 * 1024, ' '))
    const url = await listen((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
    })
    expect(await query({ hosts: [url] })).toMatchObject({ ok: false, code: 'unreachable' })
  })

  it.each([
    [429, '7', 7_000],
    [503, '7', 7_000],
    [429, 'Tue, 26 Jul 2022 06:47:46 GMT', 10_000],
    [429, '99999999', 600_000],
    [429, 'Tue, 26 Jul 2022 06:47:00 GMT', 1_000],
    [429, 'soon', 1_000],
    [500, '7', undefined],
  ])(
    'with HTTP %d and Retry-After %s asks for a pause of %s ms',
    async (status, after, pauseMs) => {
      const url = await listen((_request, response) => {
        response.setHeader('retry-after', after)
        answerJson(response, status, { error_code: 'APIGW.0308', error_msg: 'too many' })
      })
      const now = () => new Date('2022-07-26T06:47:36.000Z')
      const answer = await query({ hosts: [url], now })
      expect(answer).toMatchObject({ ok: false, kind: 'later', code: 'APIGW.0308' })
      expect(!answer.ok && answer.pauseMs).toBe(pauseMs)
    },
  )

  it('has a code that can be kept', async () => {
    const resultCode = ` MKT.\0\ud800${'0'.repeat(1_000)}`
    const answer = await queryAnswered(500, { resultCode, resultMsg: 'why' })
    expect(!answer.ok && answer.code).toMatch(/^MKT\.\ufffd{2}0{58}$/)
  })

  it('that is broken off rejects', async () => {
    const breaking = new AbortController()
    const url = await listen(() => breaking.abort())
    const query = { orderId: 'CS1' }
    const asked = clientAt([url]).call('queryOrder', { query }, { signal: breaking.signal })
    await expect(asked).rejects.toThrow(/abort/i)
  })

  it.each([
    [406, 'MKT.0250', 'later'],
    [406, 'MKT. 0250', 'later'],
    [406, 'CBC.0250', 'later'],
    [500, 'MKT.0999', 'later'],
    [500, 'CBC.0999', 'later'],
    [500, 'MKT.0777', 'later'],
    [200, 'MKT.0777', 'later'],
    [500, 'MKT.0100', 'refused'],
    [500, 'CBC.0100', 'refused'],
    [400, 'MKT.0101', 'refused'],
    [400, 'MKT.0199', 'refused'],
    [401, 'MKT.0150', 'refused'],
    [401, 'MKT.0151', 'access'],
    [401, 'MKT.0154', 'access'],
    [500, 'MKT.9001', 'refused'],
    [500, 'MKT.9002', 'refused'],
    [500, 'MKT.9003', 'refused'],
    [500, 'MKT.9004', 'refused'],
  ])('with HTTP %d and %s is one of kind %s', async (status, resultCode, kind) => {
    const answer = await queryAnswered(status, { resultCode, resultMsg: 'why' })
    expect(answer).toMatchObject({
      ok: false,
      kind,
      code: resultCode.replace(' ', ''),
      message: 'why',
    })
  })

  it.each([
    [401, 'APIGW.0301', 'access'],
    [404, 'APIGW.0101', 'later'],
    [429, 'APIGW.0308', 'later'],
    [503, 'APIGW.0202', 'later'],
  ])('of the gateway with HTTP %d and %s is one of kind %s', async (status, error_code, kind) => {
    const answer = await queryAnswered(status, { error_code, error_msg: 'why', request_id: '1' })
    expect(answer).toMatchObject({ ok: false, kind, code: error_code, message: 'why' })
  })

  it.each([
    [502, '<html>Bad Gateway</html>'],
    [500, ''],
    [200, '<html>log in</html>'],
    [200, '[]'],
    [404, '<html>Not Found</html>'],
  ])('with HTTP %d and no code (%s) is asked again later', async (status, body) => {
    const url = await listen((_request, response) => response.writeHead(status).end(body))
    expect(await query({ hosts: [url] })).toMatchObject({
      ok: false,
      kind: 'later',
      code: 'unreachable',
      message: `HTTP ${status} without a result code`,
    })
  })

  it('does not lead the signed call to another host by a redirect', async () => {
    const other: unknown[] = []
    const target = await listen((request, response) => {
      other.push(request.url)
      answerJson(response, 200, yearly)
    })
    const url = await listen((_request, response) =>
      response.writeHead(302, { location: target.href }).end(),
    )
    expect(await query({ hosts: [url] })).toMatchObject({ ok: false, code: 'unreachable' })
    expect(other).toEqual([])
  })
})

describe('a host that cannot be reached', () => {
  it('gives way to the next one, and the call is signed for that host', async () => {
    const hosts: unknown[] = []
    const dead = await unusedOrigin()
    const next = await listen((request, response) => {
      hosts.push([request.headers.host, request.headers.authorization])
      answerJson(response, 200, yearly)
    })
    const now = () => new Date('2022-07-26T06:47:36Z')
    expect(await query({ hosts: [dead, next], now })).toMatchObject({ ok: true })
    await query({ hosts: [next], now })
    expect(hosts).toHaveLength(2)
    expect(hosts[0]).toEqual(hosts[1])
  })

  it('gives way when its name does not resolve', async () => {
    const next = await listen((_request, response) => answerJson(response, 200, yearly))
    const nameless = new URL(`http://${'x'.repeat(64)}.test`)
    expect(await query({ hosts: [nameless, next] })).toMatchObject({ ok: true })
  })

  it('gives way when it breaks the connection off', async () => {
    const broken = await listen((request) => request.socket.destroy())
    const next = await listen((_request, response) => answerJson(response, 200, yearly))
    expect(await query({ hosts: [broken, next] })).toMatchObject({ ok: true })
  })

  it('gives way when the time is up, before the answer or within it', async () => {
    const silent = await listen(() => undefined)
    const halting = await listen((_request, response) => response.writeHead(200).write('{'))
    const next = await listen((_request, response) => answerJson(response, 200, yearly))
    const answer = await query({ hosts: [silent, halting, next], timeoutMs: 200 })
    expect(answer).toMatchObject({ ok: true })
  })

  it('is retried later if there is no other, and every host is named', async () => {
    const dead = await unusedOrigin()
    const silent = await listen(() => undefined)
    expect(await query({ hosts: [dead, silent], timeoutMs: 200 })).toMatchObject({
      ok: false,
      kind: 'later',
      code: 'unreachable',
      message: `${dead.host}: ECONNREFUSED; ${silent.host}: no answer in time`,
    })
  })

  it('does not give way when its TLS does not hold, and is retried later', async () => {
    const plain = await listen((_request, response) => answerJson(response, 200, yearly))
    const secure = new URL(`https://${plain.host}`)
    expect(await query({ hosts: [secure, plain] })).toMatchObject({
      ok: false,
      kind: 'later',
      code: 'unreachable',
      message: expect.stringMatching(/^127\.0\.0\.1:\d+: \w+$/) as string,
    })
  })

  it('is the only one that gives way: an answer with a failure stays with its host', async () => {
    let asked = 0
    const failing = await listen((_request, response) =>
      answerJson(response, 500, { resultCode: 'MKT.0999', resultMsg: 'why' }),
    )
    const next = await listen((_request, response) => {
      asked += 1
      answerJson(response, 200, yearly)
    })
    expect(await query({ hosts: [failing, next] })).toMatchObject({
      code: 'MKT.0999',
      kind: 'later',
    })
    expect(asked).toBe(0)
  })
})

async function queryAnswered(status: number, body: unknown) {
  const url = await listen((_request, response) => answerJson(response, status, body))
  return query({ hosts: [url] })
}

function query({
  hosts,
  ...options
}: Pick<StoreClientOptions, 'hosts'> & Partial<StoreClientOptions>) {
  return queryOrder(hosts, options)
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
  response.end(JSON.stringify(body))
}

function textHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, String(values)]),
  )
}
