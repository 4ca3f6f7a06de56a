import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  applicationFor,
  callA,
  callB,
  callC,
  getLicenseOf,
  licensesOf,
} from '../harness/licenses.ts'
import { manage } from '../harness/management.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'

// The saved debug cases: fixed ids, replayed twice a day for ever.
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'
const order = { orderId: 'CS2211181819B4LVS', orderLineId: 'CS2211181819B4LVS-000001' }
const license = 'PL20230523000001'
const expireTime = '20221124023618'
const testFlag = '1'

type Members = Readonly<Record<string, string>>

const families: Readonly<Record<string, [typeof callA | typeof callB, readonly Members[]]>> = {
  A: [
    callA,
    [
      { activity: 'newInstance', businessId: '87b94795-0603-4e24-8ae5-69420d60e3c8', ...order },
      { activity: 'queryInstance', instanceId },
      { activity: 'refreshInstance', instanceId, scene: 'RENEWAL', expireTime, ...order },
      { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
      { activity: 'updateInstanceStatus', instanceId, status: 'UNFREEZE' },
      { activity: 'upgradeInstance', instanceId, ...order },
      { activity: 'releaseInstance', instanceId, ...order },
      applicationFor(instanceId, { eventId: '5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21' }),
    ],
  ],
  B: [
    callB,
    [
      getLicenseOf({ businessId: instanceId, orderId: order.orderId }),
      { activity: 'refreshLicense', instanceId, orderId: order.orderId, expireTime },
      { activity: 'expireLicense', instanceId, orderId: order.orderId },
      { activity: 'releaseLicense', instanceId, orderId: order.orderId },
    ],
  ],
  C: [
    callC,
    [
      { activity: 'refreshLicenseCode', license, scene: 'RENEWAL', expireTime, ...order },
      { activity: 'updateLicenseCodeStatus', license, status: 'FREEZE' },
      { activity: 'updateLicenseCodeStatus', license, status: 'UNFREEZE' },
      { activity: 'releaseLicenseCode', license },
    ],
  ],
}

describe.each(['template', 'manual'])('the dial test with %s provisioning', (provisioning) => {
  let service: TestService

  beforeAll(async () => {
    service = await startService({
      settings: {
        KOOGATE_PROVISIONING: provisioning,
        KOOGATE_LICENSE_TEMPLATE: 'LIC {deviceFingerprint}{identificationCode}',
      },
    })
  })
  afterAll(() => service.stop())

  test.each(Object.keys(families))(
    `succeeds ${scale.dialTestOrders} times in any order: %s`,
    async (name) => {
      const [call, saved] = families[name] ?? [callA, []]
      const anyOrder = fc.shuffledSubarray([...saved], { minLength: saved.length })
      for (const round of fc.sample(anyOrder, scale.dialTestOrders)) {
        for (const members of round) {
          const { body, text } = await call(service, { ...members, testFlag })
          expect(body['resultCode'], `${members['activity'] ?? ''}: ${text}`).toBe('000000')
          if (members['activity'] === 'getLicense')
            expect(body['license']).toBe('LIC ID-20230420-001')
        }
      }
    },
  )

  test('leaves test licenses behind and nothing real', async () => {
    for (const [call, saved] of Object.values(families)) {
      for (const members of saved) await call(service, { ...members, testFlag })
    }
    expect(await licensesOf(service, 'test=false')).toEqual([])
    expect(await licensesOf(service, 'test=true')).toHaveLength(3)
    const { body } = await manage(service, '/instances?test=false')
    expect(body['items']).toEqual([])
  })
})
