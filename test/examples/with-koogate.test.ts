import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import {
  type SimulatedStore,
  createSimulatedStore,
} from '../../src/simulator/store/simulated-store.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { type Receiver, here, startReceiver } from './receivers.ts'
import { post, scene } from './signed.ts'

let orderStore: OrderStore
beforeAll(async () => {
  orderStore = await startOrderStore(credentials)
})
afterAll(() => orderStore.close())

describe.each(here)('the example in %s', (language, example) => {
  let receiver: Receiver
  let service: TestService
  let store: SimulatedStore
  beforeAll(async () => {
    receiver = await startReceiver(example)
    service = await startService({
      settings: {
        KOOGATE_PROVISIONING: 'webhook',
        KOOGATE_WEBHOOK_URL: receiver.url,
        KOOGATE_WEBHOOK_SECRET: receiver.secret,
        ...storeSettings(orderStore),
      },
      ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
    })
    const clock = fastClock()
    store = createSimulatedStore({ sellerUrl: service.url, keys, clock, orderStore })
  })
  afterAll(async () => {
    await service.stop()
    await receiver.stop()
  })

  /** Waits until the example has taken in a message of a type about an instance, and not twice. */
  async function took(type: string, instanceId: string): Promise<void> {
    const line = `${type} ${instanceId}`
    const times = () => Promise.resolve(receiver.lines().filter((one) => one === line).length)
    expect(await until(times, (count) => count > 0)).toBe(1)
  }

  /** What the buyer sees behind the entrance, once it is so. */
  function entranceIs(instanceId: string, status: number, text: string): Promise<unknown> {
    const seen = async () => {
      const answer = await fetch(`${receiver.origin}/t/${instanceId}`)
      return { status: answer.status, text: await answer.text() }
    }
    return until(seen, (one) => one.status === status && one.text.startsWith(text))
  }

  test('is asked with quantity and buyer, lets the buyer in, and hears of the renewal', async () => {
    const { instanceId = '' } = await store.buy()
    const polled = await store.poll(instanceId)
    expect(polled.end).toBe('done')
    const http = polled.attempts.at(-1)?.http
    expect(http).toMatchObject({ kind: 'answer' })
    const text = http?.kind === 'answer' ? http.text : ''
    expect(text).toContain(`"frontEndUrl":"${receiver.origin}/t/${instanceId}"`)
    expect(text).toContain('"memo":"50 seats for mock_user_01"')
    await took('provision.requested', instanceId)
    await store.renew(instanceId)
    await took('instance.renewed', instanceId)
    const forged = scene('asks/provision-requested', instanceId)
    const tamper = (body: string) => body.replace('50', '5000')
    expect((await post(receiver, { message: forged, tamper })).status).toBe(401)

    if (language !== 'typescript') return
    await entranceIs(instanceId, 200, '50 seats until ')
    await store.upgrade(instanceId, { quantity: 80 })
    await entranceIs(instanceId, 200, '80 seats until ')
    await store.freeze(instanceId)
    await entranceIs(instanceId, 403, 'frozen')
    await store.unfreeze(instanceId)
    await entranceIs(instanceId, 200, '80 seats until ')
    await store.release(instanceId, { unsubscribed: true })
    await entranceIs(instanceId, 403, 'released')
  })
})
