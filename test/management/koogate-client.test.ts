import { type KoogateClient, type KoogateSchemas, createKoogateClient } from 'koogate/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMock } from '../../scripts/mock/serve.ts'
import { heldFetch } from '../harness/contract-hook.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'

let service: TestService
let koogate: KoogateClient
let instanceId: string

beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
  const { url: baseUrl, managementToken: token } = service
  koogate = createKoogateClient({ baseUrl, token, fetch: heldFetch })
  instanceId = await buy(service)
})
afterAll(() => service.stop())

describe('against a service', () => {
  test('lists what waits for its provisioning, and completes it', async () => {
    const { data: waiting } = await koogate.GET('/api/v1/instances', {
      params: { query: { status: 'provisioning', limit: 10 } },
    })
    expect(waiting?.items.map((one) => one.instanceId)).toEqual([instanceId])
    const { data: completed } = await koogate.PUT('/api/v1/instances/{instanceId}/app-info', {
      params: { path: { instanceId } },
      body: { frontEndUrl: 'https://app.example.com/t/42', userName: '管理员' },
    })
    expect(completed?.status).toBe('active')
    expect(completed?.appInfo?.userName).toBe('管理员')
  })

  test('reads the calls of the store page by page', async () => {
    await buy(service)
    const first = await koogate.GET('/api/v1/messages', { params: { query: { limit: 1 } } })
    const cursor = first.data?.nextCursor ?? ''
    const second = await koogate.GET('/api/v1/messages', {
      params: { query: { limit: 1, cursor } },
    })
    expect(second.data?.items).toHaveLength(1)
    expect(second.data?.items[0]?.id).not.toBe(first.data?.items[0]?.id)
  })

  test('tells a refusal as a problem', async () => {
    const path = { instanceId: 'nobody' }
    const unknown = await koogate.GET('/api/v1/instances/{instanceId}', { params: { path } })
    expect(unknown.data).toBeUndefined()
    expect(unknown.response.status).toBe(404)
    expect(unknown.error?.detail).toContain('nobody')
    const tooLong = { frontEndUrl: `https://app.example.com/${'x'.repeat(600)}` }
    const faulty = await koogate.PUT('/api/v1/instances/{instanceId}/app-info', {
      params: { path: { instanceId } },
      body: tooLong,
    })
    expect(faulty.error?.errors?.map(({ field }) => field)).toEqual(['frontEndUrl'])
  })

  test('is refused with another token', async () => {
    const stranger = createKoogateClient({ baseUrl: service.url, token: 'x', fetch: heldFetch })
    const { error, response } = await stranger.GET('/api/v1/keys')
    expect(response.status).toBe(401)
    expect(error?.title).toBe('Unauthorized')
  })

  test('rejects when nobody answers', async () => {
    const nobody = createKoogateClient({ baseUrl: 'http://127.0.0.1:9', token: 'x' })
    await expect(nobody.GET('/api/v1/keys')).rejects.toThrow()
  })
})

describe('a request', () => {
  /** A client whose requests are kept, each answered with an empty object. */
  function listening(baseUrl: string) {
    const sent: Request[] = []
    const client = createKoogateClient({
      baseUrl,
      token: 'secret',
      fetch: (request) => {
        sent.push(request)
        return Promise.resolve(Response.json({}))
      },
    })
    return { client, sent }
  }

  test.each([
    ['https://seller.example.com', 'https://seller.example.com/api/v1/keys'],
    ['https://seller.example.com/', 'https://seller.example.com/api/v1/keys'],
    ['https://example.com/koogate', 'https://example.com/koogate/api/v1/keys'],
    ['https://example.com/koogate/', 'https://example.com/koogate/api/v1/keys'],
  ])('of a client of %s goes to %s', async (baseUrl, url) => {
    const { client, sent } = listening(baseUrl)
    await client.GET('/api/v1/keys')
    expect(sent[0]?.url).toBe(url)
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer secret')
    expect(sent[0]?.headers.has('content-type')).toBe(false)
  })

  test('carries ids, filters and the body as they are, whatever characters they have', async () => {
    const { client, sent } = listening('https://seller.example.com')
    const instanceId = 'a/b?c=ü&%2F#'
    await client.GET('/api/v1/instances', {
      params: { query: { orderId: instanceId, limit: 5, test: false } },
    })
    const body = { frontEndUrl: 'https://app.example.com/', userName: '管理员' }
    await client.PUT('/api/v1/instances/{instanceId}/app-info', {
      params: { path: { instanceId } },
      body,
    })
    const [list, put] = sent.map(({ url }) => new URL(url))
    expect(Object.fromEntries(list?.searchParams ?? [])).toEqual({
      orderId: instanceId,
      limit: '5',
      test: 'false',
    })
    expect(put?.pathname.split('/').map(decodeURIComponent)).toEqual([
      '',
      'api',
      'v1',
      'instances',
      instanceId,
      'app-info',
    ])
    expect(put?.search).toBe('')
    expect(sent[1]?.headers.get('content-type')).toBe('application/json')
    expect(await sent[1]?.json()).toEqual(body)
  })

  test.each(['', '.', '..'])('for the id %j is not sent: a URL cannot hold it', async (id) => {
    const { client, sent } = listening('https://seller.example.com')
    const init = { params: { path: { instanceId: id } } }
    await expect(client.GET('/api/v1/instances/{instanceId}', init)).rejects.toThrow('instanceId')
    expect(sent).toEqual([])
  })

  test('ends when its signal says so', async () => {
    const controller = new AbortController()
    const client = createKoogateClient({
      baseUrl: service.url,
      token: 'x',
      fetch: (request) => {
        controller.abort()
        return fetch(request)
      },
    })
    const asked = client.GET('/api/v1/keys', { signal: controller.signal })
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error)
  })
})

test.each([
  ['a page with 502', 502, 'text/html'],
  ['a page with 200', 200, 'text/html'],
  ['JSON of somebody else with 403', 403, 'application/json'],
  ['an answer without a type', 200, ''],
])('%s, of what stands in front of Koogate, is an error', async (_name, status, type) => {
  const client = createKoogateClient({
    baseUrl: 'https://seller.example.com',
    token: 'x',
    fetch: () =>
      Promise.resolve(
        new Response(Buffer.from('"sorry"'), { status, headers: { 'content-type': type } }),
      ),
  })
  const { data, error, response } = await client.GET('/api/v1/keys')
  expect(data).toBeUndefined()
  expect(response.status).toBe(status)
  expect(error).toMatchObject({ status, detail: expect.stringContaining('sorry') as string })
})

test('against the mock, a scene is chosen by its name', async () => {
  const mock = await startMock('management', { host: '127.0.0.1', port: 0 })
  const client = createKoogateClient({ baseUrl: mock.url, token: 'any' })
  const { data } = await client.GET('/api/v1/instances/{instanceId}', {
    params: { path: { instanceId: 'any' } },
    headers: { Prefer: 'example=instance-frozen' },
  })
  await mock.stop()
  expect(data?.status).toBe('frozen')
})

describe('what the contract does not have does not compile', () => {
  // Compiled, never called.
  const wrong = {
    path: () =>
      // @ts-expect-error -- no such path
      koogate.GET('/api/v1/instance'),
    method: () =>
      // @ts-expect-error -- instances are not made here
      koogate.POST('/api/v1/instances'),
    missing: () =>
      // @ts-expect-error -- the instance is not named
      koogate.GET('/api/v1/instances/{instanceId}'),
    filter: () =>
      // @ts-expect-error -- no such status
      koogate.GET('/api/v1/instances', { params: { query: { status: 'expired' } } }),
    parameter: () =>
      // @ts-expect-error -- no such filter
      koogate.GET('/api/v1/instances', { params: { query: { state: 'active' } } }),
    body: (path: { instanceId: string }) =>
      koogate.PUT('/api/v1/instances/{instanceId}/app-info', {
        params: { path },
        // @ts-expect-error -- the address is missing
        body: { userName: 'admin' },
      }),
    unnamed: () =>
      koogate.GET('/api/v1/instances/{instanceId}', {
        // @ts-expect-error -- that is no parameter of the path
        params: { path: { id: 'x' } },
      }),
    bodiless: (path: { instanceId: string }) =>
      // @ts-expect-error -- nothing is put
      koogate.PUT('/api/v1/instances/{instanceId}/app-info', { params: { path } }),
    unasked: () =>
      // @ts-expect-error -- a GET has no body
      koogate.GET('/api/v1/keys', { body: {} }),
    member: (instance: KoogateSchemas['Instance']) =>
      // @ts-expect-error -- a password is never shown
      instance.password as unknown,
    both: async () => {
      const { data, error } = await koogate.GET('/api/v1/keys')
      if (data) return data.items
      // @ts-expect-error -- without data there is an error, and it is no list
      return error.items as unknown
    },
    data: async () => {
      const { data } = await koogate.GET('/api/v1/keys')
      // @ts-expect-error -- there may be an error in its place
      return data.items
    },
  }

  test('path, method, parameters, body and answer', () => {
    expect(Object.keys(wrong)).toHaveLength(12)
  })
})
