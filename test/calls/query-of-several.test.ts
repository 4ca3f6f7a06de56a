import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, purchaseOf, storeCall } from '../harness/store.ts'

const outcomes = {
  active: { outcome: 'ready', appInfo: { frontEndUrl: 'https://app.example.com/' } },
  provisioning: { outcome: 'pending' },
  failed: { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } },
} as const satisfies Record<string, Provisioned>
type State = keyof typeof outcomes

let service: TestService
let state: State
const ids: Record<string, string> = { unknown: 'nobody' }

beforeAll(async () => {
  service = await startService({ ports: { provision: () => outcomes[state] } })
  for (state of ['active', 'provisioning'] as const)
    ids[state] = await buy(service, { businessId: state })
  state = 'failed'
  const call = purchaseOf()
  await storeCall(service, call)
  ids['failed'] = String(call['businessId'])
})
afterAll(() => service.stop())

test.each([
  ['000000', ['active'], 'success.'],
  ['000004', ['active', 'provisioning'], 'provisioning'],
  ['000004', ['unknown', 'failed', 'active', 'provisioning'], 'provisioning'],
  ['000000', ['unknown', 'failed', 'active'], 'success.'],
  ['000005', ['unknown', 'failed'], 'provisioning failed: sold out'],
  ['000003', ['unknown'], 'instance is unknown or released'],
] as const)(
  'of several %s is the code of %j, and the ready ones are shown',
  async (code, states, message) => {
    const asked = states.map((one) => ids[one] ?? '')
    const call = { activity: 'queryInstance', instanceId: asked.join(',') }
    const { body } = await storeCall(service, call)
    expect(body).toMatchObject({ resultCode: code, resultMsg: message })
    const shown = (body['info'] as { instanceId: string }[]).map(({ instanceId }) => instanceId)
    expect(shown).toEqual(asked.filter((id) => id === ids['active']))
  },
)

test('commas without an id between them name no instance', async () => {
  const { body } = await storeCall(service, { activity: 'queryInstance', instanceId: ' ,, ' })
  expect(body).toMatchObject({ resultCode: '000002', resultMsg: 'instanceId is missing' })
})

test('a purchase that was refused and is released now is a repeat', async () => {
  const call = purchaseOf()
  expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000106' })
  const instanceId = call['businessId']
  await storeCall(service, { activity: 'releaseInstance', instanceId })
  const { body } = await storeCall(service, call)
  expect(body).toMatchObject({ resultCode: '000000', instanceId })
})

test('a query of several is kept under no instance, and one of one under its own', async () => {
  const keptOf = (instanceId: string | null) =>
    service.db
      .selectFrom('messages')
      .select('id')
      .where('activity', '=', 'queryInstance')
      .where('instance_id', instanceId === null ? 'is' : '=', instanceId)
      .execute()
  const { active = '', provisioning = '' } = ids
  const before = await keptOf(null)
  // Short enough for an id.
  const several = `${active},${provisioning}`
  await storeCall(service, { activity: 'queryInstance', instanceId: several })
  expect(await keptOf(several)).toEqual([])
  expect(await keptOf(null)).toHaveLength(before.length + 1)
  const ofOne = await keptOf(provisioning)
  await storeCall(service, { activity: 'queryInstance', instanceId: provisioning })
  expect(await keptOf(provisioning)).toHaveLength(ofOne.length + 1)
})
