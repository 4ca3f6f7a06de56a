import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generatePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databases } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import {
  applicationOf,
  departmentOf,
  departmentsOf,
  generations,
  kitCall,
  kitTime,
  type KitActivity,
  type KitCallOptions,
  newBinding,
  shownTime,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { readerOf } from '../harness/tokens.ts'
import { read } from '../management/client.ts'

const pem = await generatePrivateKey()
const publicKey = createPublicKey(readPrivateKey(pem))
const keyFile = join(mkdtempSync(join(tmpdir(), 'koogate-kit-')), 'key.pem')
writeFileSync(keyFile, pem)
const encrypted = (secret: string) => encryptClientSecret(secret, publicKey)

describe.each(databases)('the kit on the %s database', (database) => {
  let service: TestService
  beforeAll(async () => {
    service = await startService({
      database,
      settings: { KOOGATE_KIT_PRIVATE_KEY_FILE: keyFile },
    })
  })
  afterAll(() => service.stop())

  describe.each(generations)('of %s', (generation) => {
    const succeed = async (
      activity: KitActivity,
      members: Readonly<Record<string, unknown>>,
      options: KitCallOptions = {},
    ) => {
      const answer = await kitCall(service, activity, members, { generation, ...options })
      expect(answer.body, answer.text).toEqual({ resultCode: '000000', resultMsg: 'success.' })
    }
    const refuse = async (
      activity: KitActivity,
      members: Readonly<Record<string, unknown>>,
    ): Promise<string> => {
      const { body } = await kitCall(service, activity, members, { generation })
      expect(body['resultCode']).toBe('000002')
      return String(body['resultMsg'])
    }
    const tenant = (id: string) => read(service, 'Tenant', `/tenants/${id}`)
    const applications = async (id: string) =>
      (await read(service, 'TenantApplicationList', `/tenants/${id}/applications`)).items
    const users = async (id: string, query = '') =>
      (
        await read(service, 'TenantUserList', `/tenants/${id}/users${query}`, {
          authorization: await readerOf(service),
        })
      ).items
    const departments = async (id: string) =>
      (await read(service, 'TenantDepartmentList', `/tenants/${id}/departments?limit=200`)).items
    const states = async (id: string) =>
      Object.fromEntries(
        (await departments(id)).map(({ orgCode, state, orphan }) => [
          orgCode,
          orphan ? 'orphan' : state,
        ]),
      )
    /** How often something of the bindings of a tenant was told. */
    const versionsOf = async (id: string) => {
      const versions = service.db.selectFrom('kit_binding_versions').select('version')
      return versions.where('tenant_id', '=', id).execute()
    }
    const list = (binding: object, codes: readonly string[], seconds = 0) =>
      departmentsOf({ ...binding }, codes, { generation, timeStamp: kitTime(seconds) })

    describe('tenantSync', () => {
      test('binds a tenant and shows it', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding))
        expect(await tenant(binding.tenantId)).toMatchObject({
          tenantId: binding.tenantId,
          address: 'main',
          test: false,
          tenantCode: 'huawei',
          name: 'huaiweitest',
          domainName: 'https://example.tenantaccount.com',
          state: 'bound',
          bindings: [
            {
              instanceId: binding.instanceId,
              orderId: 'CS1906666666ABCDE',
              state: 'bound',
              name: 'huaiweitest',
              timeStamp: shownTime(),
            },
          ],
          messages: `/api/v1/messages?tenantId=${binding.tenantId}`,
        })
      })

      test('is the same after a repeat, and after 32 at once', async () => {
        const binding = newBinding()
        const call = tenantOf(binding)
        await Promise.all(Array.from({ length: 32 }, () => succeed('tenantSync', call)))
        const before = await tenant(binding.tenantId)
        await succeed('tenantSync', call)
        expect({ ...(await tenant(binding.tenantId)), updatedAt: before.updatedAt }).toEqual(before)
        const { items } = await read(service, 'TenantList', `/tenants?tenantId=${binding.tenantId}`)
        expect(items).toHaveLength(1)
      })

      test('changes name and domain, and nothing else', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding))
        const change = { flag: 2, name: '华为测试企业', domainName: 'https://other.example.com' }
        const more = { ...change, tenantCode: 'other', orderId: 'CS2', timeStamp: kitTime(1) }
        await succeed('tenantSync', tenantOf(binding, more))
        expect(await tenant(binding.tenantId)).toMatchObject({
          name: '华为测试企业',
          domainName: 'https://other.example.com',
          tenantCode: 'huawei',
          bindings: [{ orderId: 'CS1906666666ABCDE', timeStamp: shownTime(1) }],
        })
      })

      test('ignores a call that is older, and applies one of the same time', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding, { timeStamp: kitTime(5) }))
        const older = { flag: 2, name: 'older', timeStamp: kitTime(4) }
        const before = await versionsOf(binding.tenantId)
        await succeed('tenantSync', tenantOf(binding, older))
        expect((await tenant(binding.tenantId)).name).toBe('huaiweitest')
        expect(await versionsOf(binding.tenantId)).toEqual(before)
        const equal = { flag: 2, name: 'equal', timeStamp: kitTime(5) }
        await succeed('tenantSync', tenantOf(binding, equal))
        expect((await tenant(binding.tenantId)).name).toBe('equal')
      })

      test('takes a change of an unknown tenant as its binding', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding, { flag: '2' }))
        expect(await tenant(binding.tenantId)).toMatchObject({
          state: 'bound',
          name: 'huaiweitest',
        })
      })

      test('deletes the unknown, and remembers it against an older binding', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding, { flag: 0, timeStamp: kitTime(5) }))
        await succeed('tenantSync', tenantOf(binding, { timeStamp: kitTime(4) }))
        expect((await tenant(binding.tenantId)).state).toBe('deleted')
        await succeed('tenantSync', tenantOf(binding, { timeStamp: kitTime(6) }))
        expect((await tenant(binding.tenantId)).state).toBe('bound')
      })

      test('keeps what a deleted tenant had', async () => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding))
        await succeed('authSync', usersOf(binding, [userOf('zhangsan01')]))
        await succeed('allOrgSync', list(binding, ['a']))
        await succeed('tenantSync', tenantOf(binding, { flag: 0, timeStamp: kitTime(1) }))
        expect(await tenant(binding.tenantId)).toMatchObject({
          state: 'deleted',
          name: 'huaiweitest',
        })
        expect(await users(binding.tenantId)).toMatchObject([{ state: 'granted' }])
        expect(await states(binding.tenantId)).toEqual({ a: 'present' })
      })

      test('deletes one binding of a tenant and leaves the other', async () => {
        const one = newBinding()
        const other = { ...newBinding(), tenantId: one.tenantId }
        await succeed('tenantSync', tenantOf(one))
        await succeed('tenantSync', tenantOf(other))
        await succeed('allOrgSync', list(one, ['a']))
        await succeed('allOrgSync', list(other, ['b']))
        const gone = { flag: 0, timeStamp: kitTime(1) }
        await succeed('tenantSync', tenantOf(one, gone))
        const { state, bindings } = await tenant(one.tenantId)
        expect(state).toBe('bound')
        expect(bindings.map((binding) => [binding.instanceId, binding.state])).toEqual([
          [one.instanceId, 'deleted'],
          [other.instanceId, 'bound'],
        ])
        expect(await states(one.tenantId)).toEqual({ a: 'present', b: 'present' })
      })

      test.each([{ instanceId: '', orderId: '' }, { instanceId: null, orderId: null }, {}])(
        'keeps a binding without an instance apart: %j',
        async (ids) => {
          const { tenantId, instanceId } = newBinding()
          await succeed('tenantSync', tenantOf({ tenantId, instanceId }, { name: 'with' }))
          await succeed('tenantSync', tenantOf({ tenantId }, { name: 'without', ...ids }))
          const { bindings } = await tenant(tenantId)
          expect(bindings.map((binding) => [binding.instanceId, binding.name])).toEqual([
            [instanceId, 'with'],
            [null, 'without'],
          ])
        },
      )
    })

    test('keeps what comes before its tenant, and joins it then', async () => {
      const binding = newBinding()
      await succeed('authSync', usersOf(binding, [userOf('zhangsan01')]))
      await succeed('singleOrgSync', departmentOf(binding, 'below', { parentCode: 'above' }))
      await succeed('applicationSync', applicationOf(binding, encrypted('s3cret')))
      expect(await tenant(binding.tenantId)).toMatchObject({ state: 'expected', name: null })
      await succeed('tenantSync', tenantOf(binding))
      await succeed('singleOrgSync', departmentOf(binding, 'above'))
      expect(await tenant(binding.tenantId)).toMatchObject({ state: 'bound' })
      expect(await states(binding.tenantId)).toEqual({ above: 'present', below: 'present' })
      expect(await users(binding.tenantId)).toHaveLength(1)
      expect(await applications(binding.tenantId)).toHaveLength(1)
    })

    describe('applicationSync', () => {
      test('keeps the secret and never shows it, until it is deleted', async () => {
        const binding = newBinding()
        const secret = `secret-${binding.tenantId}`
        await succeed('applicationSync', applicationOf(binding, encrypted(secret)))
        expect(await applications(binding.tenantId)).toMatchObject([
          {
            instanceId: binding.instanceId,
            appId: 'KSIDJF1234456',
            clientId: '7Yb0cKz1Qm4vRt9sWx2e',
            hasSecret: true,
            state: 'bound',
            timeStamp: shownTime(),
          },
        ])
        expect(await keptSecret(binding.tenantId)).toBe(secret)
        const gone = { flag: 0, timeStamp: kitTime(1) }
        await succeed('applicationSync', applicationOf(binding, 'unreadable', gone))
        expect(await applications(binding.tenantId)).toMatchObject([
          { hasSecret: false, state: 'deleted' },
        ])
      })

      test('changes the secret, but not by an older call', async () => {
        const binding = newBinding()
        const call = (secret: string, seconds: number, flag = 2) =>
          succeed(
            'applicationSync',
            applicationOf(binding, encrypted(secret), { flag, timeStamp: kitTime(seconds) }),
          )
        await call('first', 5, 1)
        await call('older', 4)
        expect(await keptSecret(binding.tenantId)).toBe('first')
        await call('equal', 5)
        expect(await keptSecret(binding.tenantId)).toBe('equal')
        await call('newer', 6)
        expect(await keptSecret(binding.tenantId)).toBe('newer')
        expect(await applications(binding.tenantId)).toHaveLength(1)
      })

      test('deletes the unknown, and remembers it against an older call', async () => {
        const binding = newBinding()
        const gone = { flag: 0, timeStamp: kitTime(5) }
        await succeed('applicationSync', applicationOf(binding, 'unreadable', gone))
        await succeed('applicationSync', applicationOf(binding, encrypted('late')))
        expect(await applications(binding.tenantId)).toMatchObject([{ state: 'deleted' }])
      })

      test('refuses a secret that no key opens, and keeps nothing', async () => {
        const binding = newBinding()
        const message = await refuse('applicationSync', applicationOf(binding, 'cGxhaW4='))
        expect(message).toMatch(/^clientSecret /)
        expect(
          (await read(service, 'TenantList', `/tenants?tenantId=${binding.tenantId}`)).items,
        ).toEqual([])
      })

      async function keptSecret(tenantId: string): Promise<string | undefined> {
        const { client_secret } = await service.db
          .selectFrom('kit_applications')
          .select('client_secret')
          .where('tenant_id', '=', tenantId)
          .executeTakeFirstOrThrow()
        return client_secret === null
          ? undefined
          : service.app.services.vault.decrypt(client_secret).toString()
      }
    })

    describe('authSync', () => {
      test('grants, changes, revokes and deletes', async () => {
        const binding = newBinding()
        const sync = (flag: number, more: object, seconds: number) =>
          succeed(
            'authSync',
            usersOf(binding, [userOf('zhangsan01', { ...more })], {
              flag,
              timeStamp: kitTime(seconds),
            }),
          )
        await sync(1, { role: 'admin', mobile: '15905222222' }, 1)
        expect(await users(binding.tenantId)).toMatchObject([
          {
            userName: 'z***1',
            name: '张***',
            orgCode: '10000',
            role: 'admin',
            enabled: true,
            state: 'granted',
            mobile: '159****2222',
          },
        ])
        await sync(2, { role: 'guest', enable: 'false', orgCode: '' }, 2)
        expect(await users(binding.tenantId)).toMatchObject([
          { role: 'user', enabled: false, orgCode: null, mobile: null },
        ])
        await sync(0, { name: '', position: '' }, 3)
        expect(await users(binding.tenantId)).toMatchObject([{ state: 'deleted', name: '张***' }])
        await sync(1, {}, 2)
        expect(await users(binding.tenantId)).toMatchObject([{ state: 'deleted' }])
        await sync(1, {}, 3)
        expect(await users(binding.tenantId)).toMatchObject([{ state: 'granted' }])
        await sync(3, {}, 4)
        expect(await users(binding.tenantId)).toMatchObject([{ state: 'revoked' }])
      })

      test('reads members at the top and in extension, and keeps what else is there', async () => {
        const binding = newBinding()
        const extension = {
          entryDate: '2022-11-9',
          employeeType: 4,
          workPlace: '南京',
          accountSet: '001',
        }
        const user = userOf('lisi02', {
          email: 'lisi@example.com',
          employeeCode: '',
          workPlace: '深圳',
          entryDate: '',
          extension,
        })
        await succeed('authSync', usersOf(binding, [user]))
        expect(await users(binding.tenantId)).toMatchObject([
          {
            email: 'l***@example.com',
            employeeCode: null,
            entryDate: '2022-11-9',
            employeeType: '4',
            workPlace: '深圳',
            extension: { accountSet: '001' },
          },
        ])
      })

      test('takes the last of one user who stands there twice', async () => {
        const binding = newBinding()
        const twice = [userOf('lisi02', { orgCode: '1' }), userOf('lisi02', { orgCode: '2' })]
        await succeed('authSync', usersOf(binding, twice))
        expect(await users(binding.tenantId)).toMatchObject([{ orgCode: '2' }])
      })

      test.each([
        ['an array', (items: unknown) => items],
        ['JSON text', (items: unknown) => JSON.stringify(items)],
        [
          'text without quotes',
          () => "[{userName:'u1', name:'n', orgCode:'', role:'user', enable:'true'}]",
        ],
      ])('reads the list as %s', async (_form, write) => {
        const binding = newBinding()
        await succeed('authSync', usersOf(binding, write([userOf('u1')])))
        expect(await users(binding.tenantId)).toHaveLength(1)
      })

      test.each(['nobody', '{"userName":"u1"}'])(
        'refuses text that is no list: %s',
        async (text) => {
          const message = await refuse('authSync', usersOf(newBinding(), text))
          expect(message).toBe('userList is not a JSON list')
        },
      )

      test('finds users by account, application, department and state', async () => {
        const binding = newBinding()
        await succeed('authSync', usersOf(binding, [userOf('u1'), userOf('u2', { orgCode: '2' })]))
        await succeed('authSync', usersOf(binding, [userOf('u2')], { appId: 'other', flag: 0 }))
        const found = async (query: string) => (await users(binding.tenantId, query)).length
        expect(await found('?userName=u2')).toBe(2)
        expect(await found('?userName=u2&appId=other')).toBe(1)
        expect(await found('?userName=u3')).toBe(0)
        expect(await found('?orgCode=2')).toBe(1)
        expect(await found('?state=deleted')).toBe(1)
        expect(await found(`?instanceId=${binding.instanceId}`)).toBe(3)
        expect(await found('?instanceId=')).toBe(0)
      })
    })

    describe('singleOrgSync', () => {
      test('adds, moves and deletes, and leaves orphans until their parent comes back', async () => {
        const binding = newBinding()
        const sync = (orgCode: string, more: object, seconds: number) =>
          succeed(
            'singleOrgSync',
            departmentOf(binding, orgCode, { ...more, timeStamp: kitTime(seconds) }),
          )
        await sync('a', {}, 1)
        await sync('b', {}, 1)
        await sync('c', { parentCode: 'a' }, 1)
        await sync('c', { parentCode: 'b', flag: 2, orgName: 'moved' }, 2)
        await sync('b', { flag: 0 }, 3)
        expect(await states(binding.tenantId)).toEqual({
          a: 'present',
          b: 'deleted',
          c: 'orphan',
        })
        await sync('b', {}, 2)
        expect(await states(binding.tenantId)).toMatchObject({ b: 'deleted' })
        await sync('b', {}, 4)
        expect(await states(binding.tenantId)).toEqual({ a: 'present', b: 'present', c: 'present' })
        expect(
          (await departments(binding.tenantId)).find(({ orgCode }) => orgCode === 'c'),
        ).toMatchObject({ name: 'moved', parentCode: 'b', timeStamp: shownTime(2) })
      })

      test('deletes the unknown', async () => {
        const binding = newBinding()
        await succeed('singleOrgSync', departmentOf(binding, 'x', { flag: 0 }))
        // Of one that goes it does not matter where it was.
        const itself = { flag: 0, parentCode: 'y' }
        await succeed('singleOrgSync', departmentOf(binding, 'y', itself))
        expect(await states(binding.tenantId)).toEqual({ x: 'deleted', y: 'deleted' })
      })

      test('refuses a move that makes a cycle, and names its codes', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a', 'b<a', 'c<b']))
        const move = departmentOf(binding, 'a', { parentCode: 'c', flag: 2, timeStamp: kitTime(1) })
        expect(await refuse('singleOrgSync', move)).toBe(
          'departments form a cycle: a -> c -> b -> a',
        )
        const itself = departmentOf(binding, 'x', { parentCode: 'x' })
        expect(await refuse('singleOrgSync', itself)).toBe('departments form a cycle: x -> x')
        expect(await states(binding.tenantId)).toEqual({ a: 'present', b: 'present', c: 'present' })
      })

      test('lets of two moves that would make a cycle together only one through', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a', 'b']))
        const move = (orgCode: string, parentCode: string) =>
          kitCall(
            service,
            'singleOrgSync',
            departmentOf(binding, orgCode, { parentCode, flag: 2, timeStamp: kitTime(1) }),
            { generation },
          )
        const answers = await Promise.all([move('a', 'b'), move('b', 'a')])
        const codes = answers.map(({ body }) => body['resultCode'])
        expect(codes.toSorted()).toEqual(['000000', '000002'])
      })
    })

    describe('allOrgSync', () => {
      test('replaces the tree: what is missing becomes absent, and comes back', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a', 'b<a', 'c<b']))
        await succeed('allOrgSync', list(binding, ['a', 'c<b'], 1))
        expect(await states(binding.tenantId)).toEqual({ a: 'present', b: 'absent', c: 'orphan' })
        await succeed('allOrgSync', list(binding, ['a', 'b<a', 'c<b'], 2))
        expect(await states(binding.tenantId)).toEqual({ a: 'present', b: 'present', c: 'present' })
      })

      test('is ignored when older than the last list, and applied when as old', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a'], 5))
        await succeed('allOrgSync', list(binding, ['b'], 4))
        expect(await states(binding.tenantId)).toEqual({ a: 'present' })
        const before = await versionsOf(binding.tenantId)
        await succeed('allOrgSync', list(binding, ['a'], 5))
        expect(await versionsOf(binding.tenantId)).toEqual(before)
        await succeed('allOrgSync', list(binding, ['c'], 5))
        expect(await states(binding.tenantId)).toEqual({ a: 'absent', c: 'present' })
      })

      test('leaves what has changed since, and outdates what changed before', async () => {
        const binding = newBinding()
        const at = (seconds: number) => ({ timeStamp: kitTime(seconds) })
        await succeed('singleOrgSync', departmentOf(binding, 'new', at(9)))
        await succeed('singleOrgSync', departmentOf(binding, 'gone', { flag: 0, ...at(9) }))
        await succeed('allOrgSync', list(binding, ['a', 'gone'], 5))
        await succeed('singleOrgSync', departmentOf(binding, 'late', at(4)))
        expect(await states(binding.tenantId)).toEqual({
          a: 'present',
          new: 'present',
          gone: 'deleted',
        })
      })

      test('refuses a list with a cycle, names its codes, and writes nothing', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a']))
        const message = await refuse('allOrgSync', list(binding, ['x<z', 'y<x', 'z<y'], 1))
        expect(message).toBe('departments form a cycle: x -> z -> y -> x')
        expect(await states(binding.tenantId)).toEqual({ a: 'present' })
      })

      test('refuses a list that makes a cycle with what has changed since', async () => {
        const binding = newBinding()
        const newer = { parentCode: 'b', timeStamp: kitTime(9) }
        await succeed('singleOrgSync', departmentOf(binding, 'a', newer))
        const message = await refuse('allOrgSync', list(binding, ['a', 'b<a'], 5))
        expect(message).toBe('departments form a cycle: a -> b -> a')
        expect(await states(binding.tenantId)).toEqual({ a: 'orphan' })
      })

      test('takes the last of one department that stands there twice', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a', 'b', 'c<a', 'c<b']))
        const { items } = await read(
          service,
          'TenantDepartmentList',
          `/tenants/${binding.tenantId}/departments?parentCode=b`,
        )
        expect(items).toMatchObject([{ orgCode: 'c', parentCode: 'b' }])
      })

      test('takes an empty list: all departments are absent', async () => {
        const binding = newBinding()
        await succeed('allOrgSync', list(binding, ['a']))
        await succeed('allOrgSync', list(binding, [], 1))
        expect(await states(binding.tenantId)).toEqual({ a: 'absent' })
      })
    })

    describe('a test call', () => {
      test('is kept apart from real data, and real data from it', async () => {
        const binding = newBinding()
        const debug = { testFlag: generation === 'V1' ? '1' : 1 }
        await succeed('tenantSync', tenantOf(binding, { name: 'real' }))
        await succeed('allOrgSync', list(binding, ['a']))
        await succeed('tenantSync', tenantOf(binding, { ...debug, flag: 0, timeStamp: kitTime(9) }))
        await succeed('allOrgSync', { ...list(binding, ['b'], 9), ...debug })
        await succeed('authSync', usersOf(binding, [userOf('u1')], debug))
        const secret = encrypted('typed')
        await succeed('applicationSync', applicationOf(binding, secret, debug))
        expect(await tenant(binding.tenantId)).toMatchObject({ test: false, state: 'bound' })
        expect(await states(binding.tenantId)).toEqual({ a: 'present' })
        expect(await users(binding.tenantId)).toEqual([])
        const path = `/tenants/${binding.tenantId}`
        expect(await read(service, 'Tenant', `${path}?test=true`)).toMatchObject({
          test: true,
          state: 'deleted',
        })
        expect(await users(binding.tenantId, '?test=true')).toHaveLength(1)
      })

      test('succeeds however often and in whatever order saved cases come', async () => {
        const binding = newBinding()
        const debug = { testFlag: 1 }
        const cases: [KitActivity, Readonly<Record<string, unknown>>][] = [
          ['singleOrgSync', departmentOf(binding, 'a', { ...debug, parentCode: 'b' })],
          ['singleOrgSync', departmentOf(binding, 'b', { ...debug, parentCode: 'a', flag: 2 })],
          ['allOrgSync', { ...list(binding, ['a', 'b<a'], -1), ...debug }],
          ['tenantSync', tenantOf(binding, { ...debug, flag: 0, timeStamp: kitTime(1) })],
          ['tenantSync', tenantOf(binding, debug)],
        ]
        for (const [activity, members] of [...cases, ...cases.toReversed()]) {
          await succeed(activity, members)
        }
      })
    })

    test.each(['saas', 'license', 'license-code'] as const)(
      'is served below the address of %s',
      async (product) => {
        const binding = newBinding()
        await succeed('tenantSync', tenantOf(binding), { product })
        expect((await tenant(binding.tenantId)).state).toBe('bound')
      },
    )

    test('keeps 32 repeats at once of every call as one record', async () => {
      const binding = newBinding()
      const calls: [KitActivity, Readonly<Record<string, unknown>>][] = [
        ['applicationSync', applicationOf(binding, encrypted('s'))],
        ['authSync', usersOf(binding, [userOf('u1')])],
        ['singleOrgSync', departmentOf(binding, 'a')],
        ['allOrgSync', list(binding, ['a'])],
      ]
      for (const [activity, members] of calls) {
        await Promise.all(Array.from({ length: 32 }, () => succeed(activity, members)))
      }
      expect(await applications(binding.tenantId)).toHaveLength(1)
      expect(await users(binding.tenantId)).toHaveLength(1)
      expect(await states(binding.tenantId)).toEqual({ a: 'present' })
      const { items } = await read(
        service,
        'MessageList',
        `/messages?tenantId=${binding.tenantId}&activity=authSync`,
      )
      expect(items).toHaveLength(32)
    })
  })
})
