import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { managementOperations } from '../../src/management/index.ts'
import { handlers } from '../../src/calls/handlers.ts'
import { type Product, urlOf, endpointOf } from '../../src/simulator/calls/endpoints.ts'
import type { SignedRequest } from '../../src/simulator/calls/signed-request.ts'
import { type Answer, sendTo } from '../harness/contract-hook.ts'
import { operationsIn } from '../harness/contract-operations.ts'
import { generationOf } from '../harness/generation.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { expectSigned } from '../harness/v1-call.ts'

const idsOf = (document: 'seller' | 'management') =>
  operationsIn(document).map(({ operationId }) => operationId)

describe('every operation', () => {
  test('of the seller contract has a handler, and nothing else has one', () => {
    expect(Object.keys(handlers).sort()).toEqual(idsOf('seller').sort())
  })

  test('of the management contract has a handler, but health, metrics and what browsers open, which are served apart', () => {
    const pages = idsOf('management').filter((id) => id.endsWith('Page'))
    const apart = ['getLive', 'getReady', 'getMetrics', 'getSsoKeys', ...pages]
    const served = [...Object.keys(managementOperations), ...apart]
    expect(served.sort()).toEqual(idsOf('management').sort())
  })
})

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const products: readonly Product[] = ['saas', 'license', 'license-code']

/** Each way to call an operation: those of the kit hang below every product. */
const ways = operationsIn('seller').flatMap(({ path, method, operationId }) => {
  const below = path.includes('{product}') ? products : [undefined]
  return below.map((product) => ({
    method: method.toUpperCase(),
    path: path.replace('{address}', 'main').replace('{product}', product ?? ''),
    generation: generationOf(operationId),
    // Of the kit it stands in the path; elsewhere in a member.
    activity: product === undefined ? 'noSuchActivity' : (path.split('/').at(-1) ?? ''),
    product,
  }))
})
type Way = (typeof ways)[number]

/** A call that is well signed and, but for its signature, has nothing that its interface wants. */
function signedCall({ generation, activity, product, path }: Way): SignedRequest {
  const { keyType, sign, below } = endpointOf(generation)
  const target = { origin: service.url, address: 'main', ...(product && { product }) }
  const url = urlOf(generation, activity, target)
  expect(url.pathname).toBe(path)
  const timeStamp = new Date().toISOString().replace(/\D/g, '')
  const members = below === undefined ? { activity } : { instanceId: randomUUID(), timeStamp }
  return sign(url, keys[keyType], members)
}

function sendSigned({ method, url, headers, body }: SignedRequest): Promise<Answer> {
  const init = { method, headers: ownHeaders(headers), ...(body !== undefined && { body }) }
  return sendTo(service, url.pathname + url.search, init)
}

// fetch keeps the connection alive by itself and lets nobody say so.
function ownHeaders(headers: SignedRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Connection'))
}

function expectSignedWhereWanted({ generation }: Way, answer: Answer): void {
  if (endpointOf(generation).isAnswerSigned) expectSigned(answer, keys.v1)
  else expect(answer.headers.get('body-sign')).toBeNull()
}

test('the kit hangs below three products, and there are 36 ways to call', () => {
  expect(ways).toHaveLength(6 + 10 * products.length)
})

describe.each(ways)('$method $path', (way) => {
  test('refuses a call without a signature, in the envelope', async () => {
    const body = way.method === 'POST' ? { body: '{"activity":"newInstance"}' } : {}
    const answer = await sendTo(service, way.path, { method: way.method, ...body })
    expect(answer.status).toBe(200)
    expect(['000001', '000002']).toContain(answer.body['resultCode'])
    expectSignedWhereWanted(way, answer)
  })

  test('refuses a well-made call with a wrong signature as not verified', async () => {
    const { url, headers, ...rest } = signedCall(way)
    const tamper = (text: string) => text.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    for (const name of ['signature', 'authToken']) {
      const value = url.searchParams.get(name)
      if (value !== null) url.searchParams.set(name, tamper(value))
    }
    const tampered = Object.entries(headers).map(([name, value]): [string, string] => {
      return [name, ['x-sign', 'authToken'].includes(name) ? tamper(value) : value]
    })
    const answer = await sendSigned({ ...rest, url, headers: Object.fromEntries(tampered) })
    expect(answer).toMatchObject({ status: 200, body: { resultCode: '000001' } })
    expectSignedWhereWanted(way, answer)
  })

  test('decides a well-signed call by the contract', async () => {
    const answer = await sendSigned(signedCall(way))
    // An activity that nobody knows, a kit body without what it must have: judged, not failed.
    expect(answer, answer.text).toMatchObject({ status: 200, body: { resultCode: '000002' } })
    expectSignedWhereWanted(way, answer)
  })
})

test.each([
  '/main/orders/produceAPI/v2/tenantSync',
  '/main/other/produceAPI/v2/tenantSync',
  '/main/saas/produceAPI/v3/tenantSync',
  '/main/saas/produceAPI/v2/nothingSync',
  '/main/saas/produceAPI',
])('%s is 404 with the envelope, signed because the address is known', async (path) => {
  const answer = await sendTo(service, path, { method: 'POST', body: '{}' })
  expect(answer).toMatchObject({ status: 404, body: { resultCode: '000002' } })
  expectSigned(answer, keys.v1)
})

test('an address that is not known is 404 with the envelope, and there is no Key to sign it', async () => {
  const answer = await sendTo(service, '/nowhere/license', { method: 'POST', body: '{}' })
  expect(answer).toMatchObject({ status: 404, body: { resultCode: '000002' } })
  expect(answer.headers.get('body-sign')).toBeNull()
})

test.each([
  ['GET', '/main/license-code'],
  ['GET', '/main/orders'],
  ['PUT', '/main/saas'],
  ['GET', '/main/saas/produceAPI/tenantSync'],
])('%s %s is 405 with the envelope, signed', async (method, path) => {
  const answer = await sendTo(service, path, { method })
  expect(answer).toMatchObject({ status: 405, body: { resultCode: '000002' } })
  expectSigned(answer, keys.v1)
})
