import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationFor, buyA, callA, callB, getLicenseOf } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'

let service: TestService
/** The orders and events that the seller's own ports were asked for. */
const asked: string[] = []

beforeAll(async () => {
  service = await startService({
    ports: {
      provision: ({ orderId }) => {
        asked.push(orderId)
        return { outcome: 'ready', appInfo: { frontEndUrl: 'https://app.example.com/' } }
      },
      issueLicense: ({ eventId, orderId }) => {
        asked.push(eventId ?? orderId ?? '')
        return { outcome: 'ready', content: { text: 'LIC' } }
      },
    },
  })
})
afterAll(() => service.stop())

type Members = Readonly<Record<string, string>>

const calls: Readonly<Record<string, () => Promise<readonly [id: string, call: CallPort]>>> = {
  'SaaS V2': () => {
    const call = purchaseOf() as Members
    const again = () => storeCall(service, { ...call, businessId: newId() })
    return Promise.resolve([call['orderId'] ?? '', again])
  },
  'SaaS V1': () => {
    const call = v1Purchase()
    return Promise.resolve([call['orderId'] ?? '', () => v1Call(service, call)])
  },
  'License A': async () => {
    const call = applicationFor(await buyA(service))
    return [call['eventId'] ?? '', () => callA(service, call)]
  },
  'License B': () => {
    const call = getLicenseOf()
    return Promise.resolve([call['orderId'] ?? '', () => callB(service, call)])
  },
}
type CallPort = () => Promise<{ readonly body: Readonly<Record<string, unknown>> }>

test.each(Object.entries(calls))(
  "%s: the seller's port is asked once, however often the store repeats itself",
  async (_name, prepare) => {
    const [id, call] = await prepare()
    for (let i = 0; i < 3; i++) expect((await call()).body).toMatchObject({ resultCode: '000000' })
    expect(asked.filter((one) => one === id)).toHaveLength(1)
  },
)
