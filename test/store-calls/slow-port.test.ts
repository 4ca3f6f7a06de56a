import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/life-cycle.ts'
import { type Gate, createGate } from '../harness/gate.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { appInfoIn, v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

let service: TestService
let asked: Gate<Provisioned>[]

// A product that answers when the test says so.
beforeEach(async () => {
  asked = []
  service = await startService({
    ports: {
      provision: () => {
        const gate = createGate<Provisioned>()
        asked.push(gate)
        return gate.passed
      },
    },
  })
})
afterEach(() => service.stop())

const ready: Provisioned = { outcome: 'ready', appInfo: { frontEndUrl: 'https://late.example/' } }
const soldOut: Provisioned = { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }

const generations = {
  V1: {
    purchase: () => v1Purchase(),
    send: (members: Record<string, unknown>) => v1Call(service, members as Record<string, string>),
    release: (instanceId: string) =>
      v1Call(service, { activity: 'releaseInstance', instanceId, orderId: 'CS-purchase' }),
  },
  V2: {
    purchase: () => ({ ...purchaseOf() }),
    send: (members: Record<string, unknown>) => storeCall(service, members),
    release: (instanceId: string) =>
      storeCall(service, { activity: 'releaseInstance', instanceId }),
  },
}

const statusOf = async (id: string) => (await instanceOf(service, id))['status']
const eventsOf = async (id: string) => {
  const { history } = await instanceOf(service, id)
  return (history as { type: string }[]).map(({ type }) => type.replace('instance.', '')).reverse()
}

describe.each(['V1', 'V2'] as const)(
  'a port that is slower than the store, in SaaS %s',
  (generation) => {
    const { purchase, send, release } = generations[generation]

    /** A purchase that was answered before the port was. */
    async function bought() {
      const call = purchase()
      const begun = performance.now()
      const { body } = await send(call)
      const id = String(call['businessId'])
      return { call, id, body, milliseconds: performance.now() - begun }
    }

    test('is answered 000004 within 4 s, and its late result completes the instance', async () => {
      const { call, id, body, milliseconds } = await bought()
      expect(body).toMatchObject({ resultCode: '000004' })
      expect(milliseconds).toBeLessThan(4_000)
      expect(await statusOf(id)).toBe('provisioning')
      asked[0]?.open(ready)
      await expect.poll(() => statusOf(id)).toBe('active')
      expect(await eventsOf(id)).toEqual(['created', 'activated'])
      const again = await send({ ...call, businessId: newId() })
      expect(again.body).toMatchObject({ resultCode: '000000', instanceId: id })
      expect(asked).toHaveLength(1)
    })

    test('its late refusal makes the instance failed, and a repeat asks again', async () => {
      const { call, id } = await bought()
      asked[0]?.open(soldOut)
      await expect.poll(() => statusOf(id)).toBe('failed')
      const again = send({ ...call, businessId: newId() })
      await expect.poll(() => asked.length).toBe(2)
      asked[1]?.open(ready)
      expect((await again).body).toMatchObject({ resultCode: '000000', instanceId: id })
      expect(await eventsOf(id)).toEqual(['created', 'failed', 'activated'])
    })

    test('its late result is dropped when the instance was released meanwhile', async () => {
      const [released, other] = await Promise.all([bought(), bought()])
      await release(released.id)
      for (const gate of asked) gate.open(ready)
      await expect.poll(() => statusOf(other.id)).toBe('active')
      expect(await instanceOf(service, released.id)).toMatchObject({
        status: 'released',
        appInfo: null,
      })
      expect(await eventsOf(released.id)).toEqual(['created', 'released'])
    })

    test('frozen meanwhile, its late result leaves it frozen', async () => {
      const { id } = await bought()
      await (generation === 'V1'
        ? send({ activity: 'instanceStatus', instanceId: id, instanceStatus: 'FREEZE' })
        : send({ activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' }))
      asked[0]?.open(ready)
      await expect.poll(() => statusOf(id)).toBe('frozen')
    })

    test('its late failure leaves the instance to the next attempt', async () => {
      const { id } = await bought()
      asked[0]?.fail(new Error('connection lost'))
      expect(await statusOf(id)).toBe('provisioning')
    })

    test('that fails in time is 000005, and leaves no instance', async () => {
      const call = purchase()
      const answer = send(call)
      await expect.poll(() => asked.length).toBe(1)
      asked[0]?.fail(new Error('connection refused'))
      expect((await answer).body).toMatchObject({ resultCode: '000005' })
      expect(await instanceOf(service, String(call['businessId']))).toMatchObject({ status: 404 })
    })

    test('a test purchase does not wait for it', async () => {
      const { body } = await send({ ...purchase(), testFlag: '1' })
      expect(body).toMatchObject({ resultCode: '000000' })
      expect(asked).toEqual([])
    })
  },
)

test('V1: a process that was killed while the port worked loses nothing: the repeat asks again', async () => {
  const call = v1Purchase()
  const answer = await v1Call(service, call)
  expect(answer.body).toMatchObject({ resultCode: '000004' })
  const again = v1Call(service, { ...call, businessId: newId() })
  await expect.poll(() => asked.length).toBe(2)
  asked[1]?.open(ready)
  const { body } = await again
  expect(body).toMatchObject({ resultCode: '000000', instanceId: call['businessId'] })
  expect(appInfoIn(await again)).toEqual({ frontEndUrl: 'https://late.example/' })
  asked[0]?.open({ outcome: 'ready', appInfo: { frontEndUrl: 'https://too-late.example/' } })
  const other = await v1Call(service, call)
  expect(appInfoIn(other)).toEqual({ frontEndUrl: 'https://late.example/' })
  expect(await eventsOf(String(call['businessId']))).toEqual(['created', 'activated'])
})

test('V1: 8 purchases of one order at once are all answered in time, and make one instance', async () => {
  const call = v1Purchase()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => v1Call(service, { ...call, businessId: newId() })),
  )
  const codes = new Set(answers.map(({ body }) => body['resultCode']))
  expect(codes).toEqual(new Set(['000004']))
  const ids = new Set(answers.map(({ body }) => String(body['instanceId'])))
  expect(ids.size).toBe(1)
  for (const gate of asked) gate.open(ready)
  const [id = ''] = ids
  await expect.poll(() => statusOf(id)).toBe('active')
  expect(await eventsOf(id)).toEqual(['created', 'activated'])
})
