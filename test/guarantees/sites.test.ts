import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Refresh } from '../harness/v1-store.ts'

// Two production addresses of one seller's account, one site; and one of another account, with the
// keys of the east.
const basicKeys = {
  east: 'basic-key-of-the-east',
  west: 'basic-key-of-the-west',
  abroad: 'basic-key-of-the-east',
  twin: 'basic-key-of-the-east',
}
const v1Key = 'v1-key-of-all'
const folder = mkdtempSync(join(tmpdir(), 'koogate-sites-'))
const file = join(folder, 'koogate.yaml')
writeFileSync(
  file,
  JSON.stringify({
    addresses: {
      east: { basicKey: basicKeys.east, v1Key },
      west: { basicKey: basicKeys.west, v1Key },
      twin: { basicKey: basicKeys.twin },
      abroad: { site: 'international', basicKey: basicKeys.abroad, v1Key },
    },
  }),
)

let service: TestService
beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_CONFIG_FILE: file } })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Members = Readonly<Record<string, unknown>>
type AddressName = keyof typeof basicKeys

const at = (address: AddressName, members: Members, path: 'saas' | 'license' = 'saas') =>
  storeCall(service, members, { address, path, key: basicKeys[address] })
const idAt = async (address: AddressName, members: Members, path?: 'license') =>
  (await at(address, members, path)).body['instanceId']

test('a purchase that is repeated at another address of the site is a repeat', async () => {
  const order = newOrder()
  const [first, again] = [
    await idAt('east', purchaseOf(order)),
    await idAt('west', purchaseOf(order)),
  ]
  expect(again).toBe(first)
  expect(await instanceOf(service, String(first))).toMatchObject({ address: 'west' })
})

test('one order line bought at both addresses at once makes one instance', async () => {
  const order = newOrder()
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) => idAt(i % 2 === 0 ? 'east' : 'west', purchaseOf(order))),
  )
  expect(new Set(answers).size).toBe(1)
})

test('a test purchase stays at its address, and apart from the real one', async () => {
  const order = newOrder()
  const ids = [
    await idAt('east', purchaseOf(order)),
    await idAt('east', purchaseOf(order, { testFlag: '1' })),
    await idAt('west', purchaseOf(order, { testFlag: '1' })),
  ]
  expect(new Set(ids).size).toBe(3)
})

test('the same order line under another kind is another purchase', async () => {
  const order = newOrder()
  const saas = await idAt('east', purchaseOf(order))
  expect(await idAt('east', purchaseOf(order), 'license')).not.toBe(saas)
})

test('a nonce that was used at one address is new under the key of another', async () => {
  const signed = { nonce: randomUUID(), timestamp: String(Date.now()) }
  const codes = []
  for (const address of ['east', 'west', 'east'] as const) {
    const options = { ...signed, address, key: basicKeys[address] }
    codes.push((await storeCall(service, purchaseOf(), options)).body['resultCode'])
  }
  expect(codes).toEqual(['000000', '000000', '000001'])
})

test('the same bytes at another address with the same key are a replay, at another site they are not', async () => {
  const signed = { nonce: randomUUID(), timestamp: String(Date.now()), key: basicKeys.east }
  const purchase = purchaseOf()
  const codes = []
  for (const address of ['east', 'twin', 'abroad', 'abroad'] as const) {
    codes.push((await storeCall(service, purchase, { ...signed, address })).body['resultCode'])
  }
  expect(codes).toEqual(['000000', '000001', '000000', '000001'])
})

test('one order at two sites is two: each is renewed and released by its own site alone', async () => {
  const order = newOrder()
  const [home, abroad] = [
    String(await idAt('east', purchaseOf(order))),
    String(await idAt('abroad', purchaseOf(order))),
  ]
  expect(abroad).not.toBe(home)
  expect(await idAt('abroad', purchaseOf(order))).toBe(abroad)
  const renewal = { activity: 'refreshInstance', scene: 'RENEWAL', expireTime: '20991231235959' }
  const calls = (instanceId: string): Members[] => [
    { activity: 'queryInstance', instanceId },
    { ...renewal, instanceId, ...newOrder() },
    { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
    { activity: 'releaseInstance', instanceId },
  ]
  for (const call of calls(home)) {
    expect((await at('abroad', call)).body).toMatchObject({ resultCode: '000003' })
  }
  // An order that both know is applied by each once.
  const both = { ...renewal, ...newOrder() }
  for (const [address, instanceId] of [
    ['east', home],
    ['abroad', abroad],
  ] as const) {
    expect((await at(address, { ...both, instanceId })).body).toMatchObject({
      resultCode: '000000',
    })
    expect(await instanceOf(service, instanceId)).toMatchObject({
      expireTime: '2099-12-31T23:59:59.000Z',
    })
  }
  expect((await at('abroad', { activity: 'releaseInstance', instanceId: abroad })).body).toEqual(
    expect.objectContaining({ resultCode: '000000' }),
  )
  expect(await instanceOf(service, home)).toMatchObject({ status: 'active', address: 'east' })
})

describe('what V1 has sold of an order', () => {
  const buyInV1 = async (orderId: string, more: Record<string, string> = {}) =>
    v1Buy(service, { orderId, ...more }, { address: 'east', key: v1Key })
  const listed = async (orderId: string) =>
    (await manage(service, `/instances?orderId=${orderId}`)).body['items'] as {
      instanceId: string
    }[]

  test('is the instance of its V2 purchase, in both generations', async () => {
    const order = newOrder()
    const sold = await buyInV1(order.orderId)
    const ids = [
      await idAt('west', purchaseOf(order)),
      await idAt('west', purchaseOf(order)),
      await buyInV1(order.orderId),
    ]
    expect(new Set(ids)).toEqual(new Set([sold]))
    expect(await instanceOf(service, sold)).toMatchObject({ family: 'saas-v2', ...order })
    expect(await listed(order.orderId)).toHaveLength(1)
  })

  test('shows what V1 told of its renewals once it is the instance of a V2 purchase', async () => {
    const order = newOrder()
    const sold = await buyInV1(order.orderId)
    const [before, after] = [v1Refresh(sold), v1Refresh(sold, { expireTime: '21001231235959' })]
    await v1Call(service, before, { address: 'east', key: v1Key })
    await idAt('west', purchaseOf(order))
    await v1Call(service, after, { address: 'east', key: v1Key })
    const { orders } = (await instanceOf(service, sold)) as { orders: { orderId: string }[] }
    for (const { orderId } of [before, after]) {
      expect(orders.find((one) => one.orderId === orderId)).toMatchObject({
        role: 'renewal',
        state: 'fetched',
        type: 'RENEW',
      })
    }
  })

  test('is taken over by one of the lines of its order, whichever comes first', async () => {
    const { orderId } = newOrder()
    const sold = await buyInV1(orderId)
    const lines = [1, 2, 3, 4].map((n) => ({ orderId, orderLineId: `${orderId}-00000${n}` }))
    const ids = await Promise.all(lines.map((line) => idAt('east', purchaseOf(line))))
    expect(new Set(ids).size).toBe(4)
    expect(ids.filter((id) => id === sold)).toHaveLength(1)
  })

  test('is left alone if it is several: no line says which one it means', async () => {
    const order = newOrder()
    const sold = [
      await buyInV1(order.orderId, { chargingMode: '0', productId: 'one' }),
      await buyInV1(order.orderId, { chargingMode: '0', productId: 'two' }),
    ]
    expect(sold).not.toContain(await idAt('east', purchaseOf(order)))
    expect(await listed(order.orderId)).toHaveLength(3)
  })

  test('is left alone by a test call, and by another site', async () => {
    const order = newOrder()
    const sold = await buyInV1(order.orderId)
    const ids = [
      await idAt('east', purchaseOf(order, { testFlag: '1' })),
      await idAt('abroad', purchaseOf(order)),
    ]
    expect(ids).not.toContain(sold)
  })
})
