import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instanceOf } from '../harness/management.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'

// Two production addresses of one seller's account: one site.
const basicKeys = { east: 'basic-key-of-the-east', west: 'basic-key-of-the-west' }
const folder = mkdtempSync(join(tmpdir(), 'koogate-sites-'))
const file = join(folder, 'koogate.yaml')
writeFileSync(
  file,
  JSON.stringify({
    addresses: {
      east: { basicKey: basicKeys.east },
      west: { basicKey: basicKeys.west },
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
  expect(await instanceOf(service, String(first))).toMatchObject({ address: 'east' })
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
