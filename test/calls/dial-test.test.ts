import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../management/client.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { storeCall } from '../harness/store.ts'

const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'
const order = { orderId: 'CS2211181819B4LVS', orderLineId: 'CS2211181819B4LVS-000001' }

// The saved debug cases: fixed ids, replayed twice a day for ever.
const cases: Record<string, unknown>[] = [
  { activity: 'newInstance', businessId: '87b94795-0603-4e24-8ae5-69420d60e3c8', ...order },
  { activity: 'queryInstance', instanceId },
  {
    activity: 'refreshInstance',
    instanceId,
    scene: 'RENEWAL',
    expireTime: '20221124023618256',
    productId: 'OFFI461867333479178240',
    ...order,
  },
  { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
  { activity: 'upgradeInstance', instanceId, ...order },
  { activity: 'changeInstanceCheck', instanceId, productInfo: { productId: 'p' } },
  { activity: 'releaseInstance', instanceId, ...order },
].map((one) => ({ ...one, testFlag: '1' }))

describe.each(['template', 'manual'])('the dial test with %s provisioning', (provisioning) => {
  let service: TestService

  beforeAll(async () => {
    service = await startService({
      settings: { KOOGATE_PROVISIONING: provisioning, KOOGATE_CHANGE_CHECK: 'refuse' },
    })
  })
  afterAll(() => service.stop())

  test(`succeeds ${scale.dialTestOrders} times in any order, and answers the query with an address`, async () => {
    const anyOrder = fc.shuffledSubarray(cases, { minLength: cases.length })
    for (const round of fc.sample(anyOrder, scale.dialTestOrders)) {
      for (const members of round) {
        const { body, text } = await storeCall(service, members)
        expect(body['resultCode'], `${String(members['activity'])}: ${text}`).toBe('000000')
        if (members['activity'] === 'queryInstance') expect(text).toContain('"frontEndUrl"')
        if (members['activity'] === 'newInstance') expect(text).toContain('"instanceId"')
      }
    }
  })

  test('leaves one test instance behind and no real one', async () => {
    for (const members of cases) await storeCall(service, members)
    const { items } = await read(service, 'InstanceList', '/instances?limit=200')
    expect(items.filter(({ orderId }) => orderId === order.orderId)).toHaveLength(1)
    expect(items.filter(({ test }) => !test)).toEqual([])
  })

  test('succeeds for ids that typed cases have used as business id and released', async () => {
    const typed = { testFlag: '1', ...order, orderId: 'TYPED' }
    const bought = { activity: 'newInstance', businessId: instanceId, ...typed }
    expect((await storeCall(service, bought)).body['instanceId']).toBe(instanceId)
    for (const members of [...cases, ...cases]) {
      const { body } = await storeCall(service, members)
      expect(body['resultCode'], String(members['activity'])).toBe('000000')
    }
  })
})
