import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callB, getLicenseOf } from '../harness/licenses.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { type StoreCallOptions, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'

// Two addresses with the same keys, so that nothing but the scope keeps them apart.
const folder = mkdtempSync(join(tmpdir(), 'koogate-scopes-'))
const own = `{basicKey: ${keys.basic}, v1Key: ${keys.v1}, licenseKey: ${keys.license}, orderKey: ${keys.order}}`
let service: TestService

beforeAll(async () => {
  const file = join(folder, 'addresses.yaml')
  writeFileSync(file, `addresses: {main: ${own}, other: ${own}}`)
  service = await startService({ settings: { KOOGATE_CONFIG_FILE: file } })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const expireTime = '20991231235959'
type Members = Readonly<Record<string, unknown>>

/** Every V2 call about an instance; the online license has all but the check. */
const callsAbout = (instanceId: string, path?: string): Members[] => [
  { activity: 'queryInstance', instanceId },
  { activity: 'refreshInstance', instanceId, scene: 'RENEWAL', expireTime, ...newOrder() },
  { activity: 'upgradeInstance', instanceId, ...newOrder() },
  { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
  ...(path === 'license'
    ? []
    : [{ activity: 'changeInstanceCheck', instanceId, productInfo: { productId: 'p' } }]),
]

/** Every V1 call about an instance. */
const v1CallsAbout = (instanceId: string) => [
  { activity: 'queryInstance', instanceId },
  v1Refresh(instanceId),
  v1Upgrade(instanceId),
  { activity: 'expireInstance', instanceId, orderId: newOrder().orderId },
  { activity: 'instanceStatus', instanceId, instanceStatus: 'FREEZE' },
]

const v1Release = (instanceId: string) => ({
  activity: 'releaseInstance',
  instanceId,
  orderId: newOrder().orderId,
})

async function expectUntouched(id: string, calls: () => Promise<unknown>): Promise<void> {
  const before = await instanceOf(service, id)
  await calls()
  expect(await instanceOf(service, id)).toEqual(before)
}

async function bought(options: StoreCallOptions, more: Members = {}): Promise<string> {
  const { body } = await storeCall(service, purchaseOf(newOrder(), more), options)
  return String(body['instanceId'])
}

/** The same instance, of which only the address that is called may change. */
async function expectOnlyMoved(id: string, call: () => Promise<unknown>): Promise<void> {
  const before = await instanceOf(service, id)
  await call()
  expect(await instanceOf(service, id)).toEqual({ ...before, address: 'other' })
}

describe('an instance is unknown outside its scope, and nothing touches it there', () => {
  test.each<[string, StoreCallOptions, Members, StoreCallOptions]>([
    ['another family', {}, {}, { path: 'license' }],
    ['the family of licenses, called as SaaS', { path: 'license' }, {}, {}],
    ['a test instance, called for real', {}, { testFlag: '1' }, {}],
  ])('%s', async (_name, where, more, elsewhere) => {
    const id = await bought(where, more)
    await expectUntouched(id, async () => {
      const release = { activity: 'releaseInstance', instanceId: id }
      for (const call of [...callsAbout(id, elsewhere.path), release]) {
        const { body } = await storeCall(service, call, elsewhere)
        expect(body, String(call['activity'])).toMatchObject({ resultCode: '000003' })
        expect(JSON.stringify(body)).not.toContain('frontEndUrl')
      }
    })
  })

  test('a test instance of V1, called for real', async () => {
    const id = await v1Buy(service, { testFlag: '1' })
    await expectUntouched(id, async () => {
      for (const call of [...v1CallsAbout(id), v1Release(id)]) {
        const { body } = await v1Call(service, call)
        expect(body, call['activity']).toMatchObject({ resultCode: '000003' })
      }
    })
  })

  test('a test call is shown no other address’s test instance, and changes none', async () => {
    const id = await bought({}, { testFlag: '1' })
    await expectUntouched(id, async () => {
      for (const call of [...callsAbout(id), { activity: 'releaseInstance', instanceId: id }]) {
        const answer = await storeCall(service, { ...call, testFlag: '1' }, { address: 'other' })
        expect(answer.body).toMatchObject({ resultCode: '000000' })
      }
    })
  })
})

describe('an instance whose order was moved to another address of the site', () => {
  const other = { address: 'other' }

  test.each<[string, StoreCallOptions]>([
    ['of SaaS', {}],
    ['of the online license', { path: 'license' }],
  ])('%s is found by every V2 call there, and the address is remembered', async (_name, where) => {
    for (const { activity, ...members } of callsAbout('', where.path)) {
      const id = await bought(where)
      const call = { activity, ...members, instanceId: id }
      const { body } = await storeCall(service, call, { ...where, ...other })
      expect(body, String(activity)).toMatchObject({ resultCode: '000000' })
      expect(await instanceOf(service, id)).toMatchObject({ address: 'other' })
    }
  })

  test('is found by every V1 call there, and the address is remembered', async () => {
    for (const { activity = '', ...members } of v1CallsAbout('')) {
      const id = await v1Buy(service)
      const { body } = await v1Call(service, { activity, ...members, instanceId: id }, other)
      expect(body, activity).toMatchObject({ resultCode: '000000' })
      expect(await instanceOf(service, id)).toMatchObject({ address: 'other' })
    }
  })

  test('is released there by V2, V1 and License 1.0, and no success is told before', async () => {
    const b = String((await callB(service, getLicenseOf())).body['instanceId'])
    const [v2, v1] = [await bought({}), await v1Buy(service)]
    const release = { activity: 'releaseInstance', instanceId: v2 }
    await storeCall(service, release, other)
    await v1Call(service, v1Release(v1), other)
    const releaseB = { activity: 'releaseLicense', orderId: 'o', instanceId: b }
    await v1Call(service, releaseB, { ...other, path: 'license' })
    for (const id of [v2, v1, b]) {
      expect(await instanceOf(service, id)).toMatchObject({ status: 'released', address: 'other' })
    }
    expect((await storeCall(service, release)).body).toMatchObject({ resultCode: '000000' })
  })

  test('keeps its state when it is only asked for, or an order is repeated', async () => {
    const order = newOrder()
    const id = String((await storeCall(service, purchaseOf(order))).body['instanceId'])
    const refresh = { activity: 'refreshInstance', scene: 'RENEWAL', expireTime, ...newOrder() }
    await storeCall(service, { ...refresh, instanceId: id })
    for (const call of [
      { activity: 'queryInstance', instanceId: id },
      { ...refresh, instanceId: id },
      purchaseOf(order),
    ]) {
      await expectOnlyMoved(id, async () => {
        const { body } = await storeCall(service, call, other)
        expect(body, call['activity'] as string).toMatchObject({ resultCode: '000000' })
      })
      await storeCall(service, { activity: 'queryInstance', instanceId: id })
      expect(await instanceOf(service, id)).toMatchObject({ address: 'main' })
    }
  })

  test('keeps its state when a call repeats what it is already', async () => {
    const [v1, b, goneB] = [v1Purchase(), getLicenseOf(), getLicenseOf()]
    const [ofV1, ofB, ofGoneB] = [v1, b, goneB].map((call) => call['businessId'] ?? '')
    const [id, gone] = [await bought({}), await bought({})]
    await callB(service, goneB)
    const thaw = { activity: 'updateInstanceStatus', instanceId: id, status: 'UNFREEZE' }
    const release = { activity: 'releaseInstance', instanceId: gone }
    const releaseB = { activity: 'releaseLicense', instanceId: ofGoneB ?? '', orderId: 'o' }
    const path = 'license'
    for (const [about = '', send] of [
      [ofV1, (at?: typeof other) => v1Call(service, v1, at)],
      [ofB, (at?: typeof other) => v1Call(service, b, { ...at, path })],
      [ofGoneB, (at?: typeof other) => v1Call(service, releaseB, { ...at, path })],
      [gone, (at?: typeof other) => storeCall(service, release, at)],
      [id, (at?: typeof other) => storeCall(service, thaw, at)],
    ] as const) {
      await send()
      await expectOnlyMoved(about, async () => {
        expect((await send(other)).body).toMatchObject({ resultCode: '000000' })
      })
    }
  })
})

test('V1 and V2 know each other’s: what one has sold the other renews, freezes and releases', async () => {
  const [sold, soldV1] = [await bought({}), await v1Buy(service)]
  for (const call of callsAbout(soldV1)) {
    const { body } = await storeCall(service, call)
    expect(body, String(call['activity'])).toMatchObject({ resultCode: '000000' })
  }
  for (const call of v1CallsAbout(sold)) {
    const { body } = await v1Call(service, call)
    expect(body, call['activity']).toMatchObject({ resultCode: '000000' })
  }
  for (const id of [sold, soldV1]) {
    expect(await instanceOf(service, id)).toMatchObject({ status: 'frozen' })
  }
})
