import { afterEach, describe, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'

let service: TestService

afterEach(() => service.stop())

const query = async (instanceId: unknown) =>
  (await storeCall(service, { activity: 'queryInstance', instanceId })).body

describe('by template', () => {
  test('every place of the template is filled in', async () => {
    service = await startService({
      settings: {
        KOOGATE_FRONT_END_URL: 'https://{instanceId}.app.example.com/',
        KOOGATE_ADMIN_URL: 'https://app.example.com/admin?i={instanceId}',
        KOOGATE_USER_NAME: 'admin-{instanceId}',
        KOOGATE_MEMO: '首次登录请修改密码',
      },
    })
    const { body } = await storeCall(service, purchaseOf(newOrder(), { businessId: 'b 1' }))
    const { text } = await storeCall(service, {
      activity: 'queryInstance',
      instanceId: body['instanceId'],
    })
    expect(JSON.parse(text)).toMatchObject({
      info: [
        {
          appInfo: {
            frontEndUrl: 'https://b%201.app.example.com/',
            adminUrl: 'https://app.example.com/admin?i=b%201',
            userName: 'admin-b 1',
            memo: '首次登录请修改密码',
          },
        },
      ],
    })
    expect(text).toContain('\\u9996\\u6b21')
  })
})

describe('by hand', () => {
  test('a purchase waits with 000004 until the operator fills it in, and a test one does not', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const order = newOrder()
    const bought = await storeCall(service, purchaseOf(order))
    expect(bought.body).toMatchObject({ resultCode: '000004' })
    const id = String(bought.body['instanceId'])
    expect(await query(id)).toMatchObject({ resultCode: '000004', info: [] })
    expect((await storeCall(service, purchaseOf(order))).body).toEqual(bought.body)

    const appInfo = { frontEndUrl: 'https://app.example.com/t/1', password: 'first-login' }
    const put = await manage(service, `/instances/${id}/app-info`, { method: 'PUT', body: appInfo })
    expect(put.status).toBe(200)
    expect(await query(id)).toMatchObject({ resultCode: '000000', info: [{ appInfo }] })
    expect((await storeCall(service, purchaseOf(order))).body).toMatchObject({
      resultCode: '000000',
      instanceId: id,
    })
    const dial = await storeCall(service, purchaseOf(newOrder(), { testFlag: '1' }))
    expect(dial.body).toMatchObject({ resultCode: '000000' })
  })

  test('frozen meanwhile it becomes frozen; released meanwhile the late result is refused', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const buyOne = async () => String((await storeCall(service, purchaseOf())).body['instanceId'])
    const [frozen, released] = [await buyOne(), await buyOne()]
    await storeCall(service, {
      activity: 'updateInstanceStatus',
      instanceId: frozen,
      status: 'FREEZE',
    })
    await storeCall(service, { activity: 'releaseInstance', instanceId: released })
    const body = { frontEndUrl: 'https://app.example.com/' }
    const put = (id: string) =>
      manage(service, `/instances/${id}/app-info`, { method: 'PUT', body })
    expect((await put(frozen)).body).toMatchObject({ status: 'frozen' })
    expect((await put(released)).status).toBe(409)
    expect(await instanceOf(service, released)).toMatchObject({ status: 'released' })
  })
})

describe('refused by the port', () => {
  test('a purchase is answered with its code, and a repeat after it tries again and succeeds', async () => {
    const results: Provisioned[] = [
      { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } },
    ]
    service = await startService({
      ports: { provision: () => results.shift() ?? { outcome: 'pending' } },
    })
    const order = newOrder()
    const call = purchaseOf(order)
    const first = await storeCall(service, call)
    expect(first.body).toEqual({ resultCode: '000106', resultMsg: 'sold out' })
    const id = String(call['businessId'])
    expect(await instanceOf(service, id)).toMatchObject({
      status: 'failed',
      failure: { code: '000106', reason: 'sold out' },
    })
    expect(await query(id)).toMatchObject({
      resultCode: '000005',
      resultMsg: 'provisioning failed: sold out',
    })
    const pending = async () => [
      (await storeCall(service, purchaseOf(order))).body,
      await instanceOf(service, id),
    ]
    const once = await pending()
    expect(once[0]).toMatchObject({ resultCode: '000004', instanceId: id })
    expect(await pending()).toEqual(once)
    results.push({ outcome: 'ready', appInfo: { frontEndUrl: 'https://app.example.com/' } })
    const second = await storeCall(service, purchaseOf(order))
    expect(second.body).toMatchObject({ resultCode: '000000', instanceId: id })
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active', failure: null })
  })
})

test("the seller's rule decides changeInstanceCheck, and changes nothing", async () => {
  service = await startService({
    ports: {
      checkChange: (_instance, target) =>
        target['linearValue'] === 1 ? 'too few seats' : undefined,
    },
  })
  const { body } = await storeCall(service, purchaseOf())
  const check = async (linearValue: number) => {
    const call = { activity: 'changeInstanceCheck', instanceId: body['instanceId'] }
    return (await storeCall(service, { ...call, productInfo: { linearValue } })).body
  }
  expect(await check(50)).toMatchObject({ resultCode: '000000' })
  expect(await check(1)).toEqual({ resultCode: '000005', resultMsg: 'too few seats' })
})
