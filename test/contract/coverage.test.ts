import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/contract.ts'
import { compactSorted, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { notBuilt } from '../../src/handlers/not-built.ts'
import { managementOperations } from '../../src/handlers/management/index.ts'
import { storeOperations } from '../../src/handlers/store-operations.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { manage } from '../harness/management.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'

type Security = readonly Readonly<Record<string, unknown>>[]

interface Operation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly security: Security
}

type Served = Pick<Operation, 'operationId'> & { readonly security?: Security }

const methods = ['get', 'post', 'put', 'patch', 'delete']

function operationsOf(document: 'seller' | 'management'): Operation[] {
  const paths = Object.entries(readDocument(document).paths ?? {}) as [string, object][]
  return paths.flatMap(([path, item]) =>
    Object.entries(item as Record<string, Served>)
      .filter(([method]) => methods.includes(method))
      .map(([method, { operationId, security = [] }]) => ({ operationId, method, path, security })),
  )
}

const idsOf = (document: 'seller' | 'management') =>
  operationsOf(document).map(({ operationId }) => operationId)

describe('every operation', () => {
  test('of the seller contract has a handler or stands in the list of those not built, never both', () => {
    const served = [...Object.keys(storeOperations), ...notBuilt]
    expect(served.sort()).toEqual(idsOf('seller').sort())
    expect(new Set(served).size).toBe(served.length)
  })

  test('of the management contract has a handler, but health and metrics, which are served apart', () => {
    const apart = ['getLive', 'getReady', 'getMetrics']
    const served = [...Object.keys(managementOperations), ...apart]
    expect(served.sort()).toEqual(idsOf('management').sort())
  })
})

const licenseKey = 'license-key-for-tests'
let service: TestService

beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_LICENSE_KEY: licenseKey } })
})
afterAll(() => service.stop())

const products = ['saas', 'license', 'license-code']

/** Each way to call an operation that is not built: the kit's hang below every product. */
const calls = operationsOf('seller')
  .filter(({ operationId }) => notBuilt.includes(operationId))
  .flatMap(({ path, ...operation }) =>
    (path.includes('{product}') ? products : ['']).map((product) => ({
      ...operation,
      path: path.replace('{address}', 'main').replace('{product}', product),
    })),
  )

const body = compactSorted({ activity: 'newInstance', orderId: 'CS1', orderLineId: 'CS1-000001' })

function query(key: string): string {
  const [timestamp, nonce] = [String(Date.now()), newId('nonce')]
  const signature = signV2Query({ key, timestamp, nonce, payload: body })
  return `?${new URLSearchParams({ signature, timestamp, nonce }).toString()}`
}

// Those of V1 and of the kit cannot be verified yet, so theirs are sent without a signature.
const signatureKeys: Readonly<Record<string, string>> = {
  basicSignature: keys.basic,
  licenseSignature: licenseKey,
}
const keyOf = ({ security }: Operation) => {
  const [scheme = ''] = security.flatMap((one) => Object.keys(one))
  return signatureKeys[scheme]
}

function familyOf({ path }: Operation): string {
  return path.includes('/produceAPI/') ? 'kit' : (path.split('/')[2] ?? '')
}

const call = (operation: Operation, search: string) =>
  sendTo(service, operation.path + search, {
    method: operation.method.toUpperCase(),
    ...(operation.method === 'post' && { body }),
  })

const notImplemented = { resultCode: '000005', resultMsg: 'not implemented' }

describe('an operation that is not built', () => {
  test.each(calls)('answers so: $method $path', async (operation) => {
    const key = keyOf(operation)
    const answer = await call(operation, key === undefined ? '?activity=any' : query(key))
    expect(answer).toMatchObject({ status: 200, body: notImplemented })
    expect(answer.headers.get('content-type')).toBe('application/json')
  })

  test('leaves nothing behind but a count', async () => {
    const { body: kept } = await manage(service, '/messages')
    expect(kept['items']).toEqual([])
    const { body: instances } = await manage(service, '/instances')
    expect(instances['items']).toEqual([])
    const { text } = await sendTo(service, '/metrics')
    for (const family of new Set(calls.map(familyOf))) {
      expect(text).toMatch(
        new RegExp(
          `calls_total\\{family="${family}",activity="unknown",result_code="000005"\\} \\d`,
        ),
      )
    }
  })
})

test.each([
  '/main/orders/produceAPI/v2/tenantSync',
  '/main/other/produceAPI/v2/tenantSync',
  '/main/saas/produceAPI/v3/tenantSync',
  '/main/saas/produceAPI/v2/nothingSync',
  '/main/saas/produceAPI',
  '/nowhere/license',
])('%s is 404 with the envelope', async (path) => {
  const answer = await sendTo(service, path, { method: 'POST', body })
  expect(answer).toMatchObject({ status: 404, body: { resultCode: '000002' } })
})

test.each([
  ['GET', '/main/license-code'],
  ['GET', '/main/saas/produceAPI/tenantSync'],
])('%s %s is 405 with the envelope', async (method, path) => {
  const answer = await sendTo(service, path, { method })
  expect(answer).toMatchObject({ status: 405, body: { resultCode: '000002' } })
})
