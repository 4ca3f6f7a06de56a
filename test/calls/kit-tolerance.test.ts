import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type KitActivity,
  applicationOf,
  departmentOf,
  departmentsOf,
  generations,
  kitCall,
  kitTime,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, storeCall } from '../harness/store.ts'
import { read } from '../management/client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

type Members = Readonly<Record<string, unknown>>

describe.each(generations)('the kit of %s', (generation) => {
  const answerTo = async (activity: KitActivity, members: Members) =>
    (await kitCall(service, activity, members, { generation })).body
  const succeed = async (activity: KitActivity, members: Members) => {
    expect(await answerTo(activity, members)).toMatchObject({ resultCode: '000000' })
  }
  const users = async (tenantId: string, query = '') =>
    (await read(service, 'TenantUserList', `/tenants/${tenantId}/users${query}`)).items
  const stateOf = async (tenantId: string, userName: string) =>
    (await users(tenantId, `?userName=${userName}`))[0]?.state
  const listOf = (items: readonly unknown[]) =>
    generation === 'V1' ? JSON.stringify(items) : items
  const bindingOf = (instanceId: string) => ({ tenantId: newId('tenant'), instanceId })

  test.each<[string, unknown, string]>([
    ['is no object', null, 'userList/1/body must be object'],
    ['is text', 'u2', 'userList/1/body must be object'],
    ['has no account', { ...userOf('u2'), userName: undefined }, 'userList/1/userName is missing'],
    ['has no name', { ...userOf('u2'), name: undefined }, 'userList/1/name is missing'],
    ['has an overlong name', userOf('u2', { name: 'x'.repeat(65) }), 'userList/1/name must NOT'],
    ['is enabled perhaps', userOf('u2', { enable: 'perhaps' }), 'userList/1/enable must be one'],
    [
      'has a department that is no text',
      userOf('u2', { orgCode: 'a\u0000' }),
      'userList/1/orgCode',
    ],
  ])('takes the other users where one %s, and names that one', async (_what, bad, named) => {
    const binding = bindingOf(await buy(service))
    const call = usersOf(binding, listOf([userOf('u1'), bad, userOf('u3')]))
    const flagged: unknown[] = []
    for (const attempt of [1, 2]) {
      const body = await answerTo('authSync', call)
      expect(body, `attempt ${attempt}`).toMatchObject({ resultCode: '000002' })
      expect(body['resultMsg']).toContain('1 of 3 users were not taken: ')
      expect(body['resultMsg']).toContain(named)
      flagged.push(await instanceOf(service, binding.instanceId))
    }
    expect(flagged[1]).toEqual(flagged[0])
    expect(await users(binding.tenantId)).toHaveLength(2)
    for (const name of ['u1', 'u3']) expect(await stateOf(binding.tenantId, name)).toBe('granted')
    const { attention } = await instanceOf(service, binding.instanceId)
    expect(attention).toBe(
      'authSync of application KSIDJF1234456: users were not taken, its messages name them',
    )
    await succeed('authSync', usersOf(binding, listOf([userOf('u2')])))
    expect(await stateOf(binding.tenantId, 'u2')).toBe('granted')
  })

  test('takes the first moment that a database has, and none before it', async () => {
    const first = tenantOf(newBinding(), { timeStamp: '00010101080000000' })
    expect(await answerTo('tenantSync', first)).toMatchObject({ resultCode: '000000' })
    const before = tenantOf(newBinding(), { timeStamp: '00010101075959999' })
    expect(await answerTo('tenantSync', before)).toMatchObject({ resultCode: '000002' })
  })

  test('names the first of many users that were not taken, and counts them', async () => {
    const bad = Array.from({ length: 9 }, () => userOf(''))
    const call = usersOf(newBinding(), listOf([userOf('u1'), ...bad]))
    const { resultMsg } = await answerTo('authSync', call)
    expect(resultMsg).toBe(
      '9 of 10 users were not taken: ' +
        [1, 2, 3]
          .map((at) => `userList/${at}/userName must NOT have fewer than 1 characters`)
          .join(', '),
    )
  })

  test('keeps nothing where no user was taken', async () => {
    const binding = newBinding()
    const body = await answerTo('authSync', usersOf(binding, listOf([userOf('')])))
    expect(body).toMatchObject({ resultCode: '000002' })
    const { items } = await read(service, 'TenantList', `/tenants?tenantId=${binding.tenantId}`)
    expect(items).toEqual([])
  })

  test('flags no instance that is released, or of another kind of call', async () => {
    const released = await buy(service)
    await storeCall(service, { activity: 'releaseInstance', instanceId: released })
    const gone = usersOf(bindingOf(released), listOf([userOf('')]))
    expect(await answerTo('authSync', gone)).toMatchObject({ resultCode: '000002' })
    expect(await instanceOf(service, released)).toMatchObject({ attention: null })
    const instanceId = await buy(service)
    const call = usersOf(bindingOf(instanceId), listOf([userOf('')]), { testFlag: 1 })
    expect(await answerTo('authSync', call)).toMatchObject({ resultCode: '000002' })
    expect(await instanceOf(service, instanceId)).toMatchObject({ attention: null })
  })

  test.each([
    [0, 'deleted'],
    [3, 'revoked'],
  ])('flag %d needs the account of a user and nothing else: %s', async (flag, state) => {
    const binding = newBinding()
    await succeed('authSync', usersOf(binding, listOf([userOf('u1', { role: 'admin' })])))
    const gone = [{ userName: 'u1' }, { userName: 'u2', name: 'x'.repeat(999), enable: 7 }]
    await succeed('authSync', usersOf(binding, listOf(gone), { flag, timeStamp: kitTime(1) }))
    expect(await stateOf(binding.tenantId, 'u1')).toBe(state)
    expect(await stateOf(binding.tenantId, 'u2')).toBe(state)
    expect(await users(binding.tenantId, '?userName=u1')).toMatchObject([
      { name: '张三', role: 'admin', orgCode: '10000', enabled: true },
    ])
    const nameless = usersOf(binding, listOf([{ name: 'u1' }]), { flag })
    expect((await answerTo('authSync', nameless))['resultMsg']).toContain('userName is missing')
  })

  test.each(['null', 'absent', 'empty', 'the text null'])(
    'takes a list that is %s for an empty one',
    async (how) => {
      const binding = newBinding()
      const name = generation === 'V1' ? 'orgInfo' : 'orgInfoList'
      const value = { null: null, absent: undefined, empty: '', 'the text null': 'null' }[how]
      await succeed('allOrgSync', departmentsOf(binding, ['a', 'b<a'], { generation }))
      const later = departmentsOf(binding, [], { generation, timeStamp: kitTime(1) })
      await succeed('allOrgSync', { ...later, [name]: value })
      const path = `/tenants/${binding.tenantId}/departments`
      const { items } = await read(service, 'TenantDepartmentList', path)
      expect(items.map(({ state }) => state)).toEqual(['absent', 'absent'])
      await succeed('authSync', usersOf(binding, value))
      expect(await users(binding.tenantId)).toEqual([])
    },
  )

  test('deletes by the ids alone, and keeps what was known', async () => {
    const binding = newBinding()
    await succeed('tenantSync', tenantOf(binding))
    await succeed('singleOrgSync', departmentOf(binding, 'a'))
    const ids = { ...binding, flag: 0, testFlag: 0, timeStamp: kitTime(1) }
    await succeed('singleOrgSync', { ...ids, orgCode: 'a', orgName: '' })
    await succeed('singleOrgSync', { ...ids, orgCode: 'never-seen' })
    await succeed('applicationSync', { ...ids, appId: 'app-1', clientId: '', clientSecret: null })
    await succeed('tenantSync', { ...ids, tenantCode: '', name: null })
    const { tenantId } = binding
    expect(await read(service, 'Tenant', `/tenants/${tenantId}`)).toMatchObject({
      state: 'deleted',
      name: 'huaiweitest',
      domainName: 'https://example.tenantaccount.com',
    })
    const path = `/tenants/${tenantId}/departments`
    const { items } = await read(service, 'TenantDepartmentList', path)
    expect(Object.fromEntries(items.map(({ orgCode, name }) => [orgCode, name]))).toEqual({
      a: '部门a',
      'never-seen': '',
    })
  })

  test.each([
    ['tenantSync', tenantOf, 'name'],
    ['applicationSync', (ids: Members) => applicationOf(ids, 'secret'), 'clientId'],
    ['singleOrgSync', (ids: Members) => departmentOf(ids, 'a'), 'orgName'],
  ] as const)('but an addition by %s needs the rest', async (activity, membersOf, name) => {
    const members = { ...membersOf(newBinding()), [name]: '' }
    expect((await answerTo(activity, members))['resultMsg']).toBe(`${name} is missing`)
  })
})

test('users that were not taken are one alarm of their tenant, without their names', async () => {
  const binding = newBinding()
  const bad = [userOf('wangwu', { name: 'x'.repeat(65) }), userOf('')]
  for (let call = 0; call < 2; call++) {
    await kitCall(service, 'authSync', usersOf(binding, [userOf('u1'), ...bad]))
  }
  const subject = `tenant:${binding.tenantId}`
  const { items } = await read(service, 'AlarmList', `/alarms?subject=${subject}`)
  expect(items).toMatchObject([{ key: 'kit.users', subject, count: 2, clearedAt: null }])
  expect(items[0]?.text).toContain('2 of 3 users were not taken')
  expect(JSON.stringify(items)).not.toContain('wangwu')
})
