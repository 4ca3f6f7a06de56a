import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KoogateSchemas, createKoogateClient } from '../../src/client.ts'
import { type Collection, type Row, collectionsIn } from '../../scripts/mock/memory/collections.ts'
import { useOf } from '../../scripts/mock/memory/filters.ts'
import { type Parameter, openOperations } from '../../scripts/mock/openapi.ts'
import { type Mock, startMock } from '../../scripts/mock/serve.ts'
import { answerOf, violationsOf } from '../harness/contract-hook.ts'
import { drawn, scale } from '../harness/scale.ts'

let mock: Mock
const lines: string[] = []
beforeAll(async () => {
  mock = await startMock('management', {
    host: '127.0.0.1',
    port: 0,
    log: (line) => lines.push(line),
  })
})
afterAll(() => mock.stop())
beforeEach(async () => {
  expect((await fetch(`${mock.url}/mock/reset`, { method: 'POST' })).status).toBe(204)
  lines.length = 0
})

/** Asks the mock, and holds what it answers against the contract. */
async function ask(target: string, init: RequestInit = {}) {
  const response = await fetch(mock.url + target, init)
  const answer = answerOf(response, await response.text())
  const asked = { method: init.method ?? 'GET', target: target.split('?', 1)[0] ?? '' }
  expect(violationsOf('management', asked, answer), `${target} ${answer.text}`).toEqual([])
  return answer
}

const client = () =>
  createKoogateClient({
    baseUrl: mock.url,
    token: 'any',
    // Every answer that the client reads is held against the contract.
    async fetch(request) {
      const response = await fetch(request)
      const { pathname: target } = new URL(request.url)
      const answer = answerOf(response, await response.clone().text())
      expect(violationsOf('management', { method: request.method, target }, answer)).toEqual([])
      return response
    },
  })

function importedScene(): KoogateSchemas['InstanceImport'] {
  const path = '/api/v1/instances'
  const scenes = openOperations('management').find(
    (one) => one.path === path && one.method === 'post',
  )?.requestBody?.content['application/json']?.examples
  return scenes?.['instance-import']?.value as KoogateSchemas['InstanceImport']
}

const collections = collectionsIn(openOperations('management'))
const named = collections.map((collection) => ({ name: collection.list.operationId, collection }))

/** The path of a list, whose owner is the one that the contract gives as the example. */
function targetOf({ list }: Collection): string {
  const example = (name: string) =>
    list.parameters?.find((parameter) => parameter.name === name)?.example
  return list.path.replace(/\{(\w+)\}/g, (_all, name: string) => String(example(name)))
}

async function itemsAt(target: string): Promise<readonly Row[]> {
  return (await ask(target)).body['items'] as readonly Row[]
}

/** Every item, page by page; of a feed, position by position. */
async function pagedThrough(target: string, isFeed: boolean): Promise<readonly Row[]> {
  const items: Row[] = []
  for (let from = '', round = 0; ; round += 1) {
    const { body } = await ask(`${target}?limit=1${from}`)
    items.push(...(body['items'] as readonly Row[]))
    const isOver = isFeed ? body['next'] === body['last'] : body['nextCursor'] === null
    if (isOver) return items
    if (round > 100) throw new Error(`${target} has no end`)
    from = isFeed ? `&after=${String(body['next'])}` : `&cursor=${String(body['nextCursor'])}`
  }
}

describe.each(named)('$name', ({ collection }) => {
  const target = targetOf(collection)
  const isFeed = collection.list.parameters?.some(({ name }) => name === 'after') ?? false

  test('pages to the end, and shows each thing once', async () => {
    const all = await itemsAt(target)
    expect(all.length).toBeGreaterThan(0)
    expect(await pagedThrough(target, isFeed)).toEqual(all)
  })

  test('filters by each of its parameters', async () => {
    const all = await itemsAt(target)
    for (const parameter of collection.list.parameters ?? []) {
      if (parameter.in !== 'query') continue
      const use = useOf(parameter, collection)
      expect(use, `nothing says what ${parameter.name} does`).toBeDefined()
      const { name } = parameter
      if (use?.kind !== 'filter' || !(name in collection.listed)) continue
      const values = [...new Set(all.map((row) => row[name]).filter(isPlain))]
      for (const value of drawn(
        values.filter((one) => isOfKind(one, parameter)),
        scale.mockedScenes,
      )) {
        const wanted = `${name}=${encodeURIComponent(String(value))}`
        const expected = all.filter((row) => row[name] === value)
        expect(await itemsAt(`${target}?${wanted}`), wanted).toEqual(expected)
      }
    }
  })

  test('opens each of its rows', async () => {
    const { show, idMember = '', listed } = collection
    if (show === undefined) return
    for (const row of drawn(await itemsAt(target), scale.openedRows)) {
      const { status, body } = await ask(`${target}/${encodeURIComponent(String(row[idMember]))}`)
      expect(status).toBe(200)
      const same = Object.fromEntries(Object.keys(listed).map((name) => [name, body[name]]))
      expect(same).toEqual({ ...same, ...row })
    }
  })
})

// A flag asks whether there is a text; and no parameter is empty.
function isOfKind(value: string | boolean, { schema }: Parameter): boolean {
  return value !== '' && typeof value === (schema?.type === 'boolean' ? 'boolean' : 'string')
}

function isPlain(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean'
}

test('a feed is read backwards to its beginning', async () => {
  const all = await itemsAt('/api/v1/events')
  const newest = await ask('/api/v1/events?before=0&limit=1')
  expect(newest.body).toMatchObject({ items: [all.at(-1)], next: all.at(-1)?.['position'] })
  const rest = await ask(`/api/v1/events?before=${String(newest.body['next'])}`)
  expect(rest.body).toMatchObject({ items: all.slice(0, -1).toReversed(), next: 1 })
})

describe('a client', () => {
  const path = '/api/v1/instances' as const

  test('pages to the end, while a state has all that are in it and an unknown id is not found', async () => {
    const koogate = client()
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const query = { limit: 3, ...(cursor && { cursor }) }
      const { data } = await koogate.GET(path, { params: { query } })
      ids.push(...(data?.items ?? []).map(({ instanceId }) => instanceId))
      cursor = data?.nextCursor
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    for (const status of ['active', 'provisioning', 'frozen', 'failed', 'released'] as const) {
      const { data } = await koogate.GET(path, { params: { query: { status } } })
      expect(data?.items.length, status).toBeGreaterThan(0)
      expect(
        data?.items.every((one) => one.status === status && ids.includes(one.instanceId)),
      ).toBe(true)
    }
    const { error } = await koogate.GET(`${path}/{instanceId}`, {
      params: { path: { instanceId: 'nobody' } },
    })
    expect(error).toMatchObject({
      status: 404,
      detail: expect.stringContaining(ids[0] ?? '') as string,
    })
  })

  test('fills in what waits, and reads it back in the list, by its new state and alone', async () => {
    const koogate = client()
    const waiting = await koogate.GET(path, { params: { query: { status: 'provisioning' } } })
    const { instanceId = '', version = 0 } = waiting.data?.items[0] ?? {}
    const params = { path: { instanceId } }
    const body = { frontEndUrl: 'https://app.example.com/t/1', userName: 'root', password: 'x' }
    const put = await koogate.PUT(`${path}/{instanceId}/app-info`, { params, body })
    expect(put.data).toMatchObject({ status: 'active', version: version + 1 })
    const read = await koogate.GET(`${path}/{instanceId}`, { params })
    expect(read.data).toEqual(put.data)
    expect(read.data?.appInfo).toEqual({
      frontEndUrl: 'https://app.example.com/t/1',
      adminUrl: null,
      userName: 'root',
      hasPassword: true,
      memo: null,
    })
    const still = await koogate.GET(path, { params: { query: { status: 'provisioning' } } })
    expect(still.data?.items.map((one) => one.instanceId)).not.toContain(instanceId)
  })

  test('keeps its own words with an instance, which is found by them and stays as it is otherwise', async () => {
    const koogate = client()
    const frozen = await koogate.GET(path, { params: { query: { status: 'frozen' } } })
    const { instanceId = '' } = frozen.data?.items[0] ?? {}
    const body = { externalId: 'tenant-1', metadata: { crm: '4711' } }
    await koogate.PUT(`${path}/{instanceId}/metadata`, { params: { path: { instanceId } }, body })
    const found = await koogate.GET(path, { params: { query: { externalId: 'tenant-1' } } })
    expect(found.data?.items).toMatchObject([{ instanceId, status: 'frozen', ...body }])
  })

  test('is told that somebody else was faster', async () => {
    const koogate = client()
    const { data } = await koogate.GET(path, { params: { query: { limit: 1 } } })
    const params = { path: { instanceId: data?.items[0]?.instanceId ?? '' } }
    const read = await koogate.GET(`${path}/{instanceId}`, { params })
    const headers = { 'If-Match': read.response.headers.get('etag') ?? '' }
    const put = () =>
      koogate.PUT(`${path}/{instanceId}/metadata`, { params, headers, body: { externalId: 'a' } })
    expect((await put()).data?.externalId).toBe('a')
    expect((await put()).error?.status).toBe(412)
  })

  test('makes a webhook endpoint, changes, pauses and deletes it, and reads each of it back', async () => {
    const koogate = client()
    const endpoints = '/api/v1/webhook-endpoints' as const
    const listed = async () =>
      (await koogate.GET(endpoints)).data?.items.map(({ id, url, state }) => ({ id, url, state }))
    const before = await listed()
    const url = 'https://product.example.com/new'
    const made = await koogate.POST(endpoints, { body: { url, types: ['order.*'] } })
    expect(made.data).toMatchObject({ url, types: ['order.*'], description: null })
    expect(made.data?.secret).toMatch(/^whsec_/)
    const { id = '' } = made.data ?? {}
    expect(await listed()).toEqual([{ id, url, state: 'untested' }, ...(before ?? [])])
    const params = { path: { id } }
    await koogate.POST(`${endpoints}/{id}/test`, { params })
    expect(await listed()).toContainEqual({ id, url, state: 'enabled' })
    const changed = { url: `${url}er` }
    await koogate.PUT(`${endpoints}/{id}`, { params, body: changed })
    await koogate.POST(`${endpoints}/{id}/pause`, { params })
    const read = await koogate.GET(`${endpoints}/{id}`, { params })
    expect(read.data).toMatchObject({ url: `${url}er`, types: null, state: 'paused' })
    expect(read.data).not.toHaveProperty('secret')
    await koogate.POST(`${endpoints}/{id}/enable`, { params })
    expect(await listed()).toContainEqual({ id, url: `${url}er`, state: 'enabled' })
    expect((await koogate.DELETE(`${endpoints}/{id}`, { params })).data?.id).toBe(id)
    expect(await listed()).toEqual(before)
    expect((await koogate.GET(`${endpoints}/{id}/deliveries`, { params })).error?.status).toBe(404)
  })

  test('gets the same answer to a request that it repeats under its key', async () => {
    const koogate = client()
    const headers = { 'Idempotency-Key': 'k-1' }
    const make = (orderIds: string[]) =>
      koogate.POST('/api/v1/reconciliations', { headers, body: { orderIds } })
    const first = await make(['CS1'])
    expect((await make(['CS1'])).data).toEqual(first.data)
    expect((await make(['CS2'])).error?.status).toBe(422)
    const { data } = await koogate.GET('/api/v1/reconciliations')
    expect(data?.items.filter(({ id }) => id === first.data?.id)).toHaveLength(1)
  })

  test('opens an import and sees it open, and imports an instance once', async () => {
    const koogate = client()
    const params = { path: { site: 'china', kind: 'saas' } } as const
    for (const open of [true, false]) {
      await koogate.PUT('/api/v1/imports/{site}/{kind}', { params, body: { open } })
      const { data } = await koogate.GET('/api/v1/imports/{site}/{kind}', { params })
      expect(data).toMatchObject({ site: 'china', open })
    }
    const body = { ...importedScene(), instanceId: 'sold-before', orderId: 'CS0' }
    const made = await koogate.POST(path, { body })
    const again = await koogate.POST(path, { body })
    expect([made.data?.outcome, again.data?.outcome]).toEqual(['created', 'unchanged'])
    const { data } = await koogate.GET(path, { params: { query: { instanceId: 'sold-before' } } })
    expect(data?.items).toMatchObject([{ family: body.family, orderId: 'CS0' }])
  })

  test('forgets all of it after a reset', async () => {
    const koogate = client()
    const names = async () =>
      (await koogate.GET('/api/v1/tokens')).data?.items.map((one) => one.name)
    const before = await names()
    await koogate.POST('/api/v1/tokens', { body: { name: 'new', scopes: ['read'] } })
    expect(await names()).toEqual(['new', ...(before ?? [])])
    await fetch(`${mock.url}/mock/reset`, { method: 'POST' })
    expect(await names()).toEqual(before)
  })

  test('sees no change by a write that only asks for a scene', async () => {
    const koogate = client()
    const { data } = await koogate.GET('/api/v1/tokens')
    const params = { path: { tokenId: data?.items[0]?.tokenId ?? '' } }
    const headers = { Prefer: 'code=403' }
    const refused = await koogate.DELETE('/api/v1/tokens/{tokenId}', { params, headers })
    expect(refused.error?.status).toBe(403)
    expect((await koogate.GET('/api/v1/tokens')).data).toEqual(data)
  })
})

describe('a cursor', () => {
  test.each(['nonsense', Buffer.from('["listTenants","-createdAt",1,1]').toString('base64url')])(
    'that the list did not give is refused: %s',
    async (cursor) => {
      const { status, body } = await ask(`/api/v1/orders?cursor=${cursor}`)
      expect(status).toBe(400)
      expect(body['errors']).toEqual([{ field: 'cursor', message: 'is not a cursor of this list' }])
    },
  )

  test('goes on behind the last row although rows came and went', async () => {
    const first = await ask('/api/v1/tokens?limit=1')
    const [{ tokenId } = {}] = first.body['items'] as readonly Row[]
    const rest = await itemsAt(`/api/v1/tokens?cursor=${String(first.body['nextCursor'])}`)
    await ask(`/api/v1/tokens/${String(tokenId)}`, { method: 'DELETE' })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ name: 'new', scopes: ['read'] })
    await ask('/api/v1/tokens', { method: 'POST', headers, body })
    expect(await itemsAt(`/api/v1/tokens?cursor=${String(first.body['nextCursor'])}`)).toEqual(rest)
  })
})

test.each([
  ['/api/v1/messages?outcome=failure', (row: Row) => row['resultCode'] !== '000000'],
  ['/api/v1/events?type=instance.*', (row: Row) => String(row['type']).startsWith('instance.')],
  ['/api/v1/alarms?cleared=true', (row: Row) => row['clearedAt'] !== null],
  ['/api/v1/usage/windows?from=2026-11-18T00:00:00Z&until=2027-01-01T00:00:00Z', () => true],
  [
    '/api/v1/messages?to=2026-11-18T10:19:32Z',
    (row: Row) => String(row['receivedAt']) < '2026-11-18T10:19:32',
  ],
  ['/api/v1/instances?attention=true', (row: Row) => row['attention'] !== null],
  [
    '/api/v1/orders?sort=updatedAt&updatedAfter=2026-11-19T00:00:00Z',
    (row: Row) => String(row['updatedAt']) > '2026-11-19',
  ],
  ['/api/v1/tenants?instanceId=10e758d0-31ad-4c4b-8f1b-81d03469a10e', () => true],
  ['/api/v1/audit?tokenId=0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34', () => true],
  ['/api/v1/licenses?code=PL20230523000001', (row: Row) => row['family'] === 'license-c'],
  ['/api/v1/webhook-given-up?replayed=false', (row: Row) => row['replayedAt'] === null],
])('%s lists some, and only those', async (target, isWanted) => {
  const items = await itemsAt(target)
  expect(items.length).toBeGreaterThan(0)
  expect(items.filter((row) => !isWanted(row))).toEqual([])
})

test.each([
  '/api/v1/messages?outcome=success&resultCode=000005',
  '/api/v1/events?type=nothing.*&after=0',
  '/api/v1/audit?tokenId=somebody',
  '/api/v1/usage/windows?from=2027-01-01T00:00:00Z',
  '/api/v1/orders?delivery=accepted',
  '/api/v1/licenses?code=PL20230523000002',
])('%s lists none', async (target) => {
  expect(await itemsAt(target)).toEqual([])
})

test('what belongs to something is shown of that, and not of what is not there', async () => {
  const { status, body } = await ask('/api/v1/tenants/nobody/users')
  expect([status, body['code']]).toEqual([404, 'not-found'])
  const [tenant] = await itemsAt('/api/v1/tenants?state=bound')
  const users = `/api/v1/tenants/${String(tenant?.['tenantId'])}/users`
  expect(await itemsAt(users)).not.toEqual([])
  expect((await ask(`${users}?test=true`)).status).toBe(404)
})

test('an enterprise and what belongs to it are found by the id of Koogate as well', async () => {
  const [tenant] = await itemsAt('/api/v1/tenants?state=bound')
  const [own, listed] = [String(tenant?.['id']), String(tenant?.['tenantId'])]
  expect(own).not.toBe(listed)
  for (const part of ['', '/users', '/applications']) {
    const { status, body } = await ask(`/api/v1/tenants/${own}${part}`)
    expect(status).toBe(200)
    expect(body).toEqual((await ask(`/api/v1/tenants/${listed}${part}`)).body)
  }
})

test('a feed without events holds back who waits for one', async () => {
  const begun = performance.now()
  const { body } = await ask('/api/v1/events?after=99999&wait=1')
  expect(body).toMatchObject({ items: [], next: 99999 })
  expect(performance.now() - begun).toBeGreaterThan(900)
})

test('a request has one line in the log, with what came of it', async () => {
  await ask('/api/v1/tokens?limit=1')
  await ask('/api/v1/tenants/nobody')
  await ask('/api/v1/instances', { headers: { prefer: 'example=instances-none' } })
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^\S+ {2}management {2}GET \/api\/v1\/tokens\?limit=1 {2}200 {2}\d+ ms/)
  expect(lines[1]).toMatch(/ {2}404 {2}.*There is no tenantId nobody here/)
  expect(lines[2]).toMatch(/ {2}200 {2}.*instances-none/)
  expect(lines.join('')).not.toContain('\n')
})
