import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodySignature, readBodySign } from '../../src/crypto/body-sign.ts'
import { type MutationTarget, mutationTargets } from '../harness/mutation-targets.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'

const requestsARun = scale.mutatedRequests

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

// Values that a member never has: overlong, of another type, hostile to a database or a parser.
const oddValue = fc.oneof(
  fc.constantFrom('', 'x'.repeat(65), 'x'.repeat(70_000), 'a\u0000b', '\ud800', '😀'.repeat(64)),
  fc.constantFrom("'; drop table instances; --", '{{7*7}}', '../../etc/passwd', '%00', '__proto__'),
  fc.constantFrom(null, true, 0, -1, 1e308, 9007199254740993, [], {}, [[[]]]),
  // Lists as text and as themselves, and departments that close a circle.
  fc.constantFrom('[', '[{orgCode:"1"}]', '[null]', '['.repeat(50_000), '{"a":'.repeat(20_000)),
  fc.constantFrom<unknown>(
    [null],
    [{}],
    [{ orgCode: 'a', parentCode: 'a' }],
    [{ userName: '\u0000' }],
    [{ userName: 'u' }, { userName: 'v', name: 'n', orgCode: '', role: 'user', enable: 'true' }],
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.jsonValue({ maxDepth: 4 }),
)
const oddNames = ['__proto__', 'constructor', 'toString', '', 'a\u0000b', 'a\ud800b', 'testFlag']

const memberOf = ({ calls }: MutationTarget) =>
  fc.constantFrom(...new Set(calls.flatMap(Object.keys)), ...oddNames)

const untampered = ({ calls }: MutationTarget) =>
  fc.constantFrom(...calls).map((call) => Buffer.from(JSON.stringify(call)))

const tamperedMembers = (target: MutationTarget) =>
  fc
    .tuple(
      fc.constantFrom(...target.calls),
      fc.dictionary(memberOf(target), fc.option(oddValue), { maxKeys: 4 }),
    )
    .map(([call, changes]) => {
      const members: [string, unknown][] = [...Object.entries(call), ...Object.entries(changes)]
      return Buffer.from(JSON.stringify(Object.fromEntries(members)))
    })

const brokenBytes = ({ calls }: MutationTarget) =>
  fc
    .tuple(
      fc.constantFrom(...calls),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    )
    .map(([call, flips]) => {
      const bytes = Buffer.from(JSON.stringify(call))
      for (const [at, value] of flips) bytes[at % bytes.length] = value
      return bytes
    })

const strangeBodies = ({ calls }: MutationTarget) =>
  fc
    .oneof(
      fc.constantFrom('', '[]', 'null', '"text"', '\ufeff{}', '{"activity":"newInstance"', '{}{}'),
      fc.constantFrom(...calls).map((call) => `\ufeff${JSON.stringify(call)}`),
      fc.constantFrom('{"a\\u0000b":"\\u0000"}', '{"activity":"\\ud83d","\\ud83d":"\\u0000"}'),
      fc.constant('['.repeat(100_000)),
      fc.constant(`{"activity":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      fc.constant('{"activity":"queryInstance","activity":"newInstance"}'),
      fc.string({ unit: 'binary', maxLength: 300 }),
    )
    .map((text) => Buffer.from(text))

const bodyFor = (target: MutationTarget) =>
  fc.oneof(
    // As they are: the rest of the request may be tampered, and some of each interface must succeed.
    { weight: 2, arbitrary: untampered(target) },
    { weight: 4, arbitrary: tamperedMembers(target) },
    { weight: 2, arbitrary: brokenBytes(target) },
    { weight: 2, arbitrary: strangeBodies(target) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  )

/** Bytes that a report of a failure shows the beginning of, and not a megabyte. */
const payloadFor = (target: MutationTarget) =>
  bodyFor(target).map((bytes) => ({
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
  '/main/saas/',
  '//main/saas',
  '/main///saas//',
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
  `&x=${'z'.repeat(70_000)}`,
]

const named = (target: MutationTarget) => ({ ...target, [fc.toStringMethod]: () => target.path })

const mutationOf = (target: MutationTarget) =>
  fc.record({
    target: fc.constant(named(target)),
    payload: payloadFor(target),
    method: mostly('POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'),
    path: mostly(target.path, `${target.path}/`, ...oddPaths),
    contentType: mostly(
      'application/json;charset=utf8',
      'text/xml',
      '',
      'multipart/form-data',
      'é',
    ),
    contentEncoding: mostly('', 'gzip', 'identity', 'nonsense'),
    signed: fc.constantFrom('well', 'well', 'well', 'wrongly', 'not'),
    extraQuery: mostly('', ...oddQueries),
    timestamp: mostly(undefined, '', '0', '-1', '1e13', '99999999999999'),
  })

const mutation = fc.oneof(...mutationTargets.map(mutationOf))
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

/** What is answered with success, so that it is seen whatever is drawn. */
function unspoilt(target: MutationTarget): Mutation {
  return {
    target: named(target),
    payload: { bytes: Buffer.from(JSON.stringify(target.calls[0])), [fc.toStringMethod]: () => '' },
    method: 'POST',
    path: target.path,
    contentType: 'application/json;charset=utf8',
    contentEncoding: '',
    signed: 'well',
    extraQuery: '',
    timestamp: undefined,
  }
}

interface Received {
  readonly status: number
  readonly type: string | undefined
  readonly text: string
  readonly bodySign: string | undefined
}

/** node:http and not fetch, which would set right what is to stay wrong. */
function send(mutated: Mutation): Promise<Received> {
  const { hostname, port } = new URL(service.url)
  const { method, payload, contentType, contentEncoding, extraQuery } = mutated
  const signature = signatureOf(mutated)
  const path = `${mutated.path}?${new URLSearchParams(signature.query).toString()}${extraQuery}`
  const headers = {
    'content-type': contentType,
    'content-length': payload.bytes.length,
    ...(contentEncoding && { 'content-encoding': contentEncoding }),
    ...signature.headers,
  }
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'],
          text: Buffer.concat(chunks).toString(),
          bodySign: response.headers['body-sign']?.toString(),
        })
      })
    })
    sent.on('error', reject)
    sent.end(payload.bytes)
  })
}

function signatureOf({ target, payload, signed, timestamp = String(Date.now()) }: Mutation) {
  if (signed === 'not') return { query: {}, headers: {} }
  const tamper = (right: string) => right.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  return target.sign(payload.bytes, timestamp, signed === 'well' ? (right) => right : tamper)
}

/** The code of an answer that is as it must be, whatever was sent. */
function codeOf(received: Received, { target, signed, path, extraQuery }: Mutation): unknown {
  const { status, type, text, bodySign } = received
  expect([200, 404, 405], text).toContain(status)
  expect(type).toBe('application/json')
  expect(text).not.toMatch(/at \S+ \(|node_modules|\/src\/|\.ts:|select |insert /)
  const { resultCode, resultMsg } = JSON.parse(text) as Record<string, unknown>
  expect(resultCode).toMatch(signed === 'well' ? target.codes : /^00000[12]$/)
  expect(String(resultMsg)).toMatch(/^[^]{1,255}$/)
  // A head over 64 KiB is refused before anybody knows whose address it names.
  const isRead = extraQuery.length < 65_536
  if (target.isAnswerSigned && path.startsWith(target.path) && isRead) {
    expect(readBodySign(bodySign ?? ''), text).toBe(bodySignature(keys.v1, text))
  }
  return resultCode
}

describe('mutated requests', () => {
  test(`of ${requestsARun} none crashes the service, and each is answered with the envelope`, async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 16, maxLength: 16 }), async (batch) => {
        const answers = await Promise.all(
          batch.map(async (one) => ({ one, answer: await send(one) })),
        )
        for (const { one, answer } of answers) {
          seen.add(`${one.target.path} ${String(codeOf(answer, one))}`)
        }
      }),
      { numRuns: Math.floor(requestsARun / 16), examples: [[mutationTargets.map(unspoilt)]] },
    )
    // The mutations reach every depth of every interface: signature, contract, success.
    const depths = mutationTargets.flatMap(({ path }) =>
      ['000000', '000001', '000002'].map((code) => `${path} ${code}`),
    )
    expect(depths.filter((depth) => !seen.has(depth))).toEqual([])
    for (const path of ['/main/saas', '/main/license']) expect(seen).toContain(`${path} 000003`)
  })

  test('and it still sells', async () => {
    const { body: answered } = await storeCall(service, purchaseOf())
    expect(answered['resultCode']).toBe('000000')
  })
})
