import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContractDocument } from '../../src/contract/index.ts'
import { type Mock, startMock } from '../../scripts/mock/serve.ts'
import { answerOf, violationsOf } from '../harness/contract-hook.ts'
import {
  type ContractOperation,
  mediaOf,
  operationsIn,
  parametersOf,
  scenesOf,
} from '../harness/contract-operations.ts'
import { drawn, scale } from '../harness/scale.ts'

const documents = ['seller', 'store', 'management'] as const
const mocks = new Map<ContractDocument, Mock>()

beforeAll(async () => {
  const host = '127.0.0.1'
  const started = documents.map((document) => startMock(document, { host, port: 0 }))
  for (const [index, mock] of (await Promise.all(started)).entries()) {
    mocks.set(documents[index] ?? 'seller', mock)
  }
})
afterAll(() => Promise.all([...mocks.values()].map((mock) => mock.stop())))

/** Asks a mock, and holds whatever it answers against the contract. */
async function ask(document: ContractDocument, target: string, init: RequestInit = {}) {
  const url = (mocks.get(document)?.url ?? '') + target
  const response = await fetch(url, { redirect: 'manual', ...init })
  const answer = answerOf(response, await response.text())
  const asked = { method: init.method ?? 'GET', target: target.split('?', 1)[0] ?? '' }
  expect(violationsOf(document, asked, answer), answer.text).toEqual([])
  return answer
}

interface RequestScene {
  readonly name: string
  readonly target: string
  readonly init: RequestInit
}

/** Every request that the contract shows of an operation, without a signature; or one without a body. */
function requestsOf(operation: ContractOperation): RequestScene[] {
  const { schemas, part, method } = operation
  const media = mediaOf(schemas, schemas.below(part, 'requestBody'))
  const init = { method: method.toUpperCase() }
  const bodies = media.flatMap(({ type, scenes }) =>
    scenes.map(({ name, value }) => {
      const request = { ...bodyOf(type, value), ...init }
      return { name, target: targetOf(operation, {}), init: request }
    }),
  )
  const whole = parametersOf(operation).find(({ node }) => node['explode'] === true)
  const queries = whole === undefined ? [] : scenesOf(schemas, whole)
  const asked = queries.map(({ name, value }) => {
    return { name, target: targetOf(operation, value as Record<string, string>), init }
  })
  const all = [...bodies, ...asked]
  return all.length > 0 ? all : [{ name: 'no body', target: targetOf(operation, {}), init }]
}

/** Path and query with the parameters' own examples, those of a signature left out. */
function targetOf(operation: ContractOperation, query: Readonly<Record<string, string>>): string {
  const parameters = parametersOf(operation).map(({ node }) => node)
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    String(parameters.find((parameter) => parameter['name'] === name)?.['example']),
  )
  const named = parameters
    .filter((parameter) => parameter['in'] === 'query' && parameter['required'] === true)
    .map(({ name, example }): [string, string] => [String(name), String(example)])
    .filter(([name]) => name !== 'timestamp' && name !== 'nonce')
  const search = new URLSearchParams([...named, ...Object.entries(query)])
  return search.size === 0 ? path : `${path}?${search.toString()}`
}

function bodyOf(type: string, value: unknown): RequestInit {
  if (type === 'multipart/form-data') return { body: formOf(value as object) }
  if (type === 'application/x-www-form-urlencoded') {
    return { body: new URLSearchParams(value as Record<string, string>) }
  }
  return { body: JSON.stringify(value), headers: { 'content-type': type } }
}

function formOf(parts: object): FormData {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts) as [string, unknown][]) {
    if (typeof part === 'string') form.set(name, new Blob([part]), 'license.lic')
    else form.set(name, JSON.stringify(part))
  }
  return form
}

describe.each(documents)('the mock of the %s contract', (document) => {
  const operations = operationsIn(document)

  test.each(operations)(
    'takes every request shown of $operationId, unsigned',
    async (operation) => {
      const success = Object.keys(operation.part.node['responses'] as object).filter((status) =>
        /^[23]\d\d$/.test(status),
      )
      for (const { name, target, init } of drawn(requestsOf(operation), scale.mockedScenes)) {
        await fetch(`${mocks.get(document)?.url ?? ''}/mock/reset`, { method: 'POST' })
        const { status, text, body } = await ask(document, target, init)
        expect(success, `${name}: ${text}`).toContain(String(status))
        expect([undefined, '000000', '000004', 'MKT.0000'], name).toContain(body['resultCode'])
      }
    },
  )

  test.each(operations)('shows every scene of $operationId by its name', async (operation) => {
    const [request] = requestsOf(operation)
    if (request === undefined) throw new Error('no request is shown')
    const { target, init } = request
    const { schemas, part } = operation
    for (const { type, scenes } of mediaOf(schemas, schemas.below(part, 'responses', '200'))) {
      for (const { name, value } of drawn(scenes, scale.mockedScenes)) {
        const headers = new Headers(init.headers)
        headers.set('prefer', `example=${name}`)
        headers.set('accept', type)
        const { text } = await ask(document, target, { ...init, headers })
        expect(type.endsWith('json') ? (JSON.parse(text) as unknown) : text, name).toEqual(value)
      }
    }
  })
})

const order = '/api/mkp-openapi-public/global/v1/order/query'

describe('a call without a scene', () => {
  test.each([
    ['newInstance', { orderId: 'CS1', orderLineId: 'CS1-000001', businessId: 'b' }, 'instanceId'],
    ['queryInstance', { instanceId: 'i' }, 'info'],
  ])('of %s gets one that suits it', async (activity, members, expected) => {
    const body = JSON.stringify({ activity, ...members })
    const answer = await ask('seller', '/main/saas', { method: 'POST', body })
    expect(answer.body).toHaveProperty(expected)
  })

  test('is about what it names', async () => {
    const call = { activity: 'queryInstance', instanceId: 'mine-1' }
    const { body } = await ask('seller', '/main/saas', {
      method: 'POST',
      body: JSON.stringify(call),
    })
    expect(body['info']).toMatchObject([{ instanceId: 'mine-1' }])
    const mine = await ask('store', `${order}?orderId=CS123`)
    expect(mine.body['orderInfo']).toMatchObject({
      orderId: 'CS123',
      orderLine: [{ orderLineId: 'CS123-000001' }],
    })
  })

  test('is the one that shows it, if there is one', async () => {
    const [operation] = operationsIn('store').filter(
      ({ operationId }) => operationId === 'queryOrder',
    )
    const scenes =
      operation &&
      mediaOf(operation.schemas, operation.schemas.below(operation.part, 'responses', '200'))
    for (const { name, value } of scenes?.[0]?.scenes ?? []) {
      const { orderInfo } = value as { orderInfo?: { orderId: string; orderType: string } }
      if (orderInfo === undefined) continue
      const { body } = await ask('store', `${order}?orderId=${orderInfo.orderId}`)
      expect(body['orderInfo'], name).toMatchObject({ orderType: orderInfo.orderType })
    }
  })

  test('of an activity that brings nothing back gets the bare success', async () => {
    const call = { activity: 'updateInstanceStatus', instanceId: 'i', status: 'FREEZE' }
    const answer = await ask('seller', '/main/saas', { method: 'POST', body: JSON.stringify(call) })
    expect(answer.body).toEqual({ resultCode: '000000', resultMsg: 'success.' })
  })
})

const usage = '/api/mkp-openapi-public/global/v1/isv/usage-data'
const upload = '/api/mkp-openapi-public/global/v1/market-event/e/file'
const kit = '/main/saas/produceAPI/v2/tenantSync'
const appInfo = '/api/v1/instances/i/app-info'
const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

describe("an invalid request gets the contract's own refusal, and the mock lives on", () => {
  test.each<[ContractDocument, string, string | undefined, number, string, string]>([
    [
      'seller',
      '/main/saas',
      '{"activity":"queryInstance"}',
      200,
      '000002',
      'instanceId is missing',
    ],
    ['seller', '/main/saas', '{"activity":"sell"}', 200, '000002', 'activity is unknown: sell'],
    ['seller', '/main/saas', '{"activ', 200, '000002', 'body cannot be read'],
    ['seller', '/main/saas?activity=upgrade', undefined, 200, '000002', 'timeStamp is missing'],
    ['seller', '/main/license?activity=getLicense', undefined, 200, '000002', 'timeStamp'],
    ['seller', '/main/license-code', '{}', 200, '000002', 'activity'],
    ['seller', '/main/orders', '{"activity":"orderNotify"}', 200, '000002', 'orderId is missing'],
    ['seller', kit, '{}', 200, '000002', 'tenantId is missing'],
    ['seller', '/main/nothing', '{}', 404, '000002', 'unknown address or path'],
    ['seller', kit.replace('saas', 'shop'), '{}', 404, '000002', 'unknown address or path'],
    ['seller', '/main/license-code', undefined, 405, '000002', 'method'],
    ['store', order, undefined, 400, 'MKT.0101', 'orderId is missing'],
    ['store', usage, '{}', 400, 'MKT.0101', 'usage_records'],
    ['store', usage, '{"usage', 400, 'MKT.0101', 'body cannot be read'],
    ['store', upload, '{}', 400, 'CBC.0101', 'isvUpdateFileReq is missing'],
    ['store', '/api/v1/oauth2/token', 'grant_type=x', 400, 'invalid_request', 'grant_type'],
    ['store', '/api/v1/cas/login', undefined, 400, 'invalid_request', 'service is missing'],
    ['store', '/api/nothing', undefined, 404, 'APIGW.0101', 'unknown'],
    ['management', '/api/v1/instances?limit=many', undefined, 400, 'limit', 'must be integer'],
    ['management', '/api/v1/messages/none', undefined, 400, 'id', 'uuid'],
    ['management', appInfo, '{"frontEndUrl":1}', 400, 'frontEndUrl', 'must be string'],
    ['management', appInfo, '{"front', 400, 'body', 'cannot be read'],
    ['management', '/api/v1/nothing', undefined, 404, 'Not Found', 'unknown'],
  ])('%s %s %s', async (document, target, body, status, code, words) => {
    const method = body === undefined ? 'GET' : target === appInfo ? 'PUT' : 'POST'
    const headers = { 'content-type': target.endsWith('/token') ? form : json }
    const answer = await ask(document, target, { method, ...(body && { body, headers }) })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`"${code}"`)
    expect(answer.text).toContain(words)
    expect(answer.text).not.toContain('stoplight')
    expect((await ask('management', '/health/live')).status).toBe(200)
  })

  test('with its signature where the contract wants one', async () => {
    const answer = await ask('seller', '/main/saas?activity=upgrade')
    expect(answer.headers.get('body-sign')).toMatch(/^sign_type="HMAC-SHA256"/)
  })

  test('and so does a scene that is not there', async () => {
    const headers = { prefer: 'example=instance-of-tomorrow' }
    const answer = await ask('management', '/api/v1/instances/i', { headers })
    expect(answer.status).toBe(404)
    expect(answer.body['detail']).toContain('instance-of-tomorrow; it has instance-active, ')
  })

  test('while a refusal can be asked for, too', async () => {
    const headers = { prefer: 'code=409' }
    const init = { method: 'POST', headers }
    const id = '0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34'
    expect((await ask('management', `/api/v1/messages/${id}/rerun`, init)).status).toBe(409)
  })
})

test.each(['saas', 'license', 'license-code', 'orders'])(
  'a signature in the query is no unknown parameter: /main/%s',
  async (path) => {
    const [scene] = operationsIn('seller')
      .filter((operation) => operation.method === 'post' && operation.path === `/{address}/${path}`)
      .flatMap(requestsOf)
    const signed = 'signature=0a&timestamp=1767225600000&nonce=n'
    const { body } = await ask('seller', `${scene?.target ?? ''}?${signed}`, scene?.init)
    expect(body).toMatchObject({ resultCode: '000000' })
  },
)

describe('a code that is asked for', () => {
  test.each<[ContractDocument, string, string, number, object]>([
    ['management', '/api/v1/instances/x', 'code=403', 403, { status: 403, title: 'Forbidden' }],
    // The contract has it for whatever else goes wrong.
    ['management', '/api/v1/instances/x', 'code=500', 500, { status: 500 }],
    ['management', '/api/v1/instances/x', 'example=problem-forbidden', 403, { status: 403 }],
    ['store', `${order}?orderId=CS1`, 'code="MKT.0101"', 400, { resultCode: 'MKT.0101' }],
  ])('%s %s %s is that of the operation', async (document, target, prefer, status, members) => {
    const answer = await ask(document, target, { headers: { prefer } })
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject(members)
  })

  test('may be a result code of the store, whose scene is of the same activity', async () => {
    const call = { activity: 'newInstance', orderId: 'CS1', orderLineId: 'l', businessId: 'b' }
    const init = { method: 'POST', body: JSON.stringify(call) }
    const refused = await ask('seller', '/main/saas', {
      ...init,
      headers: { prefer: 'code=000106' },
    })
    expect(refused.body['resultCode']).toBe('000106')
  })

  test('says which there are, if it is none of them', async () => {
    const answer = await ask('management', '/api/v1/instances/x', {
      headers: { prefer: 'code=409' },
    })
    expect(answer.status).toBe(404)
    expect(answer.body['detail']).toBe(
      'getInstance has no code 409; it has 200, 400, 401, 403, 404, 429, 503, 500',
    )
  })
})

test('a browser of another origin may ask', async () => {
  const url = `${mocks.get('management')?.url ?? ''}/api/v1/keys`
  const asked = { origin: 'http://localhost:5173', 'access-control-request-method': 'GET' }
  const preflight = await fetch(url, { method: 'OPTIONS', headers: asked })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  const answer = await fetch(url)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})
