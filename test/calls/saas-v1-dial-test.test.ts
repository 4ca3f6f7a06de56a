import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manage } from '../harness/management.ts'
import { scale } from '../harness/scale.ts'
import { read } from '../management/client.ts'
import { type TestService, startService } from '../harness/service.ts'
import { v1Call } from '../harness/v1-call.ts'

const instanceId = '03pf80c2bae96vc49b80b917bea776d7'
const orderId = 'CS1906666666ABCDE'
const purchase = {
  activity: 'newInstance',
  businessId: '61e834ba-7b97-4418-b8f7-e5345137278c',
  customerId: '68cbc86abc2018ab880d92f36422fa0e',
  orderId,
  productId: '00301-666666-0--0',
}

// The saved debug cases: fixed ids, replayed twice a day for ever.
const cases: Record<string, string>[] = [
  purchase,
  { ...purchase, acceptanceTime: '20290301080000000' },
  { ...purchase, chargingMode: '0', productId: 'pay-per-use' },
  { activity: 'queryInstance', instanceId },
  { activity: 'queryInstance', instanceId: `${instanceId},id-1,${purchase.businessId}` },
  { activity: 'refreshInstance', instanceId, orderId, expireTime: '20270725000000' },
  {
    activity: 'refreshInstance',
    instanceId,
    orderId,
    expireTime: '20270725000000',
    trialToFormal: '1',
    productId: 'p',
  },
  { activity: 'expireInstance', instanceId, orderId },
  { activity: 'instanceStatus', instanceId, instanceStatus: 'FREEZE' },
  { activity: 'instanceStatus', instanceId, instanceStatus: 'NORMAL' },
  { activity: 'upgrade', instanceId, orderId, productId: 'p', skuCode: 's' },
  { activity: 'releaseInstance', instanceId, orderId },
].map((one) => ({ ...one, testFlag: '1' }))

describe.each(['template', 'manual'])(
  'the dial test of V1 with %s provisioning',
  (provisioning) => {
    let service: TestService

    beforeAll(async () => {
      service = await startService({ settings: { KOOGATE_PROVISIONING: provisioning } })
    })
    afterAll(() => service.stop())

    async function expectSuccess(parameters: Record<string, string>): Promise<void> {
      const { body, text } = await v1Call(service, parameters)
      const activity = String(parameters['activity'])
      expect(body['resultCode'], `${activity}: ${text}`).toBe('000000')
      if (activity === 'queryInstance') expect(text).toContain('"frontEndUrl"')
      if (activity !== 'newInstance') return
      expect(body).toMatchObject({
        instanceId: expect.any(String) as string,
        appInfo: { frontEndUrl: expect.stringMatching(/^https?:/) as string },
      })
    }

    test(`succeeds ${scale.dialTestOrders} times in any order`, async () => {
      const anyOrder = fc.shuffledSubarray(cases, { minLength: cases.length })
      for (const round of fc.sample(anyOrder, scale.dialTestOrders)) {
        for (const parameters of round) await expectSuccess(parameters)
      }
    })

    test('leaves its two test instances behind and no real one', async () => {
      for (const parameters of cases) await expectSuccess(parameters)
      const { items } = await read(service, 'InstanceList', '/instances?limit=200')
      const isTest = expect.objectContaining({ test: true, family: 'saas-v1' }) as unknown
      expect(items.filter((one) => one.orderId === orderId)).toEqual([isTest, isTest])
      const others = items.filter(({ test }) => !test)
      expect(others.filter(({ instanceId }) => instanceId !== 'real-instance')).toEqual([])
    })

    test('succeeds for an id that a typed case has bought, also once it is released', async () => {
      await expectSuccess({ ...purchase, businessId: instanceId, orderId: 'TYPED', testFlag: '1' })
      for (const parameters of [...cases, ...cases]) await expectSuccess(parameters)
    })

    test('never touches a real instance of the same id', async () => {
      const real = {
        ...purchase,
        orderId: 'REAL',
        businessId: 'real-instance',
        productId: 'p-real',
      }
      await v1Call(service, real)
      const read = async () => (await manage(service, '/instances/real-instance')).body
      const before = await read()
      for (const parameters of cases) {
        const named = 'instanceId' in parameters ? { instanceId: 'real-instance' } : {}
        await expectSuccess({ ...parameters, ...named, orderId: 'REAL' })
      }
      expect(await read()).toEqual(before)
    })
  },
)
