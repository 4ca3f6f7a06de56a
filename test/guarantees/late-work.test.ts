import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Deferred, createDeferred } from '../harness/deferred.ts'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { lockTable } from '../harness/table-lock.ts'

// The deadline of every call; the database waits longer, so that the work goes on after the answer.
const limits = { answerWithinMs: 1_500, queryWithinMs: 10_000 }

let service: TestService
let answers: Deferred<undefined>[] = []

beforeAll(async () => {
  service = await startService({
    limits,
    ports: {
      checkChange: () => {
        const deferred = createDeferred<undefined>()
        answers.push(deferred)
        return deferred.passed
      },
    },
  })
})
afterAll(() => service.stop())

const messagesOf = async (filter: string) => {
  const { body } = await manage(service, `/messages?${filter}`)
  return (body['items'] as { resultCode: string }[]).map(({ resultCode }) => resultCode)
}
const tenantsOf = async (tenantId: string) => (await manage(service, `/tenants/${tenantId}`)).status

const renewalOf = (instanceId: string) => ({
  activity: 'refreshInstance',
  ...newOrder(),
  instanceId,
  scene: 'RENEWAL',
  expireTime: '20991231235959',
})

describe('what is ready after the answer has left is not written', () => {
  test('of a call that only reads: no second message, and the nonce stays unused', async () => {
    const instanceId = await buy(service)
    const nonce = newId('nonce')
    const call = {
      activity: 'changeInstanceCheck',
      ...newOrder(),
      instanceId,
      scene: 'RENEWAL_CHANGE',
      productInfo: { productId: 'OFFI1' },
    }
    const checked = () => storeCall(service, call, { nonce })
    answers = []
    expect((await checked()).body).toMatchObject({ resultCode: '000005' })
    const { body } = await manage(service, `/messages?orderId=${call.orderId}`)
    const [late] = body['items'] as { durationMs: number }[]
    // Timers are a millisecond off.
    expect(late?.durationMs).toBeGreaterThan(limits.answerWithinMs - 50)
    answers[0]?.open(undefined)
    const again = checked()
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.open(undefined)
    expect((await again).body).toMatchObject({ resultCode: '000000' })
    expect(await messagesOf(`orderId=${call.orderId}`)).toEqual(['000000', '000005'])
  })

  test('of a call that changes an instance', async () => {
    const instanceId = await buy(service)
    const call = renewalOf(instanceId)
    const lock = await lockTable(service.databaseUrl, 'sold_instances')
    expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000005' })
    await lock.release()
    expect(await instanceOf(service, instanceId)).toMatchObject({ expireTime: null })
    expect(await messagesOf(`orderId=${call.orderId}`)).toEqual(['000005'])
    expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000000' })
    expect(await instanceOf(service, instanceId)).toMatchObject({
      expireTime: '2099-12-31T23:59:59.000Z',
    })
  })

  test.each(['V1', 'V2'] as const)('of a call of the kit %s', async (generation) => {
    const binding = newBinding()
    const lock = await lockTable(service.databaseUrl, 'kit_bindings')
    const { body } = await kitCall(service, 'tenantSync', tenantOf(binding), { generation })
    expect(body).toMatchObject({ resultCode: '000005' })
    await lock.release()
    expect(await tenantsOf(binding.tenantId)).toBe(404)
    expect(await messagesOf(`tenantId=${binding.tenantId}`)).toEqual(['000005'])
  })
})
