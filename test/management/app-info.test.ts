import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { faultsOf, faultyFields, manage, read } from './client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
})
afterAll(() => service.stop())

const frontEndUrl = 'https://app.example.com/t/1'
const whole = {
  frontEndUrl,
  adminUrl: 'https://app.example.com/admin',
  userName: 'admin',
  password: 'open-sesame-1',
  memo: '首次登录请修改密码',
}

const pathOf = (id: string) => `/instances/${id}/app-info`
const put = (id: string, body: unknown) =>
  read(service, 'InstanceDetail', pathOf(id), { method: 'PUT', body })
const refused = (id: string, body: unknown) => manage(service, pathOf(id), { method: 'PUT', body })
const query = (instanceId: string) => storeCall(service, { activity: 'queryInstance', instanceId })
const historyOf = async (id: string) =>
  (await read(service, 'InstanceDetail', `/instances/${id}`)).history.map(({ type }) => type)

describe('manual provisioning', () => {
  it('is pending until the values are put, and is then told to the store, memo in ASCII', async () => {
    const order = newOrder()
    const businessId = newId()
    const bought = await storeCall(service, purchaseOf(order, { businessId }))
    expect(bought.body).toMatchObject({ resultCode: '000004', instanceId: businessId })
    expect((await query(businessId)).body['resultCode']).toBe('000004')

    const instance = await put(businessId, whole)
    expect(instance.status).toBe('active')
    expect(instance.history.map(({ type }) => type)).toEqual([
      'instance.activated',
      'instance.created',
    ])
    expect(instance.history[0]?.orderId).toBe(order.orderId)

    const answer = await query(businessId)
    expect(answer.body).toMatchObject({
      resultCode: '000000',
      info: [{ instanceId: businessId, appInfo: whole }],
    })
    expect(answer.text).toContain(String.raw`"memo":"\u9996\u6b21\u767b\u5f55`)
    const repeat = await storeCall(service, purchaseOf(order, { businessId: newId() }))
    expect(repeat.body).toMatchObject({ resultCode: '000000', instanceId: businessId })
  })

  it('ends when the product reports that it cannot be made, with the code that the store hears', async () => {
    const order = newOrder()
    const { body } = await storeCall(service, purchaseOf(order))
    const id = String(body['instanceId'])
    const path = `/instances/${id}/provisioning-failed`
    const failure = { code: '000106', reason: 'product resources are sold out' }
    const report = () => read(service, 'InstanceDetail', path, { method: 'POST', body: failure })
    expect(await report()).toMatchObject({ status: 'failed', failure })
    expect((await query(id)).body['resultCode']).toBe('000005')
    await report()
    expect(await historyOf(id)).toEqual(['instance.failed', 'instance.created'])

    await put(id, whole)
    const late = await manage(service, path, { method: 'POST', body: failure })
    expect(late).toMatchObject({ status: 409, body: { code: 'instance-active' } })
    const other = { ...failure, code: '000005' }
    const faulty = await manage(service, path, { method: 'POST', body: other })
    expect(faultyFields(faulty)).toEqual(['code'])
  })

  it('keeps an instance that was frozen meanwhile frozen', async () => {
    const instanceId = await buy(service)
    await storeCall(service, { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' })
    expect((await put(instanceId, { frontEndUrl })).status).toBe('frozen')
  })

  it('completes an instance whose provisioning has failed', async () => {
    const failing = await startService({
      ports: {
        provision: () => ({
          outcome: 'refused',
          failure: { code: '000106', reason: 'product resources are sold out' },
        }),
      },
    })
    const order = newOrder()
    const businessId = newId()
    const bought = await storeCall(failing, purchaseOf(order, { businessId }))
    expect(bought.body['resultCode']).toBe('000106')
    const failed = await read(failing, 'InstanceDetail', `/instances/${businessId}`)
    expect(failed).toMatchObject({
      status: 'failed',
      appInfo: null,
      failure: { code: '000106', reason: 'product resources are sold out' },
    })
    const body = { frontEndUrl }
    const options = { method: 'PUT', body } as const
    const instance = await read(failing, 'InstanceDetail', pathOf(businessId), options)
    expect(instance).toMatchObject({ status: 'active', failure: null, appInfo: { frontEndUrl } })
    expect(instance.history.map(({ type }) => type)).toEqual([
      'instance.activated',
      'instance.failed',
      'instance.created',
    ])
    const repeat = await storeCall(failing, purchaseOf(order, { businessId: newId() }))
    expect(repeat.body).toMatchObject({ resultCode: '000000', instanceId: businessId })
    await failing.stop()
  })
})

describe('the values', () => {
  it('are shown without the password', async () => {
    const instanceId = await buy(service)
    const answer = await refused(instanceId, whole)
    const { password, ...shown } = whole
    expect(answer.body['appInfo']).toEqual({ ...shown, hasPassword: true })
    const read = await manage(service, `/instances/${instanceId}`)
    for (const { text } of [answer, read]) expect(text).not.toContain(password)
  })

  it('replace what was there, but a password that is left out stays', async () => {
    const instanceId = await buy(service)
    await put(instanceId, whole)
    const instance = await put(instanceId, { frontEndUrl: 'http://other.example.com' })
    expect(instance.appInfo).toEqual({
      frontEndUrl: 'http://other.example.com',
      adminUrl: null,
      userName: null,
      hasPassword: true,
      memo: null,
    })
    const { body } = await query(instanceId)
    expect(body['info']).toEqual([
      {
        instanceId,
        appInfo: { frontEndUrl: 'http://other.example.com', password: whole.password },
      },
    ])
  })

  it('have the password taken out by null, and members taken out by null', async () => {
    const instanceId = await buy(service)
    await put(instanceId, whole)
    const none = { adminUrl: null, userName: null, password: null, memo: null }
    const instance = await put(instanceId, { frontEndUrl, ...none })
    expect(instance.appInfo).toMatchObject({ hasPassword: false, adminUrl: null, memo: null })
    expect((await query(instanceId)).body['info']).toEqual([
      { instanceId, appInfo: { frontEndUrl } },
    ])
  })

  it('put again change nothing, and make no second entry of history', async () => {
    const instanceId = await buy(service)
    const first = await put(instanceId, whole)
    const second = await put(instanceId, { ...whole, password: undefined })
    expect(await put(instanceId, whole)).toEqual(first)
    expect(second).toEqual(first)
    expect(await historyOf(instanceId)).toEqual(['instance.activated', 'instance.created'])
  })

  it('changed on an active instance make no entry of history', async () => {
    const instanceId = await buy(service)
    await put(instanceId, whole)
    await put(instanceId, { frontEndUrl })
    expect(await historyOf(instanceId)).toEqual(['instance.activated', 'instance.created'])
  })

  it('put from many sides at once are all applied, the instance activated once', async () => {
    const instanceId = await buy(service)
    const urls = Array.from({ length: 6 }, (_, i) => `https://app.example.com/${i}`)
    const all = await Promise.all(urls.map((url) => refused(instanceId, { frontEndUrl: url })))
    expect(all.map(({ status }) => status)).toEqual(urls.map(() => 200))
    expect(await historyOf(instanceId)).toEqual(['instance.activated', 'instance.created'])
  })
})

describe('refusals', () => {
  it('answers 404 for an instance that is not there', async () => {
    expect((await refused('nobody', { frontEndUrl })).status).toBe(404)
  })

  it('answers 409 for a released instance, and changes nothing', async () => {
    const instanceId = await buy(service)
    await storeCall(service, { activity: 'releaseInstance', instanceId, ...newOrder() })
    const answer = await refused(instanceId, whole)
    expect(answer.status).toBe(409)
    expect(answer.body['detail']).toBe(
      `Instance ${instanceId} is released and cannot be changed any more.`,
    )
    expect(await historyOf(instanceId)).toEqual(['instance.released', 'instance.created'])
  })

  const url = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`
  it.each([
    ['frontEndUrl', { frontEndUrl: undefined }],
    ['frontEndUrl', { frontEndUrl: null }],
    ['frontEndUrl', { frontEndUrl: '' }],
    ['frontEndUrl', { frontEndUrl: url(513) }],
    ['frontEndUrl', { frontEndUrl: 'app.example.com' }],
    ['frontEndUrl', { frontEndUrl: 'ftp://app.example.com' }],
    ['frontEndUrl', { frontEndUrl: 'javascript:alert(1)' }],
    ['frontEndUrl', { frontEndUrl: 'https://' }],
    ['frontEndUrl', { frontEndUrl: 'https://a b' }],
    ['frontEndUrl', { frontEndUrl: 'https://a.example/中' }],
    ['adminUrl', { adminUrl: url(513) }],
    ['adminUrl', { adminUrl: '' }],
    ['userName', { userName: 'x'.repeat(129) }],
    ['userName', { userName: 5 }],
    ['userName', { userName: '' }],
    ['password', { password: 'x'.repeat(129) }],
    ['password', { password: true }],
    ['memo', { memo: '备'.repeat(1025) }],
    ['memo', { memo: 'a\0b' }],
    ['memo', { memo: 'half a \ud800 pair' }],
    ['frontendUrl', { frontendUrl: 'https://a.example' }],
  ])('answers 400 and names %s for %j', async (field, tampered) => {
    const answer = await refused('nobody', { ...whole, ...tampered })
    expect(faultyFields(answer)).toEqual([field])
  })

  it('names every faulty member', async () => {
    const answer = await refused('nobody', { adminUrl: 'x', memo: '', surprise: 1 })
    expect(new Set(faultyFields(answer))).toEqual(
      new Set(['frontEndUrl', 'adminUrl', 'memo', 'surprise']),
    )
  })

  it('says what a field must be', async () => {
    const [fault] = faultsOf(await refused('nobody', { frontEndUrl: url(513) }))
    expect(fault).toEqual({
      field: 'frontEndUrl',
      pointer: '#/frontEndUrl',
      message: 'must NOT have more than 512 characters',
    })
  })

  it('takes every documented length', async () => {
    const instanceId = await buy(service)
    const longest = {
      frontEndUrl: url(512),
      adminUrl: url(512),
      userName: '名'.repeat(128),
      password: 'p'.repeat(128),
      memo: '备'.repeat(1024),
    }
    await put(instanceId, longest)
    expect((await query(instanceId)).body['info']).toEqual([{ instanceId, appInfo: longest }])
  })
})
