import { afterAll, beforeAll, expect, test } from 'vitest'
import { signV1Query } from '../../src/crypto/v1-auth-token.ts'
import { namesSignedWith } from '../../src/contract/index.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { v1TimeStamp } from '../harness/v1-call.ts'
import { v1Buy, v1Purchase } from '../harness/v1-store.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const encode = encodeURIComponent

test.each([
  ['in a value', (order: string) => `orderId=${encode(`${order}&testFlag=1`)}`],
  ['in a value, its name in escapes', (order: string) => `orderId=${order}%26test%46lag%3d1`],
  ['in a name', (order: string) => `${encode(`orderId=${order}&testFlag`)}=1`],
])(
  'a signed test call does not become a real one by a parameter that hides %s',
  async (_how, joined) => {
    const instanceId = await v1Buy(service)
    const signed = {
      activity: 'releaseInstance',
      instanceId,
      orderId: 'o-1',
      testFlag: '1',
      timeStamp: v1TimeStamp(),
    }
    const authToken = encode(signV1Query(signed, keys.v1))
    const rest = `activity=releaseInstance&instanceId=${instanceId}&timeStamp=${signed.timeStamp}`
    const { body } = await sendTo(
      service,
      `/main/saas?${rest}&${joined('o-1')}&authToken=${authToken}`,
    )
    expect(body['resultCode']).toBe('000001')
    expect((await instanceOf(service, instanceId))['status']).toBe('active')
  },
)

test.each([...namesSignedWith(['v1AuthToken', 'kitV1AuthToken'])])(
  'no value hides %s, neither of a query nor of a body',
  async (name) => {
    const call = { ...v1Purchase({ customerName: `x&${name}=1` }), timeStamp: v1TimeStamp() }
    const query = new URLSearchParams({ ...call, authToken: signV1Query(call, keys.v1) })
    const { body } = await sendTo(service, `/main/saas?${query.toString()}`)
    expect(body).toMatchObject({ resultCode: '000001' })
    expect(body['resultMsg']).toContain('customerName')
    const tenant = tenantOf(newBinding(), { name: `x&${name}=1` })
    const answer = await kitCall(service, 'tenantSync', tenant, { generation: 'V1' })
    expect(answer.body['resultCode']).toBe('000001')
  },
)

test('a name like another parameter in a text is no hiding place', async () => {
  const call = { ...v1Purchase({ customerName: 'A & co=1' }), timeStamp: v1TimeStamp() }
  const query = new URLSearchParams({ ...call, authToken: signV1Query(call, keys.v1) })
  const { body } = await sendTo(service, `/main/saas?${query.toString()}`)
  expect(body['resultCode']).toBe('000000')
})
