import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'

const requestsARun = 2_400

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const order = { orderId: 'CS2211181819B4LVS', orderLineId: 'CS2211181819B4LVS-000001' }
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'

const validCalls: Record<string, unknown>[] = [
  { activity: 'newInstance', businessId: 'b', ...order },
  { activity: 'queryInstance', instanceId },
  {
    activity: 'refreshInstance',
    instanceId,
    scene: 'RENEWAL',
    expireTime: '20991231235959',
    ...order,
  },
  { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
  { activity: 'releaseInstance', instanceId },
  { activity: 'upgradeInstance', instanceId, ...order },
  { activity: 'changeInstanceCheck', instanceId, productInfo: { productId: 'p' } },
  { activity: 'orderNotify', ...order },
]

// Values that a member never has: overlong, of another type, hostile to a database or a parser.
const oddValue = fc.oneof(
  fc.constantFrom('', 'x'.repeat(65), 'x'.repeat(70_000), 'a\u0000b', '\ud800', '😀'.repeat(64)),
  fc.constantFrom("'; drop table instances; --", '{{7*7}}', '../../etc/passwd', '%00', '__proto__'),
  fc.constantFrom(null, true, 0, -1, 1e308, 9007199254740993, [], {}, [[[]]]),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.jsonValue({ maxDepth: 4 }),
)
const memberName = fc.constantFrom(
  'activity',
  'orderId',
  'orderLineId',
  'businessId',
  'instanceId',
  'scene',
  'expireTime',
  'status',
  'productInfo',
  'testFlag',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a\u0000b',
  'a\ud800b',
)

const spoiltMembers = fc
  .tuple(
    fc.constantFrom(...validCalls),
    fc.dictionary(memberName, fc.option(oddValue), { maxKeys: 4 }),
  )
  .map(([call, changes]) => {
    const members: [string, unknown][] = [...Object.entries(call), ...Object.entries(changes)]
    return Buffer.from(JSON.stringify(Object.fromEntries(members)))
  })

const brokenBytes = fc
  .tuple(
    fc.constantFrom(...validCalls),
    fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  )
  .map(([call, flips]) => {
    const bytes = Buffer.from(JSON.stringify(call))
    for (const [at, value] of flips) bytes[at % bytes.length] = value
    return bytes
  })

const strangeBodies = fc
  .oneof(
    fc.constantFrom('', '[]', 'null', '"text"', '\ufeff{}', '{"activity":"newInstance"', '{}{}'),
    fc.constantFrom(...validCalls).map((call) => `\ufeff${JSON.stringify(call)}`),
    fc.constantFrom('{"a\\u0000b":"\\u0000"}', '{"activity":"\\ud83d","\\ud83d":"\\u0000"}'),
    fc.constant('['.repeat(100_000)),
    fc.constant(`{"activity":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    fc.constant('{"activity":"queryInstance","activity":"newInstance"}'),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  .map((text) => Buffer.from(text))

const body = fc.oneof(
  { weight: 4, arbitrary: spoiltMembers },
  { weight: 2, arbitrary: brokenBytes },
  { weight: 2, arbitrary: strangeBodies },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
)

/** Bytes that a report of a failure shows the beginning of, and not a megabyte. */
const payload = body.map((bytes) => ({
  bytes,
  [fc.toStringMethod]: () => JSON.stringify(bytes.toString('latin1').slice(0, 300)),
}))

/** Nearly always the usual, so that most requests get as far as their body. */
const mostly = <Value>(usual: Value, ...odd: readonly Value[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )

const oddPaths = [
  '/main/orders',
  '/main/saas/',
  '//main/saas',
  '/main/%00',
  '/main/%ff',
  '/%ff/saas',
  '/main/saas%2f',
  '/MAIN/saas',
  '/main/../main/saas',
  '/acme/saas',
  '/',
  '/main',
  '/main/saas;x=1',
  '/__proto__/saas',
  `/main/${'y'.repeat(3_000)}`,
  `/main/${'y'.repeat(30_000)}`,
]
const oddQueries = [
  '&nonce=again',
  '&timestamp=1',
  '&signature=again',
  '&%00=%ff',
  '&%zz=%e4%bd',
  `&x=${'z'.repeat(2_000)}`,
  `&x=${'z'.repeat(20_000)}`,
]

const mutation = fc.record({
  payload,
  method: mostly('POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'),
  path: mostly('/main/saas', ...oddPaths),
  contentType: mostly('application/json;charset=utf8', 'text/xml', '', 'multipart/form-data', 'é'),
  contentEncoding: mostly('', 'gzip', 'identity', 'nonsense'),
  signed: fc.constantFrom('well', 'well', 'well', 'wrongly', 'not'),
  extraQuery: mostly('', ...oddQueries),
  timestamp: mostly(undefined, '', '0', '-1', '1e13', '99999999999999'),
})

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

interface Received {
  readonly status: number
  readonly type: string | undefined
  readonly text: string
}

/** node:http and not fetch, which would set right what is to stay wrong. */
function send({ payload: { bytes }, ...rest }: Mutation): Promise<Received> {
  const { hostname, port } = new URL(service.url)
  const path = `${rest.path}?${queryOf(bytes, rest)}${rest.extraQuery}`
  const headers = {
    'content-type': rest.contentType,
    'content-length': bytes.length,
    ...(rest.contentEncoding && { 'content-encoding': rest.contentEncoding }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: rest.method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'],
          text: Buffer.concat(chunks).toString(),
        })
      })
    })
    sent.on('error', reject)
    sent.end(bytes)
  })
}

function queryOf(payload: Buffer, { path, signed, timestamp }: Omit<Mutation, 'payload'>): string {
  if (signed === 'not') return ''
  const key = path.endsWith('/orders') ? keys.order : keys.basic
  const query = { nonce: randomUUID(), timestamp: timestamp ?? String(Date.now()) }
  const right = signV2Query({ key, payload, ...query })
  const signature =
    signed === 'well' ? right : right.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  return new URLSearchParams({ signature, ...query }).toString()
}

/** The code of an answer that is as it must be, whatever was sent. */
function codeOf({ status, type, text }: Received, isSigned: boolean): unknown {
  expect([200, 404, 405], text).toContain(status)
  expect(type).toBe('application/json')
  expect(text).not.toMatch(/at \S+ \(|node_modules|\/src\/|\.ts:|select |insert /)
  const { resultCode, resultMsg } = JSON.parse(text) as Record<string, unknown>
  expect(resultCode).toMatch(isSigned ? /^(00000[0-4]|00010[0-7])$/ : /^00000[12]$/)
  expect(String(resultMsg)).toMatch(/^[^]{1,255}$/)
  return resultCode
}

describe('mutated requests', () => {
  test(`of ${requestsARun} none crashes the service, and each is answered with the envelope`, async () => {
    const codes = new Set<unknown>()
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 16, maxLength: 16 }), async (batch) => {
        const answers = await Promise.all(batch.map(send))
        for (const [i, answer] of answers.entries()) {
          codes.add(codeOf(answer, batch[i]?.signed === 'well'))
        }
      }),
      { numRuns: requestsARun / 16 },
    )
    // The mutations reach every depth: signature, contract, decision, success.
    for (const code of ['000000', '000001', '000002', '000003']) expect(codes).toContain(code)
  }, 180_000)

  test('and it still sells', async () => {
    const { body: answered } = await storeCall(service, purchaseOf())
    expect(answered['resultCode']).toBe('000000')
  })
})
