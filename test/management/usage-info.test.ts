import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { faultyFields, manage, read } from './client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const usage = {
  usageValue: 12.5,
  statisticalTime: '2026-11-21T15:30:00.123+08:00',
  dashboardUrl: 'https://app.example.com/usage',
}
const pathOf = (id: string) => `/instances/${id}/usage-info`
const put = (id: string, usageInfo: unknown) =>
  read(service, 'InstanceDetail', pathOf(id), { method: 'PUT', body: { usageInfo } })
const refused = (id: string, body: unknown) => manage(service, pathOf(id), { method: 'PUT', body })
const told = async (instanceId: string) =>
  (await storeCall(service, { activity: 'queryInstance', instanceId })).body['info']

describe('putUsageInfo', () => {
  it('is shown in UTC, and told to the store in its own form of time', async () => {
    const instanceId = await buy(service)
    const instance = await put(instanceId, [usage])
    expect(instance.usageInfo).toEqual([{ ...usage, statisticalTime: '2026-11-21T07:30:00.123Z' }])
    expect(await told(instanceId)).toMatchObject([
      { usageInfo: [{ ...usage, statisticalTime: '20261121073000123' }] },
    ])
  })

  it('replaces the list, and an empty one clears it', async () => {
    const instanceId = await buy(service)
    await put(instanceId, [usage, { ...usage, relatedInstanceId: 'other' }])
    const one = { usageValue: 1, statisticalTime: '2026-11-21T07:30:00Z' }
    expect((await put(instanceId, [one])).usageInfo).toHaveLength(1)
    expect((await put(instanceId, [])).usageInfo).toEqual([])
    expect(JSON.stringify(await told(instanceId))).not.toContain('usageInfo')
  })

  it('takes null for what is left out', async () => {
    const instanceId = await buy(service)
    const instance = await put(instanceId, [
      { ...usage, relatedInstanceId: null, dashboardUrl: null },
    ])
    expect(instance.usageInfo[0]?.dashboardUrl ?? null).toBeNull()
    expect(await told(instanceId)).toMatchObject([{ usageInfo: [{ usageValue: 12.5 }] }])
  })

  it('changes nothing when the same list is put again, and makes no entry of history', async () => {
    const instanceId = await buy(service)
    const first = await put(instanceId, [usage])
    expect(await put(instanceId, [usage])).toEqual(first)
    expect(first.history.map(({ type }) => type)).toEqual([
      'instance.activated',
      'instance.created',
    ])
  })

  it('does not care about the state of the instance, unless it is released', async () => {
    const instanceId = await buy(service)
    await storeCall(service, { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' })
    expect(await put(instanceId, [usage])).toMatchObject({ status: 'frozen' })
    await storeCall(service, { activity: 'releaseInstance', instanceId, ...newOrder() })
    const answer = await refused(instanceId, { usageInfo: [] })
    expect(answer.status).toBe(409)
  })

  it('answers 404 for an instance that is not there', async () => {
    expect((await refused('nobody', { usageInfo: [] })).status).toBe(404)
  })

  it.each([0, 0.0001, 0.0003, 12.3457, 99999999.9999, 1e7, 4.35])(
    'takes the value %d',
    async (usageValue) => {
      const instanceId = await buy(service)
      const { usageInfo } = await put(instanceId, [{ ...usage, usageValue }])
      expect(usageInfo[0]?.usageValue).toBe(usageValue)
    },
  )

  it.each([
    ['usageInfo/0/usageValue', [{ ...usage, usageValue: 0.00001 }]],
    ['usageInfo/1/usageValue', [usage, { ...usage, usageValue: 12.34567 }]],
    ['usageInfo/0/usageValue', [{ ...usage, usageValue: 100_000_000 }]],
    ['usageInfo/0/usageValue', [{ ...usage, usageValue: -1 }]],
    ['usageInfo/0/usageValue', [{ ...usage, usageValue: '12.5' }]],
    ['usageInfo/0/usageValue', [{ ...usage, usageValue: null }]],
    ['usageInfo/0/usageValue', [{ statisticalTime: usage.statisticalTime }]],
    ['usageInfo/0/statisticalTime', [{ usageValue: 1 }]],
    ['usageInfo/0/statisticalTime', [{ ...usage, statisticalTime: null }]],
    ['usageInfo/0/statisticalTime', [{ ...usage, statisticalTime: '20261121073000' }]],
    ['usageInfo/0/statisticalTime', [{ ...usage, statisticalTime: '2026-02-30T00:00:00Z' }]],
    ['usageInfo/0/statisticalTime', [{ ...usage, statisticalTime: '2026-11-21T07:30:60Z' }]],
    ['usageInfo/0/dashboardUrl', [{ ...usage, dashboardUrl: 'usage' }]],
    ['usageInfo/0/relatedInstanceId', [{ ...usage, relatedInstanceId: 'x'.repeat(65) }]],
    ['usageInfo/0/relatedInstanceId', [{ ...usage, relatedInstanceId: 'a\0b' }]],
    ['usageInfo/0/value', [{ ...usage, value: 1 }]],
    ['usageInfo', Array.from({ length: 101 }, () => usage)],
    ['usageInfo', 'none'],
  ])('answers 400 and names %s', async (field, usageInfo) => {
    const instanceId = await buy(service)
    expect(faultyFields(await refused(instanceId, { usageInfo }))).toEqual([field])
    const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(instance.usageInfo).toEqual([])
  })
})
