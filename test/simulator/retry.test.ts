import { afterEach, describe, expect, it } from 'vitest'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock, type Clock } from '../../src/simulator/clock.ts'
import {
  createSimulatedStore,
  type SimulatedStore,
} from '../../src/simulator/store/simulated-store.ts'
import type { Delivery } from '../../src/simulator/store/delivery.ts'
import { startSeller, success, type ReceivedCall, type Reply, type TestSeller } from './seller.ts'

const keys = makeAccessKeys()
const minutes = 60_000
let seller: TestSeller
afterEach(() => seller.close())

async function storeCalling(
  answer: (call: ReceivedCall) => Reply,
  clock: Clock = fastClock(),
): Promise<SimulatedStore> {
  seller = await startSeller(answer)
  return createSimulatedStore({ sellerUrl: seller.url, keys, clock })
}

const bought = { body: { ...success.body, instanceId: 'i-1' } }
const busy = { body: { resultCode: '000005', resultMsg: 'call again' } }
const underWay = { body: { resultCode: '000004', resultMsg: 'provisioning', instanceId: 'i-1' } }
const ready = {
  body: {
    ...success.body,
    info: [{ instanceId: 'i-1', appInfo: { frontEndUrl: 'https://a' } }],
  },
}

const minutesOf = ({ attempts }: Delivery) => {
  const start = attempts[0]?.at.getTime() ?? 0
  return attempts.map(({ at }) => (at.getTime() - start) / minutes)
}
const every = (step: number, until: number) =>
  Array.from({ length: until / step + 1 }, (_, index) => index * step)

describe('a call that never succeeds is given up after its window', () => {
  it.each<[string, (store: SimulatedStore) => Promise<Delivery>, number[], Delivery['end']]>([
    ['a purchase', (store) => store.buy(), [0, 60, 120, 180], 'refunded'],
    ['an upgrade', (store) => store.upgrade('i-1'), [0, 60, 120, 180], 'refunded'],
    // One to two hours, so the store is played as giving up after one.
    ['a renewal', (store) => store.renew('i-1'), every(2, 60), 'stopped'],
    ['a change at renewal', (store) => store.changeOnRenewal('i-1'), every(2, 60), 'stopped'],
    ['a freeze', (store) => store.freeze('i-1'), every(2, 60), 'stopped'],
    ['an unfreeze', (store) => store.unfreeze('i-1'), every(2, 60), 'stopped'],
    ['a release', (store) => store.release('i-1'), every(2, 60), 'stopped'],
    ['an order notification', (store) => store.notify(), [0, 60, 120, 180], 'stopped'],
    ['polling', (store) => store.poll('i-1'), every(1, 180), 'stopped'],
    ['a query', (store) => store.query('i-1'), [0], 'stopped'],
    ['a check', (store) => store.check('i-1'), [0], 'stopped'],
    ['a test purchase', (store) => store.buy({ test: true }), [0], 'stopped'],
    ['a dial test', (store) => store.dialTest(), Array<number>(8).fill(0), 'stopped'],
  ])('%s', async (_name, act, expected, end) => {
    let broken = false
    const store = await storeCalling(() => (broken ? busy : bought))
    await store.buy()
    broken = true
    const before = store.subscription('i-1')
    const delivery = await act(store)
    expect(minutesOf(delivery)).toEqual(expected)
    expect(delivery.end).toBe(end)
    expect(delivery.attempts.every(({ verdict }) => !verdict.passed)).toBe(true)
    expect(store.subscription('i-1')).toEqual(before)
  })
})

it('stops at the first success, and the books follow', async () => {
  let calls = 0
  const store = await storeCalling(() => (++calls < 3 ? busy : bought))
  const delivery = await store.buy({ quantity: 7 })
  expect(minutesOf(delivery)).toEqual([0, 60, 120])
  expect(delivery).toMatchObject({ end: 'done', instanceId: 'i-1' })
  expect(store.subscription('i-1')).toMatchObject({ quantity: 7, latest: delivery.order })
})

it('takes a purchase under way as done, and polls until it is ready', async () => {
  let calls = 0
  const store = await storeCalling(() => (++calls < 5 ? underWay : ready))
  const purchase = await store.buy()
  expect(purchase).toMatchObject({ end: 'done', attempts: [{ answer: { resultCode: '000004' } }] })
  const polled = await store.poll(purchase.instanceId ?? '')
  expect(minutesOf(polled)).toEqual([0, 1, 2, 3])
  expect(polled.end).toBe('done')
  expect(polled.attempts.every(({ verdict }) => verdict.passed)).toBe(true)
})

it('repeats a success that lacks what is mandatory, because the store cannot use it', async () => {
  const store = await storeCalling(() => success)
  const { attempts, end } = await store.buy()
  expect(attempts).toHaveLength(4)
  expect(end).toBe('refunded')
})

it('makes the same attempts on a clock that runs fast instead of jumping', async () => {
  const store = await storeCalling(() => busy, fastClock(36_000))
  const start = performance.now()
  const delivery = await store.buy()
  expect(delivery.attempts).toHaveLength(4)
  expect(delivery.end).toBe('refunded')
  const elapsed = performance.now() - start
  // Three hours in 0.3 s.
  expect(elapsed).toBeGreaterThan(290)
  expect(elapsed).toBeLessThan(10_000)
})

it('lets two sleepers of one jumping clock end at the same moment', async () => {
  seller = await startSeller(() => success)
  const clock = fastClock()
  const start = clock.now().getTime()
  await Promise.all([clock.sleep(1_000), clock.sleep(3_000), clock.sleep(2_000)])
  expect(clock.now().getTime() - start).toBe(3_000)
})
