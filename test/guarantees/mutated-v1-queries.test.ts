import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { getLicenseOf } from '../harness/licenses.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { expectSigned, v1Call } from '../harness/v1-call.ts'

const runs = scale.mutatedQueries

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const instanceId = '03pf80c2bae96vc49b80b917bea776d7'
const order = { orderId: 'CS1906666666ABCDE', productId: '00301-666666-0--0' }
const phone = encryptV1Field({ key: keys.v1, encryptType: '1', plain: '15905222222' })

type Call = Readonly<Record<string, string>>

const callsOfSaas: readonly Call[] = [
  {
    activity: 'newInstance',
    businessId: instanceId,
    customerId: 'c',
    mobilePhone: phone,
    ...order,
  },
  { activity: 'refreshInstance', instanceId, expireTime: '20991231235959', ...order },
  { activity: 'expireInstance', instanceId, ...order },
  { activity: 'upgrade', instanceId, skuCode: 's', ...order },
  { activity: 'instanceStatus', instanceId, instanceStatus: 'FREEZE' },
  { activity: 'queryInstance', instanceId },
]

const callsOfLicense: readonly Call[] = [
  getLicenseOf({ mobilePhone: phone }),
  { activity: 'refreshLicense', instanceId, expireTime: '20991231235959', ...order },
  { activity: 'expireLicense', instanceId, ...order },
  { activity: 'releaseLicense', instanceId, ...order },
]

// Values that a parameter never has: overlong, hostile to a database or a parser, at the edge of a type.
const oddValue = fc.oneof(
  fc.constantFrom('', 'x'.repeat(65), 'x'.repeat(3_000), 'a\u0000b', '😀'.repeat(64), '+', ' '),
  fc.constantFrom("'; drop table instances; --", '{{7*7}}', '%00', '__proto__', 'null', '[]', '{}'),
  fc.constantFrom('0', '-1', '9999999', '99999999999999', '1e308', '-0', '00', '0005', 'NaN'),
  fc.constantFrom('00000101000000', '00010101000000', '99991231235959999', '20300230000000'),
  fc.constantFrom(
    'W10=',
    'bnVsbA==',
    'W3sibmFtZSI6IlwwIn1d',
    'AbCdEfGh01234567',
    phone.slice(0, -4),
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const name = fc.constantFrom(
  ...['activity', 'orderId', 'businessId', 'instanceId', 'productId', 'skuCode', 'customerId'],
  ...['customerName', 'userId', 'userName', 'mobilePhone', 'email', 'testFlag', 'trialFlag'],
  ...['expireTime', 'acceptanceTime', 'startTime', 'chargingMode', 'saasExtendParams', 'amount'],
  ...['diskSize', 'bandWidth', 'periodType', 'periodNumber', 'orderAmount', 'provisionType'],
  ...['trialToFormal', 'instanceStatus', 'timeStamp', '__proto__', 'constructor', '', 'a\u0000b'],
)

const tamperedOf = (calls: readonly Call[]) =>
  fc
    .tuple(fc.constantFrom(...calls), fc.dictionary(name, oddValue, { maxKeys: 3 }))
    .map(([call, changes]) =>
      Object.fromEntries([...Object.entries(call), ...Object.entries(changes)]),
    )
    .filter((call) => Object.values(call).every((value) => value.isWellFormed()))

describe.each([
  { path: 'saas', calls: callsOfSaas },
  { path: 'license', calls: callsOfLicense },
] as const)('the GET interface of $path', ({ path, calls }) => {
  test(`answers ${runs} signed calls with odd values with a code of their own, never 000005`, async () => {
    await fc.assert(
      fc.asyncProperty(tamperedOf(calls), async (parameters) => {
        const { status, body, text } = await v1Call(service, parameters, { path })
        expect(status).toBe(200)
        expect(body['resultCode'], text).toMatch(/^00000[0-4]$/)
      }),
      { numRuns: runs },
    )
  })

  test(`refuses none of ${runs} purchases for what only informs, whatever that is`, async () => {
    const [purchase = {}] = calls
    const informing = fc.dictionary(
      fc.constantFrom('mobilePhone', 'email', 'saasExtendParams'),
      oddValue.filter((text) => text.isWellFormed() && !/[\0&=]/.test(text)),
      { minKeys: 1 },
    )
    await fc.assert(
      fc.asyncProperty(informing, async (odd) => {
        const { body, text } = await v1Call(service, { ...purchase, ...odd }, { path })
        expect(body['resultCode'], text).toBe('000000')
      }),
      { numRuns: runs },
    )
  })

  test('refuses queries that are no query, and signs what it says', async () => {
    const queries = ['', '&', '%', '%zz=%zz', 'authToken', 'activity=%FF', `a=${'b'.repeat(6_000)}`]
    for (const query of queries) {
      const answer = await sendTo(service, `/main/${path}?${query}`)
      expectSigned(answer, keys.v1)
      expect(answer.body['resultCode']).toMatch(/^00000[12]$/)
    }
  })
})
