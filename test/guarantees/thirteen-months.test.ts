import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createStoreState,
  type SoldInstance,
  type StoreState,
} from '../../src/simulator/state/index.ts'
import { endpoints } from '../../src/simulator/calls/endpoints.ts'
import { instanceOf } from '../harness/management.ts'
import { isLong } from '../harness/scale.ts'
import { keys, startService, type TestService } from '../harness/service.ts'

const dayMs = 24 * 3_600_000
const generations = ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC'] as const

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** A store that sells a product of each generation, by the month, of the service. */
async function openStore(): Promise<StoreState> {
  const store = createStoreState({ seed: 'koogate', start: new Date() })
  const { address } = await store.actions.registerAddress({ url: service.url })
  for (const [type, secret] of Object.entries(keys)) {
    const { id: key } = await store.actions.addKey({ secret })
    await store.actions.bindKey({ address: address.id, type: type as keyof typeof keys, key })
  }
  await store.actions.addBuyer({ customerId: 'c-1', customerName: '张三', email: 'a@example.com' })
  for (const generation of generations)
    await store.actions.listProduct({
      ...{ id: generation, name: generation, generation, supervised: false },
      url: `${service.url}/main/${endpoints[generation].path}`,
      offers: [
        {
          ...{ productId: `month-${generation}`, skuCode: generation, productName: generation },
          ...{ chargingMode: 'PERIOD', periodType: 'month', price: 100 },
        },
      ],
    })
  return store
}

/** Buys a month of a product; of a license all that its supervision asks for. */
async function subscribe({ actions, data }: StoreState, product: string): Promise<SoldInstance> {
  const { instance: id, orderId: order } = await actions.buy({ product })
  const instance = data.instances[id]
  if (instance === undefined) throw new Error('nothing was sold')
  if (product === 'licenseB') {
    const extendParams = { identificationCode: 'ID-20260101-001' }
    await actions.supervise({ order, step: 'request', extendParams })
    await actions.supervise({ order, step: 'accept' })
  }
  if (product === 'licenseC') await actions.activateCode(instance.license ?? '')
  return instance
}

/** What the service says of an instance; of a code nothing, which it keeps as a license. */
async function statusAt({ instanceId, product, status }: SoldInstance): Promise<unknown> {
  if (product === 'licenseC') return status.toLowerCase()
  return (await instanceOf(service, instanceId ?? ''))['status']
}

test('the store and Koogate agree on a subscription of every generation for 13 months', async () => {
  const store = await openStore()
  const { actions, clock, data } = store
  await actions.saveSampleCases({ product: 'saasV2', ...(!isLong && { activities: [] }) })
  const instances: SoldInstance[] = []
  for (const generation of generations) instances.push(await subscribe(store, generation))
  const agree = async (status: SoldInstance['status']) => {
    for (const one of instances) {
      expect([one.product, one.status]).toEqual([one.product, status])
      expect([one.product, await statusAt(one)]).toEqual([one.product, status.toLowerCase()])
    }
  }
  const [first] = instances
  await agree('ACTIVE')
  for (let month = 1; month <= 12; month += 1) {
    await clock.advanceBy(20 * dayMs)
    for (const { id } of instances) await actions.renew({ instance: id })
  }
  await agree('ACTIVE')
  await clock.advanceTo(new Date((first?.expireTime ?? 0) + dayMs))
  await agree('FROZEN')
  for (const { id } of instances) await actions.renew({ instance: id })
  await agree('ACTIVE')
  await clock.advanceTo(new Date((first?.expireTime ?? 0) + 16 * dayMs))
  await agree('RELEASED')
  const told = Object.values(data.messages).filter(({ state }) => state !== 'SUCCESS')
  expect(told).toEqual([])
  expect(data.dialTests.filter(({ failures }) => failures.length > 0)).toEqual([])
})
