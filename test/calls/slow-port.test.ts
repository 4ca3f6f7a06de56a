import { afterAll, beforeAll, describe, test, vi } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { type Deferred, createDeferred } from '../harness/deferred.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, newId, shortLimits, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

let service: TestService
/** What the port was asked, by order; each test has an order of its own. */
const deferreds = new Map<string, Deferred<Provisioned>[]>()
/** What the port answers for an order at once. */
const prompt = new Map<string, Provisioned | Error>()
const asked = ({ orderId = '' }: Purchase) => deferreds.get(orderId) ?? []

type Purchase = Readonly<Record<string, string>>

// A product that answers when the test says so.
beforeAll(async () => {
  service = await startService({
    limits: shortLimits,
    ports: {
      provision: ({ orderId }) => {
        const deferred = createDeferred<Provisioned>()
        deferreds.set(orderId, [...asked({ orderId }), deferred])
        const answer = prompt.get(orderId)
        if (answer instanceof Error) deferred.fail(answer)
        else if (answer !== undefined) deferred.open(answer)
        return deferred.passed
      },
    },
  })
  // What is compiled at the first call is not a part of what is waited for.
  await v1Call(service, v1Purchase({ testFlag: '1' }))
})
afterAll(() => service.stop())

const patient = { timeout: 15_000 }
const ready: Provisioned = { outcome: 'ready', appInfo: { frontEndUrl: 'https://late.example/' } }
const soldOut: Provisioned = { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }

const generations = {
  V1: {
    purchase: (): Purchase => v1Purchase(),
    send: (members: Purchase) => v1Call(service, members),
    release: (instanceId: string) =>
      v1Call(service, { activity: 'releaseInstance', instanceId, orderId: 'CS-purchase' }),
  },
  V2: {
    purchase: (): Purchase => ({ ...purchaseOf() }) as Purchase,
    send: (members: Purchase) => storeCall(service, members),
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
      const { body } = await send(call)
      const id = String(call['businessId'])
      return { call, id, body }
    }

    test.concurrent('is answered 000004, and not 000005 as after 4 s, and its late result completes the instance', async ({
      expect,
    }) => {
      const { call, id, body } = await bought()
      expect(body).toMatchObject({ resultCode: '000004' })
      expect(await statusOf(id)).toBe('provisioning')
      asked(call)[0]?.open(ready)
      await expect.poll(() => statusOf(id), patient).toBe('active')
      expect(await eventsOf(id)).toEqual(['created', 'activated'])
      const again = await send({ ...call, businessId: newId() })
      expect(again.body).toMatchObject({ resultCode: '000000', instanceId: id })
      expect(asked(call)).toHaveLength(1)
    })

    test.concurrent('its late refusal makes the instance failed, once, and a repeat asks again', async ({
      expect,
    }) => {
      const { call, id } = await bought()
      await send(call)
      asked(call)[0]?.open(soldOut)
      await expect.poll(() => statusOf(id), patient).toBe('failed')
      asked(call)[1]?.open(soldOut)
      prompt.set(call['orderId'] ?? '', ready)
      const again = await send({ ...call, businessId: newId() })
      expect(again.body).toMatchObject({ resultCode: '000000', instanceId: id })
      expect(asked(call)).toHaveLength(3)
      expect(await eventsOf(id)).toEqual(['created', 'failed', 'activated'])
    })

    test.concurrent('its late result is dropped when the instance was released meanwhile', async ({
      expect,
    }) => {
      const [released, other] = await Promise.all([bought(), bought()])
      await release(released.id)
      for (const { call } of [released, other]) asked(call)[0]?.open(ready)
      await expect.poll(() => statusOf(other.id), patient).toBe('active')
      expect(await instanceOf(service, released.id)).toMatchObject({
        status: 'released',
        appInfo: null,
      })
      expect(await eventsOf(released.id)).toEqual(['created', 'released'])
    })

    test.concurrent('frozen meanwhile, its late result leaves it frozen', async ({ expect }) => {
      const { call, id } = await bought()
      await (generation === 'V1'
        ? send({ activity: 'instanceStatus', instanceId: id, instanceStatus: 'FREEZE' })
        : send({ activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' }))
      asked(call)[0]?.open(ready)
      await expect.poll(() => statusOf(id), patient).toBe('frozen')
    })

    test.concurrent('a process that was killed while the port worked loses nothing: the repeat asks again', async ({
      expect,
    }) => {
      const { call, id, body } = await bought()
      expect(body).toMatchObject({ resultCode: '000004' })
      const pending = await send({ ...call, businessId: newId() })
      expect(pending.body).toMatchObject({ resultCode: '000004', instanceId: id })
      prompt.set(call['orderId'] ?? '', ready)
      const again = await send({ ...call, businessId: newId() })
      expect(asked(call)).toHaveLength(3)
      expect(again.body).toMatchObject({ resultCode: '000000', instanceId: id })
      const tooLate = { frontEndUrl: 'https://too-late.example/' }
      for (const first of asked(call).slice(0, 2))
        first.open({ outcome: 'ready', appInfo: tooLate })
      expect((await send(call)).body).toMatchObject({ resultCode: '000000' })
      const frontEndUrl = 'https://late.example/'
      expect(await instanceOf(service, id)).toMatchObject({ appInfo: { frontEndUrl } })
      expect(await eventsOf(id)).toEqual(['created', 'activated'])
    })

    test.concurrent('its late failure is logged, and leaves the instance to the next attempt', async ({
      expect,
    }) => {
      const logged = vi.spyOn(service.app.services.log, 'error')
      const { call, id } = await bought()
      const err = new Error(`the connection of ${generation} is lost`)
      asked(call)[0]?.fail(err)
      await expect
        .poll(() => logged.mock.calls, patient)
        .toContainEqual([{ err }, 'post-commit work failed'])
      expect(await statusOf(id)).toBe('provisioning')
    })

    test.concurrent('that fails in time is 000005, and leaves no instance', async ({ expect }) => {
      const call = purchase()
      prompt.set(call['orderId'] ?? '', new Error('connection refused'))
      expect((await send(call)).body).toMatchObject({ resultCode: '000005' })
      expect(asked(call)).toHaveLength(1)
      expect(await instanceOf(service, String(call['businessId']))).toMatchObject({ status: 404 })
    })

    test.concurrent('a test purchase does not wait for it', async ({ expect }) => {
      const call = { ...purchase(), testFlag: '1' }
      const { body } = await send(call)
      expect(body).toMatchObject({ resultCode: '000000' })
      expect(asked(call)).toEqual([])
    })
  },
)

test.concurrent('V1: the late success of an attempt completes an instance that another one has failed meanwhile', async ({
  expect,
}) => {
  const call = v1Purchase()
  const id = String(call['businessId'])
  expect((await v1Call(service, call)).body).toMatchObject({ resultCode: '000004' })
  prompt.set(call['orderId'] ?? '', soldOut)
  const refused = await v1Call(service, { ...call, businessId: newId() })
  expect(refused.body).toMatchObject({ resultCode: '000106' })
  expect(await statusOf(id)).toBe('failed')
  asked(call)[0]?.open(ready)
  await expect.poll(() => statusOf(id), patient).toBe('active')
  expect(await eventsOf(id)).toEqual(['created', 'failed', 'activated'])
})

test.concurrent('V1: 8 purchases of one order at once are all answered in time, and make one instance', async ({
  expect,
}) => {
  const call = v1Purchase()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => v1Call(service, { ...call, businessId: newId() })),
  )
  const codes = new Set(answers.map(({ body }) => body['resultCode']))
  expect(codes).toEqual(new Set(['000004']))
  const ids = new Set(answers.map(({ body }) => String(body['instanceId'])))
  expect(ids.size).toBe(1)
  for (const deferred of asked(call)) deferred.open(ready)
  const [id = ''] = ids
  await expect.poll(() => statusOf(id), patient).toBe('active')
  expect(await eventsOf(id)).toEqual(['created', 'activated'])
})
