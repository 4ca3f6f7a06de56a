import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type All, startAll } from '../../scripts/dev-all/start-all.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { type Delivery, isCarriedOut } from '../../src/simulator/store/delivery.ts'
import {
  type SimulatedStore,
  createSimulatedStore,
} from '../../src/simulator/store/simulated-store.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { credentials } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { type Receiver, here, startReceiver } from './receivers.ts'
import { post, scene } from './signed.ts'

describe.each(here)('the example in %s', (language, example) => {
  let all: All<OrderStore, Receiver, TestService>
  let service: TestService
  let receiver: Receiver
  let store: SimulatedStore
  beforeAll(async () => {
    all = await startAll({
      startStore: () => startOrderStore(credentials),
      startService: (settings) => startService({ settings }),
      startProduct: async () => (receiver = await startReceiver(example)),
      credentials,
    })
    service = all.service
    const clock = fastClock()
    store = createSimulatedStore({ sellerUrl: service.url, keys, clock, orderStore: all.store })
  })
  afterAll(() => all.stop())

  /** Waits until the example has taken in a message of a type about an instance, and not twice. */
  async function took(type: string, instanceId: string): Promise<void> {
    const line = `${type} ${instanceId}`
    const times = () => Promise.resolve(receiver.lines().filter((one) => one === line).length)
    const count = await until(times, (taken) => taken > 0).catch(async (cause: unknown) => {
      throw new Error(`the example never took ${line}: ${await whatIsKnown()}`, { cause })
    })
    expect(count).toBe(1)
  }

  /** What tells why something was not delivered. */
  async function whatIsKnown(): Promise<string> {
    const { db } = service
    const [events, lanes, attempts] = await Promise.all([
      db.selectFrom('event_feed').select(['position', 'type']).orderBy('position').execute(),
      db.selectFrom('webhook_lanes').selectAll().execute(),
      db
        .selectFrom('webhook_attempts')
        .select(['at', 'type', 'attempt', 'status', 'error'])
        .orderBy('at')
        .execute(),
    ])
    return JSON.stringify({ events, lanes, attempts, output: receiver.output() }, null, 2)
  }

  /** A call of the store that is carried out. */
  async function done(call: Promise<Delivery>): Promise<void> {
    const delivery = await call
    const answers = delivery.attempts.map(({ answer }) => answer)
    expect(isCarriedOut(delivery), JSON.stringify(answers)).toBe(true)
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
    await done(store.renew(instanceId))
    await took('instance.renewed', instanceId)
    const forged = scene('asks/provision-requested', instanceId)
    const tamper = (body: string) => body.replace('50', '5000')
    expect((await post(receiver, { message: forged, tamper })).status).toBe(401)

    if (language !== 'typescript') return
    await entranceIs(instanceId, 200, '50 seats until ')
    await done(store.upgrade(instanceId, { quantity: 80 }))
    await entranceIs(instanceId, 200, '80 seats until ')
    await done(store.freeze(instanceId))
    await entranceIs(instanceId, 403, 'frozen')
    await done(store.unfreeze(instanceId))
    await entranceIs(instanceId, 200, '80 seats until ')
    await done(store.release(instanceId, { unsubscribed: true }))
    await entranceIs(instanceId, 403, 'released')
  })
})
