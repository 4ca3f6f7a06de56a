import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedOf, whenPlaced } from '../events/feed.ts'
import { buyA, callA, callB, getLicenseOf } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Refresh } from '../harness/v1-store.ts'

// Who reads the feed compares nothing: an event says itself what has changed, and of what.

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

type Members = Readonly<Record<string, string>>

/** Calls about an instance one after the other, each a success that changes it. */
async function change(
  instanceId: string,
  calls: readonly Members[],
  send: (members: Members) => Promise<{ readonly body: Readonly<Record<string, unknown>> }>,
) {
  for (const members of calls) {
    const { body } = await send({ ...members, instanceId })
    expect(body['resultCode'], members['activity']).toBe('000000')
  }
}

/** What is told of an instance, or of its licenses: each event with the status before and after it. */
async function storyOf(instanceId: string, subject: 'instance' | 'license' = 'instance') {
  await whenPlaced(service)
  const events = await feedOf(service)
  return events
    .filter(({ type, data }) => type.startsWith(subject) && data['instanceId'] === instanceId)
    .map(({ type, data: { previousStatus, status } }) => [
      type.slice(subject.length + 1),
      `${typeof previousStatus === 'string' ? previousStatus : 'new'}, ${String(status)}`,
    ])
}

const renewal = (expireTime = '20991231155959') => ({
  ...{ activity: 'refreshInstance', scene: 'RENEWAL', expireTime },
  ...newOrder(),
})
const freezing = [
  { activity: 'updateInstanceStatus', status: 'FREEZE' },
  { activity: 'updateInstanceStatus', status: 'UNFREEZE' },
]

test.each([
  ['SaaS V2', buy, storeCall],
  ['License A', buyA, callA],
] as const)('each event of %s tells the status before it', async (_family, sell, send) => {
  const instanceId = await sell(service)
  const release = { activity: 'releaseInstance', ...newOrder() }
  const upgrade = { activity: 'upgradeInstance', ...newOrder() }
  const calls = [renewal(), upgrade, ...freezing, release]
  await change(instanceId, calls, (members) => send(service, members))
  expect(await storyOf(instanceId)).toEqual([
    ['created', 'new, active'],
    ['activated', 'new, active'],
    ['renewed', 'active, active'],
    ['upgraded', 'active, active'],
    ['frozen', 'active, frozen'],
    ['unfrozen', 'frozen, active'],
    ['released', 'active, released'],
  ])
})

test('each event of SaaS V1 tells the status before it', async () => {
  const instanceId = await v1Buy(service)
  const calls = [
    v1Refresh(instanceId),
    { activity: 'expireInstance', orderId: newId('CS') },
    { activity: 'releaseInstance', orderId: newId('CS') },
  ]
  await change(instanceId, calls, (members) => v1Call(service, members))
  expect(await storyOf(instanceId)).toEqual([
    ['created', 'new, active'],
    ['activated', 'new, active'],
    ['renewed', 'active, active'],
    ['frozen', 'active, frozen'],
    ['released', 'frozen, released'],
  ])
})

test('each event of License 1.0 tells the status before it, and so does each of its license', async () => {
  const { body } = await callB(service, getLicenseOf())
  const instanceId = String(body['instanceId'])
  const refresh = { activity: 'refreshLicense', expireTime: '20991231235959' }
  const calls = [
    { ...refresh, orderId: newId('CS') },
    { activity: 'expireLicense' },
    { ...refresh, expireTime: '21001231235959', orderId: newId('CS') },
    { activity: 'releaseLicense', orderId: newId('CS') },
  ]
  await change(instanceId, calls, (members) => callB(service, members))
  const story = [
    ['renewed', 'active, active'],
    ['frozen', 'active, frozen'],
    ['renewed', 'frozen, active'],
    ['unfrozen', 'frozen, active'],
    ['released', 'active, released'],
  ]
  expect((await storyOf(instanceId)).slice(2)).toEqual(story)
  expect((await storyOf(instanceId, 'license')).slice(2)).toEqual(story)
})
