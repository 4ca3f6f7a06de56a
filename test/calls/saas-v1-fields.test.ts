import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type V1EncryptType, decryptV1Field, encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import {
  type Parameters,
  appInfoIn,
  firstInfoIn,
  v1Buy,
  v1Purchase,
  v1Refresh,
  v1Upgrade,
} from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

const key = keys.v1
const phone = '15905222222'
const email = 'seller@example.com'
const encrypt = (plain: string, encryptType: V1EncryptType = '1', otherKey = key) =>
  encryptV1Field({ key: otherKey, encryptType, plain })
const listOf = (list: unknown) => Buffer.from(JSON.stringify(list)).toString('base64')

/** Everything that is kept of an order, bytes as latin1. */
async function storedText(service: TestService, orderId: string): Promise<string> {
  const rows = await Promise.all([
    service.db.selectFrom('order_lines').selectAll().where('order_id', '=', orderId).execute(),
    service.db.selectFrom('messages').selectAll().where('order_id', '=', orderId).execute(),
    service.db.selectFrom('sold_instances').selectAll().where('order_id', '=', orderId).execute(),
  ])
  expect(rows.map(({ length }) => length > 0)).toEqual([true, true, true])
  return rows
    .flat()
    .flatMap((row) => Object.values(row) as unknown[])
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    )
    .join('\n')
}

// 1 is AES-256, 2 is AES-128.
describe.each(['1', '2'] as const)('V1 encryption %s', (encryptType) => {
  let service: TestService

  beforeAll(async () => {
    service = await startService({
      settings: { KOOGATE_V1_ENCRYPTION: encryptType, KOOGATE_USER_NAME: '管理员-admin' },
    })
  })
  afterAll(() => service.stop())

  test('answers account and password encrypted so, and says which way', async () => {
    const answer = await v1Call(service, v1Purchase())
    expect(answer.body).toMatchObject({ resultCode: '000000', encryptType })
    const instanceId = String(answer.body['instanceId'])
    const open = (value = '') => decryptV1Field({ key, encryptType, value })
    expect(open(appInfoIn(answer)['userName'])).toBe('管理员-admin')
    const body = { frontEndUrl: 'https://app.example.com/', userName: 'root', password: '密码Pw0!' }
    await manage(service, `/instances/${instanceId}/app-info`, { method: 'PUT', body })
    const asked = await v1Call(service, { activity: 'queryInstance', instanceId })
    expect(asked.body).toMatchObject({ encryptType })
    expect(asked.text).not.toContain('root')
    const shown = firstInfoIn(asked)
    expect([open(shown['userName']), open(shown['password'])]).toEqual(['root', '密码Pw0!'])
  })

  test.each(['1', '2'] as const)(
    'takes mobile and e-mail that came encrypted as %s',
    async (sentAs) => {
      const id = await v1Buy(service, {
        mobilePhone: encrypt(phone, sentAs),
        email: encrypt(email, sentAs),
      })
      const { order } = await instanceOf(service, id)
      expect(order).toMatchObject({
        buyer: { mobilePhone: '159****2222', email: 's***@example.com' },
      })
    },
  )
})

describe('the fields of a purchase', () => {
  let service: TestService

  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  const answerTo = async (parameters: Parameters) => (await v1Call(service, parameters)).body

  test('all of it is kept, private values shown masked and at rest only inside the vault', async () => {
    const call = v1Purchase({
      amount: '30',
      email: encrypt(email),
      mobilePhone: encrypt(phone),
      customerName: 'verySecretName',
      userId: 'user-7',
      userName: 'iamSecretUser',
      orderAmount: '99.5',
      skuCode: 'sku-1',
      saasExtendParams: listOf([
        { name: 'idNum', value: '352255555555656' },
        { name: 'custEmail', value: '123@huawei.com' },
        { name: 'emailDomainName', value: 'test.example.com' },
        { name: 'fourth', value: 'is no reason to refuse' },
      ]),
    })
    expect(await answerTo(call)).toMatchObject({ resultCode: '000000' })
    const { order } = await instanceOf(service, String(call['businessId']))
    expect(order).toMatchObject({
      state: 'fetched',
      type: 'NEW',
      chargingMode: 'PERIOD',
      periodType: 'year',
      periodNumber: 1,
      productId: '00301-666666-0--0',
      skuCode: 'sku-1',
      quantity: 30,
      expireTime: '2099-12-31T15:59:59.000Z',
      currencyAfterDiscount: '99.5',
      buyer: {
        customerId: '68cbc86abc2018ab880d92f36422fa0e',
        customerName: 'v***e',
        userId: 'user-7',
        userName: 'i***r',
        mobilePhone: '159****2222',
        email: 's***@example.com',
      },
      extendParams: [
        { name: 'idNum', value: '***' },
        { name: 'custEmail', value: '1***@huawei.com' },
        { name: 'emailDomainName', value: 'test.example.com' },
        { name: 'fourth', value: 'is no reason to refuse' },
      ],
    })
    const stored = await storedText(service, String(call['orderId']))
    for (const secret of [
      phone,
      email,
      'verySecretName',
      'iamSecretUser',
      '352255555555656',
      String(call['mobilePhone']),
    ]) {
      expect(stored).not.toContain(secret)
    }
  })

  test.each([
    ['0', 'ON_DEMAND'],
    ['1', 'PERIOD'],
    ['3', 'ONE_TIME'],
    ['5', 'ON_DEMAND_PKG'],
    ['7', '7'],
  ])('chargingMode %s is shown as %s', async (chargingMode, shown) => {
    const id = await v1Buy(service, { chargingMode })
    expect(await instanceOf(service, id)).toMatchObject({ order: { chargingMode: shown } })
  })

  test("WeLink's platformParams stays the JSON text it is, readable by its name", async () => {
    const value = JSON.stringify({ tenantName: 'acme', tennantId: 't-1', userId: 'u-1' })
    const saasExtendParams = listOf([{ name: 'platformParams', value }])
    const id = await v1Buy(service, { saasExtendParams })
    expect(await instanceOf(service, id)).toMatchObject({
      order: { extendParams: [{ name: 'platformParams', value }] },
    })
  })

  test('extension parameters that come with an upgrade are taken over', async () => {
    const id = await v1Buy(service)
    await answerTo(v1Upgrade(id, { saasExtendParams: listOf([{ name: 'seats', value: '9' }]) }))
    expect(await instanceOf(service, id)).toMatchObject({
      order: { extendParams: [{ name: 'seats', value: '9' }] },
    })
  })

  test('empty optional parameters mean absent', async () => {
    const empty = {
      email: '',
      mobilePhone: '',
      saasExtendParams: '',
      acceptanceTime: '',
      testFlag: '',
      amount: '',
    }
    const id = await v1Buy(service, empty)
    expect(await instanceOf(service, id)).toMatchObject({
      test: false,
      acceptanceTime: null,
      order: { quantity: null, extendParams: [], buyer: { email: null, mobilePhone: null } },
    })
  })

  test.each<[string, Parameters, string]>([
    ['an expireTime of 30 February', { expireTime: '20300230000000' }, 'expireTime'],
    ['an expireTime before the year 1', { expireTime: '00010101000000' }, 'expireTime'],
    ['an acceptanceTime of month 13', { acceptanceTime: '20301301000000000' }, 'acceptanceTime'],
    ['an acceptanceTime in words', { acceptanceTime: 'yesterday' }, 'acceptanceTime'],
    ['no productId', { productId: '' }, 'productId'],
    ['an orderId of 65 characters', { orderId: 'x'.repeat(65) }, 'orderId'],
    ['a testFlag of 2', { testFlag: '2' }, 'testFlag'],
    ['an unknown activity', { activity: 'buyEverything' }, 'activity'],
  ])('%s is 000002, named and kept, and makes no instance', async (_what, tampered, field) => {
    const businessId = newId('business')
    const call = v1Purchase({ businessId, ...tampered })
    const from = new Date().toISOString()
    const body = await answerTo(call)
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain(field)
    expect((await manage(service, `/instances/${businessId}`)).status).toBe(404)
    const { body: kept } = await manage(service, `/messages?resultCode=000002&from=${from}`)
    expect(kept['items']).toEqual([expect.objectContaining({ family: 'saas-v1', verified: true })])
  })

  const unreadable: readonly [string, Parameters, string][] = [
    [
      'a mobilePhone made with another key',
      { mobilePhone: encrypt(phone, '1', 'other-key') },
      'mobilePhone',
    ],
    ['a mobilePhone in the clear', { mobilePhone: phone }, 'mobilePhone'],
    ['an overlong mobilePhone', { mobilePhone: 'x'.repeat(2_000) }, 'mobilePhone'],
    ['a mobilePhone that is not text', { mobilePhone: '\0' }, 'mobilePhone'],
    ['an email that is not text', { email: `\0${email}` }, 'email'],
    ['saasExtendParams that are not text', { saasExtendParams: 'W10\0' }, 'saasExtendParams'],
    ['an email cut short', { email: encrypt(email).slice(0, 30) }, 'email'],
    ['an email that is no Base64', { email: 'AbCdEfGh01234567####' }, 'email'],
    ['saasExtendParams that are no Base64', { saasExtendParams: '{"a":' }, 'saasExtendParams'],
    ['saasExtendParams without JSON', { saasExtendParams: 'bm8ganNvbg==' }, 'saasExtendParams'],
    ['saasExtendParams that are no UTF-8', { saasExtendParams: '//79' }, 'saasExtendParams'],
    ['overlong saasExtendParams', { saasExtendParams: 'x'.repeat(3_000) }, 'saasExtendParams'],
    [
      'saasExtendParams of which one has no name',
      { saasExtendParams: listOf([{ value: 'b' }]) },
      'saasExtendParams',
    ],
    ['an amount of .5', { amount: '.5' }, 'amount'],
    ['a periodNumber of 1.5', { periodNumber: '1.5' }, 'periodNumber'],
  ]

  test.each(unreadable)(
    '%s refuses no purchase: it is unknown, and an operator is told which',
    async (_what, odd, field) => {
      const call = v1Purchase(odd)
      expect(await answerTo(call)).toMatchObject({ resultCode: '000000' })
      const instance = await instanceOf(service, String(call['businessId']))
      const { orderId } = call
      expect(instance['attention']).toBe(`order ${orderId ?? ''}: ${field} could not be read`)
      expect(instance).toMatchObject({
        order: {
          buyer: { mobilePhone: null, email: null },
          extendParams: [],
          quantity: null,
          periodNumber: field === 'periodNumber' ? null : 1,
        },
      })
    },
  )

  test.each(unreadable)(
    '%s refuses no repeat and no test call, and nothing that was known is lost',
    async (_what, odd, field) => {
      const known = {
        mobilePhone: encrypt(phone),
        email: encrypt(email),
        saasExtendParams: listOf([{ name: 'a', value: 'b' }]),
      }
      const call = v1Purchase(known)
      const { instanceId } = await answerTo(call)
      for (const acceptance of [{}, { acceptanceTime: '20300101000000000' }]) {
        const body = await answerTo({ ...call, ...odd, ...acceptance })
        expect(body).toMatchObject({ resultCode: '000000', instanceId })
      }
      const instance = await instanceOf(service, String(instanceId))
      expect(instance['attention']).toBe(
        `order ${call['orderId'] ?? ''}: ${field} could not be read`,
      )
      expect(instance).toMatchObject({
        acceptanceTime: '2029-12-31T16:00:00.000Z',
        order: {
          buyer: { mobilePhone: '159****2222', email: 's***@example.com' },
          extendParams: [{ name: 'a', value: 'b' }],
        },
      })
      const tested = await answerTo(v1Purchase({ ...odd, testFlag: '1' }))
      expect(tested).toMatchObject({ resultCode: '000000' })
    },
  )

  test('what the acceptance tells of the order holds from then on', async () => {
    const paramsOf = (value: string) => listOf([{ name: 'a', value }])
    const call = v1Purchase({ mobilePhone: encrypt(phone), saasExtendParams: paramsOf('b') })
    const { instanceId } = await answerTo(call)
    const later = { mobilePhone: encrypt('13900001111'), saasExtendParams: paramsOf('c') }
    await answerTo({ ...call, ...later, acceptanceTime: '20300101000000000' })
    expect(await instanceOf(service, String(instanceId))).toMatchObject({
      order: {
        buyer: { mobilePhone: '139****1111' },
        extendParams: [{ name: 'a', value: 'c' }],
      },
    })
    // An upgrade that tells none leaves them.
    await answerTo(v1Upgrade(String(instanceId)))
    expect(await instanceOf(service, String(instanceId))).toMatchObject({
      order: { type: 'CHANGE', extendParams: [{ name: 'a', value: 'c' }] },
    })
  })

  test('extension parameters are taken but for the odd one', async () => {
    const saasExtendParams = listOf([{ value: 'nameless' }, { name: 'seats', value: '9' }])
    const id = await v1Buy(service, { saasExtendParams })
    expect(await instanceOf(service, id)).toMatchObject({
      attention: expect.stringContaining('saasExtendParams') as string,
      order: { extendParams: [{ name: 'seats', value: '9' }] },
    })
  })

  test.each<[string, Parameters, object]>([
    ['10.0', { amount: '10.0' }, { quantity: 10 }],
    ['1.0', { periodNumber: '1.0' }, { periodNumber: 1 }],
    ['a charging mode of 3.0', { chargingMode: '3.0' }, { chargingMode: 'ONE_TIME' }],
    ['an amount of money of .5', { orderAmount: '.5' }, { currencyAfterDiscount: '.5' }],
    ['a trial of 1.0', { trialFlag: '1.0' }, { type: 'TRIAL' }],
    ['a disk of 10.0 and a bandwidth of .5', { diskSize: '10.0', bandWidth: '.5' }, {}],
  ])('a number as %s is read', async (_number, odd, order) => {
    const id = await v1Buy(service, odd)
    expect(await instanceOf(service, id)).toMatchObject({ attention: null, order })
  })

  test('a testFlag of 1.0 marks a test, and of 0.0 none', async () => {
    for (const testFlag of ['1.0', '0.0']) {
      const id = await v1Buy(service, { testFlag })
      expect(await instanceOf(service, id)).toMatchObject({ test: testFlag === '1.0' })
    }
  })

  test('of an upgrade an amount of 10.0 is read, and one of .5 leaves the quantity that was known', async () => {
    const id = await v1Buy(service, { amount: '3' })
    expect(await answerTo(v1Upgrade(id, { amount: '10.0' }))).toMatchObject({
      resultCode: '000000',
    })
    expect(await instanceOf(service, id)).toMatchObject({
      attention: null,
      order: { quantity: 10 },
    })
    const odd = { amount: '.5', saasExtendParams: 'odd' }
    expect(await answerTo(v1Upgrade(id, odd))).toMatchObject({ resultCode: '000000' })
    expect(await instanceOf(service, id)).toMatchObject({
      attention: expect.stringContaining('amount, saasExtendParams') as string,
      order: { quantity: 10, type: 'CHANGE' },
    })
  })

  test('of a renewal numbers as 1.0 and -.5 are read: the latter cancels it', async () => {
    const id = await v1Buy(service)
    const renewal = v1Refresh(id, { periodNumber: '1.0', orderAmount: '-.5' })
    expect(await answerTo(renewal)).toMatchObject({ resultCode: '000000' })
    expect(await instanceOf(service, id)).toMatchObject({
      order: { type: 'UNSUBSCRIBE', periodNumber: 1, currencyAfterDiscount: '-.5' },
    })
  })
})

test('mobile and e-mail are opened with every Key that is accepted, whichever signed the call', async () => {
  const rotating = await startService({ settings: { KOOGATE_V1_KEY: `new-key, ${key}` } })
  try {
    const call = v1Purchase({
      mobilePhone: encrypt(phone),
      email: encrypt(email, '2', 'new-key'),
    })
    for (const signedWith of ['new-key', key]) {
      const order = { ...call, orderId: newId('CS'), businessId: newId('business') }
      await v1Call(rotating, order, { key: signedWith })
      expect(await instanceOf(rotating, order.businessId)).toMatchObject({
        attention: null,
        order: { buyer: { mobilePhone: '159****2222', email: 's***@example.com' } },
      })
    }
  } finally {
    await rotating.stop()
  }
})
