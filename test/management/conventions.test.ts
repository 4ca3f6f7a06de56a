import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { changeInstance } from '../../src/calls/change-instance.ts'
import { giveKeyBack, takeKey } from '../../src/db/idempotency/idempotency-keys.ts'
import { next } from '../../src/domain/instance/life-cycle.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { type TestService, managementToken, newId, startService } from '../harness/service.ts'
import { buy, storeCall } from '../harness/store.ts'
import { v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { faultsOf, manage, read } from './client.ts'

type InstanceList = ManagementSchemas['InstanceList']

let service: TestService

beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
})
afterAll(() => service.stop())

/** A request with a header beside the usual ones. */
function send(method: string, path: string, headers: Record<string, string>, body?: unknown) {
  return sendTo(service, `/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${managementToken}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

describe('a problem', () => {
  test('has a page, a code, and the id that its header and our log name the request by', async () => {
    const { body, headers } = await manage(service, '/instances/nobody')
    expect(body).toMatchObject({ code: 'not-found', type: '/docs/en/problems.html#not-found' })
    expect(body['requestId']).toBe(headers.get('x-request-id'))
    const again = await manage(service, '/instances/nobody')
    expect(again.body['requestId']).not.toBe(body['requestId'])
  })

  test('points at a member of the body, and at no place of it for a parameter', async () => {
    const path = `/instances/${await buy(service)}/usage-info`
    const usageInfo = [{ usageValue: 1, statisticalTime: 'yesterday' }]
    const { body } = await manage(service, path, { method: 'PUT', body: { usageInfo } })
    expect(body['errors']).toMatchObject([{ pointer: '#/usageInfo/0/statisticalTime' }])
    const { body: ofQuery } = await manage(service, '/instances?colour=red')
    expect(ofQuery['errors']).toEqual([
      { field: 'colour', message: 'is not a parameter of this operation' },
    ])
  })
})

describe('If-Match', () => {
  const usage = { usageInfo: [] }
  const put = (id: string, ifMatch: string, body: unknown = usage) =>
    send('PUT', `/instances/${id}/usage-info`, { 'if-match': ifMatch }, body)

  test('lets a change through on the version that was read, and on no other', async () => {
    const id = await buy(service)
    const etag = String((await manage(service, `/instances/${id}`)).headers.get('etag'))
    const changed = await put(id, etag, {
      usageInfo: [{ usageValue: 2, statisticalTime: '2026-11-18T07:30:00Z' }],
    })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).toBe(`"${String(changed.body['version'])}"`)
    const late = await put(id, etag)
    expect([late.status, late.body['code']]).toEqual([412, 'version-mismatch'])
    expect((await read(service, 'InstanceDetail', `/instances/${id}`)).usageInfo).toHaveLength(1)
    expect((await put(id, `"0", ${String(changed.headers.get('etag'))}`)).status).toBe(200)
  })

  test.each([
    ['*', 200],
    ['W/"1"', 412],
    ['"none"', 412],
    ['1', 400],
  ])('%s is answered with %i', async (ifMatch, status) => {
    expect((await put(await buy(service), ifMatch)).status).toBe(status)
  })

  test('of two who change what they both read, one is told so', async () => {
    const id = await buy(service)
    const etag = String((await manage(service, `/instances/${id}`)).headers.get('etag'))
    const values = [1, 2].map((usageValue) => ({
      usageInfo: [{ usageValue, statisticalTime: '2026-11-18T07:30:00Z' }],
    }))
    const answers = await Promise.all(values.map((body) => put(id, etag, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('Idempotency-Key', () => {
  async function messageOf(): Promise<string> {
    const instanceId = await buy(service)
    const { items } = await read(service, 'MessageList', `/messages?instanceId=${instanceId}`)
    return String(items[0]?.id)
  }
  const rerun = (id: string, key: string) =>
    send('POST', `/messages/${id}/rerun`, { 'idempotency-key': key })
  const countOf = async (id: string) => {
    const { items } = await read(service, 'MessageList', '/messages?limit=200')
    return items.filter(({ rerunOf }) => rerunOf === id).length
  }

  test('has a request done once, and its repeats given the first answer', async () => {
    const [id, key] = [await messageOf(), newId('key')]
    const first = await rerun(id, key)
    expect(first.status).toBe(200)
    const again = await rerun(id, key)
    expect(again.body).toEqual(first.body)
    expect(await countOf(id)).toBe(1)
    await rerun(id, newId('key'))
    expect(await countOf(id)).toBe(2)
  })

  test('of requests that come at once has one done', async () => {
    const [id, key] = [await messageOf(), newId('key')]
    const answers = await Promise.all(Array.from({ length: 8 }, () => rerun(id, key)))
    expect(await countOf(id)).toBe(1)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const others = answers.filter(({ status }) => status !== 200)
    expect(others.every(({ body }) => body['code'] === 'request-in-progress')).toBe(true)
  })

  test('of another request is refused with 422', async () => {
    const key = newId('key')
    await rerun(await messageOf(), key)
    const other = await messageOf()
    const { status, body } = await rerun(other, key)
    expect([status, body['code']]).toEqual([422, 'idempotency-key-reused'])
    expect(await countOf(other)).toBe(0)
  })

  test('of a refused request may be used again', async () => {
    const key = newId('key')
    const path = `/alarms/${crypto.randomUUID()}/clear`
    const clear = () => send('POST', path, { 'idempotency-key': key })
    expect([(await clear()).status, (await clear()).status]).toEqual([404, 404])
  })

  test('that is given back in the moment in which another request asks for it is taken by that', async () => {
    const now = new Date()
    const key = {
      hash: newId('key'),
      requestHash: 'same',
      now,
      leaseUntil: new Date(Date.now() + 60_000),
    }
    expect(await takeKey(service.db, key)).toBeUndefined()
    const givenBackMeanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        await giveKeyBack(service.db, key.hash)
        return result
      },
    }
    expect(await takeKey(service.db.withPlugin(givenBackMeanwhile), key)).toBeUndefined()
  })

  test('that is no word of ASCII is refused with 400', async () => {
    const { status, body } = await rerun(await messageOf(), 'two words')
    expect([status, body['errors']]).toEqual([
      400,
      [{ field: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' }],
    ])
  })
})

describe("the seller's own words of an instance", () => {
  const put = (id: string, body: unknown) =>
    read(service, 'InstanceDetail', `/instances/${id}/metadata`, { method: 'PUT', body })
  const found = async (filter: string) =>
    (await read(service, 'InstanceList', `/instances?${filter}`)).items.map((one) => one.instanceId)

  test('are kept through a renewal, found by, replaced as a whole and taken out', async () => {
    const [id, externalId] = [await buy(service), newId('crm')]
    const told = { externalId, metadata: { team: '上海', level: 'gold' } }
    expect(await put(id, told)).toMatchObject(told)
    const renewal = { activity: 'refreshInstance', scene: 'RENEWAL', expireTime: '20991231235959' }
    const order = { orderId: newId(), orderLineId: newId() }
    await storeCall(service, { ...renewal, instanceId: id, ...order })
    expect(await read(service, 'InstanceDetail', `/instances/${id}`)).toMatchObject(told)
    expect(await found(`externalId=${externalId}`)).toEqual([id])
    expect(await put(id, { externalId })).toMatchObject({ externalId, metadata: {} })
    expect(await put(id, { metadata: null })).toMatchObject({ externalId: null, metadata: {} })
    expect(await found(`externalId=${externalId}`)).toEqual([])
  })

  test('are put on a released instance too, and put again change nothing', async () => {
    const [id, externalId] = [await buy(service), newId('crm')]
    await storeCall(service, { activity: 'releaseInstance', instanceId: id, ...releasing })
    const once = await put(id, { externalId })
    expect(once).toMatchObject({ status: 'released', externalId })
    expect((await put(id, { externalId })).version).toBe(once.version)
  })

  const releasing = { orderId: newId(), orderLineId: newId() }

  test.each([
    [{ externalId: 'x'.repeat(129) }, 'externalId'],
    [{ externalId: '' }, 'externalId'],
    [{ metadata: { a: 5 } }, 'metadata/a'],
    [{ label: 'x' }, 'label'],
  ])('%j is refused with 400', async (body, field) => {
    const path = `/instances/${await buy(service)}/metadata`
    const answer = await manage(service, path, { method: 'PUT', body })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body['errors'])).toContain(`"${field}"`)
  })

  // Half a surrogate pair, and a NUL.
  test.each([
    [{ metadata: { 'k\0': 'v' } }, '#/metadata/k%00'],
    [{ metadata: { 'k\ud800': 'v' } }, '#/metadata/k%EF%BF%BD'],
    [{ metadata: { k: 'v\0' } }, '#/metadata/k'],
    [{ metadata: { k: '\udc00' } }, '#/metadata/k'],
    [{ '\ud800': 1 }, '#/%EF%BF%BD'],
    [{ metadata: { 'a\udc00': 5 } }, '#/metadata/a%EF%BF%BD'],
  ])('%j is no text, and refused with 400 by its place', async (more, pointer) => {
    const path = `/instances/${await buy(service)}/metadata`
    const body = { externalId: 'a', ...more }
    const faults = faultsOf(await manage(service, path, { method: 'PUT', body }))
    expect(faults.map((fault) => fault.pointer)).toContain(pointer)
  })

  test('a member of no text is refused below a list too', async () => {
    const usage = { usageValue: 1, statisticalTime: '2026-11-18T07:30:00Z', '\ud800': 1 }
    const path = `/instances/${await buy(service)}/usage-info`
    const put = { method: 'PUT', body: { usageInfo: [usage] } } as const
    expect(faultsOf(await manage(service, path, put))).toMatchObject([
      { pointer: '#/usageInfo/0/%EF%BF%BD' },
    ])
  })

  test('an instance that wants a look is found by it', async () => {
    const id = await buy(service)
    const { services } = service.app
    const attention = 'Somebody should look.'
    await changeInstance(id, services, (one) => ({
      instance: next(one, services.now(), { attention }),
    }))
    expect(await found('attention=true')).toEqual([id])
    expect(await found('attention=false')).not.toContain(id)
  })
})

describe('lists by change', () => {
  test.each(['updatedAt', '-updatedAt'])(
    'sort=%s pages through all, each once, in order',
    async (sort) => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => buy(service)))
      await manage(service, `/instances/${String(ids[1])}/metadata`, {
        method: 'PUT',
        body: { externalId: 'later' },
      })
      const seen: { id: string; at: string }[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: string = `sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`
        const page: InstanceList = await read(service, 'InstanceList', `/instances?${query}`)
        seen.push(...page.items.map((one) => ({ id: one.instanceId, at: one.updatedAt })))
        cursor = page.nextCursor
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
      for (const id of ids) expect(seen.map((one) => one.id)).toContain(id)
      const times = seen.map(({ at }) => at)
      const sorted = times.toSorted()
      expect(times).toEqual(sort === 'updatedAt' ? sorted : sorted.reverse())
      expect(seen.at(sort === 'updatedAt' ? -1 : 0)?.id).toBe(ids[1])
    },
  )

  test('updatedAfter leaves out what did not change since', async () => {
    const [one, other] = [await buy(service), await buy(service)]
    const { updatedAt } = await read(service, 'InstanceDetail', `/instances/${other}`)
    await manage(service, `/instances/${one}/metadata`, {
      method: 'PUT',
      body: { externalId: 'changed' },
    })
    const { items } = await read(service, 'InstanceList', `/instances?updatedAfter=${updatedAt}`)
    expect(items.map(({ instanceId }) => instanceId)).toEqual([one])
  })

  test('a cursor of one order is none of another', async () => {
    const { nextCursor } = await read(service, 'InstanceList', '/instances?limit=1&sort=updatedAt')
    const other = await manage(service, `/instances?cursor=${String(nextCursor)}`)
    expect(other.status).toBe(400)
  })

  test('tenants come in at the binding that changed last', async () => {
    const bindings = [newBinding(), newBinding()] as const
    for (const binding of bindings) await kitCall(service, 'tenantSync', tenantOf(binding))
    const [first, second] = bindings
    const again = { ...first, instanceId: newId() }
    await kitCall(service, 'tenantSync', tenantOf(again))
    const idsOf = async (query: string) =>
      (await read(service, 'TenantList', `/tenants?${query}`)).items.map((one) => one.tenantId)
    expect(await idsOf('sort=updatedAt')).toEqual([second.tenantId, first.tenantId])
    expect(await idsOf('sort=-updatedAt')).toEqual([first.tenantId, second.tenantId])
    expect(await idsOf('')).toEqual([second.tenantId, first.tenantId])
    const { items } = await read(service, 'TenantList', `/tenants?tenantId=${second.tenantId}`)
    expect(await idsOf(`updatedAfter=${String(items[0]?.updatedAt)}`)).toEqual([first.tenantId])
  })
})

test("a tenant is read by Koogate's own id, whatever address and test it is of", async () => {
  const binding = newBinding()
  await kitCall(service, 'tenantSync', tenantOf(binding))
  await kitCall(service, 'tenantSync', { ...tenantOf(binding), testFlag: 1 })
  const { items } = await read(service, 'TenantList', `/tenants?tenantId=${binding.tenantId}`)
  expect(new Set(items.map(({ id }) => id)).size).toBe(2)
  for (const tenant of items) {
    expect(await read(service, 'Tenant', `/tenants/${tenant.id}`)).toEqual(tenant)
    await read(service, 'TenantUserList', `/tenants/${tenant.id}/users`)
  }
  expect((await manage(service, `/tenants/${crypto.randomUUID()}`)).status).toBe(404)
})

describe('messages are filtered', () => {
  const listed = async (filter: string) =>
    (await read(service, 'MessageList', `/messages?limit=200&${filter}`)).items

  test('by family, address, test and outcome, joined by and', async () => {
    await buy(service)
    await v1Call(service, v1Purchase())
    await storeCall(service, { activity: 'queryInstance', instanceId: newId() })
    const all = await listed('')
    const cases = [
      ['family=saas-v1', (one) => one.family === 'saas-v1'],
      ['family=saas-v2', (one) => one.family === 'saas-v2'],
      ['address=main', (one) => one.address === 'main'],
      ['test=false', (one) => !one.test],
      ['outcome=success', (one) => one.resultCode === '000000'],
      ['outcome=failure', (one) => one.resultCode !== '000000'],
      [
        'family=saas-v2&outcome=failure',
        (one) => one.family === 'saas-v2' && one.resultCode !== '000000',
      ],
    ] as const satisfies [string, (one: (typeof all)[number]) => boolean][]
    for (const [filter, holds] of cases) {
      const wanted = all.filter(holds)
      expect(wanted.length, filter).toBeGreaterThan(0)
      expect(await listed(filter), filter).toEqual(wanted)
    }
    expect(await listed('address=elsewhere')).toEqual([])
  })
})
