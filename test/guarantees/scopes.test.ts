import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instanceOf } from '../harness/management.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { type StoreCallOptions, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { type V1CallOptions, v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'

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

async function expectUntouched(id: string, calls: () => Promise<unknown>): Promise<void> {
  const before = await instanceOf(service, id)
  await calls()
  expect(await instanceOf(service, id)).toEqual(before)
}

async function bought(options: StoreCallOptions, more: Members = {}): Promise<string> {
  const { body } = await storeCall(service, purchaseOf(newOrder(), more), options)
  return String(body['instanceId'])
}

describe('an instance is unknown outside its scope, and nothing touches it there', () => {
  test.each<[string, StoreCallOptions, Members, StoreCallOptions]>([
    ['another address', {}, {}, { address: 'other' }],
    ['another family', {}, {}, { path: 'license' }],
    ['the family of licenses, called as SaaS', { path: 'license' }, {}, {}],
    ['a test instance, called for real', {}, { testFlag: '1' }, {}],
  ])('%s', async (_name, where, more, elsewhere) => {
    const id = await bought(where, more)
    await expectUntouched(id, async () => {
      for (const call of callsAbout(id, elsewhere.path)) {
        const { body } = await storeCall(service, call, elsewhere)
        expect(body, String(call['activity'])).toMatchObject({ resultCode: '000003' })
        expect(JSON.stringify(body)).not.toContain('frontEndUrl')
      }
      // What is not there is released already.
      const release = { activity: 'releaseInstance', instanceId: id }
      expect((await storeCall(service, release, elsewhere)).body).toMatchObject({
        resultCode: '000000',
      })
    })
  })

  test.each<[string, V1CallOptions, Record<string, string>, V1CallOptions]>([
    ['V1 at another address', {}, {}, { address: 'other' }],
    ['a test instance of V1, called for real', {}, { testFlag: '1' }, {}],
  ])('%s', async (_name, where, more, elsewhere) => {
    const id = await v1Buy(service, more, where)
    await expectUntouched(id, async () => {
      for (const call of v1CallsAbout(id)) {
        const { body } = await v1Call(service, call, elsewhere)
        expect(body, call['activity']).toMatchObject({ resultCode: '000003' })
      }
    })
  })

  test('V1 and V2 do not know each other’s', async () => {
    const [v1, v2] = [await v1Buy(service), await bought({})]
    await expectUntouched(v1, async () => {
      for (const call of callsAbout(v1))
        expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000003' })
    })
    await expectUntouched(v2, async () => {
      for (const call of v1CallsAbout(v2))
        expect((await v1Call(service, call)).body).toMatchObject({ resultCode: '000003' })
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
