import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SimulatorSchemas } from '../../../src/contract/index.ts'
import { signStoreRequest } from '../../../src/crypto/ak-sk-signature.ts'
import { signUsage } from '../../../src/crypto/usage-signature.ts'
import { startStoreServer } from '../../../src/simulator/server/start-store-server.ts'
import { type BoxScene, callsTo, openBox } from './scene.ts'

type Schemas = SimulatorSchemas

let box: BoxScene
let product: Schemas['Product']

beforeAll(async () => {
  box = await openBox()
  const { products } = await box.view()
  const [first] = products
  if (first === undefined) throw new Error('no product is listed')
  product = first
})
afterAll(() => box.close())

/** Buys 50 units and returns the instance. */
async function buy(given: object = {}): Promise<Schemas['StoreInstance']> {
  const { instance } = await box.act('buy', { product: product.id, quantity: 50, ...given })
  const { body } = await box.call<Schemas['StoreInstance']>('GET', `instances/${instance ?? ''}`)
  return body
}

describe('a purchase', () => {
  test('calls the seller, and the instance has what happened on its timeline', async () => {
    const instance = await buy()
    expect(instance).toMatchObject({ status: 'ACTIVE', quantity: 50, trial: false })
    expect(instance.timeline.map(({ what, state }) => `${what} ${state}`)).toEqual(
      expect.arrayContaining(['NEW completed', 'newInstance SUCCESS']),
    )
    const byName = await box.call('GET', `instances/${instance.instanceId ?? ''}`)
    expect(byName.body).toEqual(instance)
  })

  test('is found by the order query that the seller signs', async () => {
    const { orderId } = await buy()
    const { url, credentials } = box.server
    const { accessKey, secretKey } = credentials
    const target = new URL(`/api/mkp-openapi-public/global/v1/order/query?orderId=${orderId}`, url)
    const { host: _host, ...headers } = signStoreRequest({
      ...{ method: 'GET', url: target, headers: {}, body: '', now: new Date() },
      ...{ accessKey, secretKey },
    })
    const answer = (await (await fetch(target, { headers })).json()) as Record<string, object>
    expect(answer).toMatchObject({ resultCode: 'MKT.0000', orderInfo: { orderId } })
  })
})
