import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  departmentsOf,
  kitCall,
  kitTime,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { readerOf } from '../harness/tokens.ts'
import { faultsOf, faultyFields, manage, read } from './client.ts'

const file = join(mkdtempSync(join(tmpdir(), 'koogate-addresses-')), 'koogate.yaml')
const kitKeys = { east: 'kit-key-of-the-east', west: 'kit-key-of-the-west' }
writeFileSync(
  file,
  JSON.stringify({
    addresses: {
      east: { basicKey: 'basic-key-of-the-east', kitKey: kitKeys.east },
      west: { basicKey: 'basic-key-of-the-west', kitKey: kitKeys.west },
    },
  }),
)

let service: TestService
beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_CONFIG_FILE: file } })
})
afterAll(() => service.stop())

const at = (address: keyof typeof kitKeys) => ({ address, key: kitKeys[address] })
const bind = async (more: object = {}, address: keyof typeof kitKeys = 'east') => {
  const binding = { ...newBinding(), ...more }
  await kitCall(service, 'tenantSync', tenantOf(binding), at(address))
  return binding
}
const idsOf = async (query: string) =>
  (await read(service, 'TenantList', `/tenants${query}`)).items.map(({ tenantId }) => tenantId)

describe('the list of tenants', () => {
  it('is filtered by address, tenant, instance, state and kind', async () => {
    const east = await bind()
    const west = await bind({}, 'west')
    const debug = await bind({ testFlag: 1 })
    const gone = await bind({ flag: 0 })
    const bare = await bind({ instanceId: '' })
    expect(await idsOf('?address=west&limit=200')).toContain(west.tenantId)
    expect(await idsOf('?address=west&limit=200')).not.toContain(east.tenantId)
    expect(await idsOf(`?tenantId=${east.tenantId}`)).toEqual([east.tenantId])
    expect(await idsOf(`?instanceId=${east.instanceId}`)).toEqual([east.tenantId])
    expect(await idsOf('?instanceId=')).toEqual([bare.tenantId])
    expect(await idsOf('?state=deleted')).toEqual([gone.tenantId])
    expect(await idsOf('?test=true')).toEqual([debug.tenantId])
    expect(await idsOf('?test=false&limit=200')).not.toContain(debug.tenantId)
  })

  it('shows all bindings of a tenant that one of them was looked for by', async () => {
    const one = await bind()
    await bind({ tenantId: one.tenantId })
    const path = `/tenants?instanceId=${one.instanceId}`
    const { items } = await read(service, 'TenantList', path)
    expect(items[0]?.bindings).toHaveLength(2)
  })

  it('gives each tenant once over its pages, newest first', async () => {
    const made: string[] = []
    for (let i = 0; i < 7; i++) made.unshift((await bind({}, 'west')).tenantId)
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await read(service, 'TenantList', `/tenants?address=west&limit=3${after}`)
      found.push(...page.items.map(({ tenantId }) => tenantId))
      cursor = page.nextCursor
    }
    expect(found.slice(0, 7)).toEqual(made)
    expect(new Set(found).size).toBe(found.length)
  })

  it.each(['state=gone', 'cursor=nonsense', 'limit=201', 'name=x'])('refuses %s', async (query) => {
    expect(faultyFields(await manage(service, `/tenants?${query}`))).toHaveLength(1)
  })
})

describe('one tenant', () => {
  it('of test calls is asked for with its address where two have it', async () => {
    const { tenantId } = await bind({ name: 'eastern', testFlag: 1 })
    await bind({ tenantId, name: 'western', testFlag: 1 }, 'west')
    const path = `/tenants/${tenantId}`
    const faults = faultsOf(await manage(service, `${path}?test=true`))
    expect(faults).toEqual([{ field: 'address', message: 'is missing: one of east, west' }])
    const named = async (address: string) =>
      (await read(service, 'Tenant', `${path}?test=true&address=${address}`)).name
    expect([await named('west'), await named('east')]).toEqual(['western', 'eastern'])
  })

  it('is one tenant of the site, whichever addresses its bindings came in at', async () => {
    const one = await bind({ name: 'eastern' })
    const { tenantId } = one
    const other = await bind({ tenantId, name: 'western', timeStamp: kitTime(5) }, 'west')
    const ids = [one.instanceId, other.instanceId]
    for (const query of ['', '?address=east', '?address=west']) {
      const tenant = await read(service, 'Tenant', `/tenants/${tenantId}${query}`)
      expect(tenant.bindings.map(({ instanceId }) => instanceId)).toEqual(ids)
      expect(tenant).toMatchObject({ address: 'east', name: 'western' })
    }
    expect(await idsOf(`?address=west&tenantId=${tenantId}`)).toEqual([tenantId])
  })

  it.each(['', '/applications', '/users', '/departments', '/departments/tree'])(
    'is 404 when it is unknown: %s',
    async (below) => {
      const { status } = await manage(service, `/tenants/${newId('tenant')}${below}`)
      expect(status).toBe(404)
    },
  )

  it('has the name that its last living binding told', async () => {
    const one = await bind({ name: 'older' })
    const { tenantId } = one
    await bind({ tenantId, name: 'newer', timeStamp: kitTime(5) })
    await bind({ tenantId, name: 'gone', flag: 0, timeStamp: kitTime(9) })
    expect((await read(service, 'Tenant', `/tenants/${tenantId}`)).name).toBe('newer')
  })

  it('leads to its messages', async () => {
    const { tenantId } = await bind()
    const { messages } = await read(service, 'Tenant', `/tenants/${tenantId}`)
    const { items } = await read(service, 'MessageList', messages.replace('/api/v1', ''))
    expect(items).toMatchObject([{ activity: 'tenantSync', tenantId }])
  })
})

describe('what belongs to a tenant', () => {
  it('is paged: users and departments, each once', async () => {
    const binding = await bind()
    const users = Array.from({ length: 25 }, (_none, index) => userOf(`user${index}`))
    await kitCall(service, 'authSync', usersOf(binding, users), at('east'))
    const codes = Array.from({ length: 25 }, (_none, index) => `d${index}`)
    await kitCall(service, 'allOrgSync', departmentsOf(binding, codes), at('east'))
    const path = `/tenants/${binding.tenantId}/departments?limit=10`
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await read(service, 'TenantDepartmentList', path + after)
      found.push(...page.items.map(({ orgCode }) => orgCode))
      cursor = page.nextCursor
    }
    expect(found.toSorted()).toEqual(codes.toSorted())
    const first = await read(
      service,
      'TenantUserList',
      `/tenants/${binding.tenantId}/users?limit=20`,
    )
    const next = `/tenants/${binding.tenantId}/users?limit=20&cursor=${first.nextCursor ?? ''}`
    const second = await read(service, 'TenantUserList', next)
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 5, null])
  })

  it('never shows what is personal without the scope for it, neither at rest', async () => {
    const binding = await bind()
    const secret = { name: '诸葛孔明', mobile: '15912345678', email: 'kongming@example.com' }
    const extension = { idCard: '110101199003070000', phone: '15912345678' }
    const user = userOf('zhugeliang', { ...secret, employeeCode: 'SHU-0042', extension })
    await kitCall(service, 'authSync', usersOf(binding, [user]), at('east'))
    const authorization = await readerOf(service)
    const path = `/tenants/${binding.tenantId}/users`
    const { text } = await manage(service, path, { authorization })
    const private_ = [
      ...Object.values(secret),
      ...Object.values(extension),
      'zhugeliang',
      'SHU-0042',
    ]
    for (const one of private_) expect(text).not.toContain(one)
    const rows = await service.db
      .selectFrom('kit_users')
      .selectAll()
      .where('tenant_id', '=', binding.tenantId)
      .execute()
    const kept = rows.map(
      (row) => JSON.stringify(row) + Buffer.from(row.profile).toString('latin1'),
    )
    for (const one of private_) expect(kept.join()).not.toContain(one)
  })

  it('is a tree for each binding, with its orphans', async () => {
    const one = await bind()
    const other = await bind({ tenantId: one.tenantId })
    const codes = ['a', 'b<a', 'c<b', 'lost<nowhere', 'below<lost']
    await kitCall(service, 'allOrgSync', departmentsOf(one, codes), at('east'))
    await kitCall(service, 'allOrgSync', departmentsOf(other, ['z']), at('east'))
    const path = `/tenants/${one.tenantId}/departments/tree`
    const { items } = await read(service, 'DepartmentTreeList', path)
    expect(items.map(({ instanceId }) => instanceId)).toEqual([other.instanceId, one.instanceId])
    expect(items[1]).toMatchObject({
      roots: [{ orgCode: 'a', children: [{ orgCode: 'b', children: [{ orgCode: 'c' }] }] }],
      orphans: [{ orgCode: 'lost', parentCode: 'nowhere', children: [{ orgCode: 'below' }] }],
    })
    const page = await read(service, 'DepartmentTreeList', `${path}?limit=1`)
    expect(page.items).toHaveLength(1)
    const next = `${path}?limit=1&cursor=${page.nextCursor ?? ''}`
    expect((await read(service, 'DepartmentTreeList', next)).items).toEqual([items[1]])
    const only = await read(service, 'DepartmentTreeList', `${path}?instanceId=${other.instanceId}`)
    expect(only.items).toEqual([items[0]])
  })

  it('is listed level by level: who is below whom, what has something below, and the orphans', async () => {
    const one = await bind()
    const codes = ['a', 'b<a', 'c<b', 'd<a', 'lost<nowhere', 'below<lost']
    await kitCall(service, 'allOrgSync', departmentsOf(one, codes), at('east'))
    // What is not present any more is nobody's child.
    await kitCall(
      service,
      'allOrgSync',
      departmentsOf(one, codes.toSpliced(2, 1), { timeStamp: kitTime(9) }),
      at('east'),
    )
    const level = async (query: string) => {
      const path = `/tenants/${one.tenantId}/departments?state=present&${query}`
      const { items } = await read(service, 'TenantDepartmentList', path)
      return items.map(({ orgCode, hasChildren }) => orgCode + (hasChildren ? '+' : '')).toSorted()
    }
    expect(await level('parentCode=')).toEqual(['a+'])
    expect(await level('parentCode=a')).toEqual(['b', 'd'])
    expect(await level('orphan=true')).toEqual(['lost+'])
    expect(await level('orphan=false')).toEqual(['a+', 'b', 'below', 'd'])
  })
})
