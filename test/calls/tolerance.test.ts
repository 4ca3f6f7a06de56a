import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TargetProduct } from '../../src/ports/change-check.ts'
import { buyA, callA, callC } from '../harness/licenses.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'

// What came from the store, or will: values that no document knows, or that it writes otherwise. An
// order is never lost for one of them.

let service: TestService
const targets: TargetProduct[] = []
let objection: string | undefined

beforeAll(async () => {
  service = await startService({
    ports: {
      checkChange: (_instance, target) => {
        targets.push(target)
        return target['productId'] === 'forbidden' ? objection : undefined
      },
    },
  })
})
afterAll(() => service.stop())

const call = async (members: Readonly<Record<string, unknown>>) =>
  (await storeCall(service, members)).body

describe('a testFlag as a number', () => {
  test.each([
    [1, true],
    [0, false],
    ['1', true],
    ['0', false],
  ])('%j: a purchase is a test: %j', async (testFlag, isTest) => {
    const id = await buy(service, { testFlag })
    expect(await instanceOf(service, id)).toMatchObject({ test: isTest, status: 'active' })
  })

  test('one that is no flag is refused, and the answer names each value once', async () => {
    expect(await call(purchaseOf(newOrder(), { testFlag: 'yes' }))).toEqual({
      resultCode: '000002',
      resultMsg: 'testFlag must be one of 0, 1',
    })
  })

  test('1 touches nothing that is real', async () => {
    const id = await buy(service)
    const release = { activity: 'releaseInstance', instanceId: id }
    expect(await call({ ...release, testFlag: 1 })).toMatchObject({ resultCode: '000000' })
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active' })
    expect(await call({ ...release, testFlag: 0 })).toMatchObject({ resultCode: '000000' })
    expect(await instanceOf(service, id)).toMatchObject({ status: 'released' })
  })

  test('is taken by every interface with a body', async () => {
    const [license, instanceId] = [newId('PL'), await buyA(service)]
    const release = { activity: 'releaseInstance', instanceId, testFlag: 1 }
    const freeze = { activity: 'updateLicenseCodeStatus', license, status: 'FREEZE', testFlag: 1 }
    const notice = { activity: 'orderNotify', ...newOrder(), testFlag: 1 }
    const answers = [
      await callA(service, release),
      await callC(service, freeze),
      await storeCall(service, notice, { path: 'orders' }),
    ]
    expect(answers.map(({ body }) => body['resultCode'])).toEqual(['000000', '000000', '000000'])
    expect(await instanceOf(service, instanceId)).toMatchObject({ status: 'active' })
  })

  test.each([2, '2', true, 'yes'])('%j is none', async (testFlag) => {
    const body = await call({ ...purchaseOf(), testFlag })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain('testFlag')
  })
})

describe.each([
  ['SaaS V2', buy, storeCall],
  ['License A', buyA, callA],
] as const)('a scene that nobody knows yet, of %s', (_family, sell, send) => {
  const scene = 'RENEWAL_UPGRADE_2027'
  const refreshOf = (instanceId: string, expireTime: string, more = {}) => ({
    activity: 'refreshInstance',
    scene,
    instanceId,
    expireTime,
    ...newOrder(),
    ...more,
  })
  const code = async (members: Readonly<Record<string, unknown>>) =>
    (await send(service, members)).body['resultCode']

  test('applies a later expiry, once', async () => {
    const id = await sell(service)
    const first = refreshOf(id, '20291231155959', { productId: 'P-2' })
    expect([await code(first), await code(first)]).toEqual(['000000', '000000'])
    expect(await instanceOf(service, id)).toMatchObject({
      expireTime: '2029-12-31T15:59:59.000Z',
      productId: 'P-2',
      attention: null,
    })
    expect(await code(refreshOf(id, '20301231155959'))).toBe('000000')
    expect(await instanceOf(service, id)).toMatchObject({ expireTime: '2030-12-31T15:59:59.000Z' })
  })

  test('keeps an earlier one as attention, and says so once', async () => {
    const id = await sell(service)
    await code(refreshOf(id, '20291231155959', { scene: 'RENEWAL' }))
    const before = await instanceOf(service, id)
    const shorter = refreshOf(id, '20281231155959', { productId: 'P-9' })
    expect([await code(shorter), await code(shorter)]).toEqual(['000000', '000000'])
    const after = await instanceOf(service, id)
    expect(after).toMatchObject({
      expireTime: before['expireTime'],
      productId: before['productId'],
      history: before['history'],
    })
    expect(after['attention']).toBe(
      `order ${shorter.orderId}: scene ${scene} is unknown and its expiry ` +
        '2028-12-31T15:59:59.000Z is earlier than the present one, which was kept',
    )
  })

  test('unfreezes what had expired, as a renewal does', async () => {
    const id = await sell(service)
    await code(refreshOf(id, '20200101000000', { scene: 'RENEWAL' }))
    await code({ activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' })
    expect(await code(refreshOf(id, '20991231155959'))).toBe('000000')
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active' })
  })

  test.each(['', 'x'.repeat(65), 7])('but %j is no scene', async (none) => {
    const id = await sell(service)
    expect(await code(refreshOf(id, '20291231155959', { scene: none }))).toBe('000002')
  })
})

test('a scene that nobody knows yet of a license code applies a later expiry, and leaves an earlier one alone', async () => {
  const license = newId('PL')
  const codes = []
  for (const expireTime of ['20291231155959', '20301231155959', '20281231155959']) {
    const refresh = { activity: 'refreshLicenseCode', license, expireTime, ...newOrder() }
    const { body } = await callC(service, { ...refresh, scene: 'RENEWAL_2027' })
    codes.push(body['resultCode'])
  }
  expect(codes).toEqual(['000000', '000000', '000000'])
  const { body } = await manage(service, `/licenses?code=${license}`)
  expect(body['items']).toMatchObject([{ expireTime: '2030-12-31T15:59:59.000Z' }])
  const [{ licenseId } = { licenseId: '' }] = body['items'] as { licenseId: string }[]
  const { body: alarms } = await manage(service, `/alarms?subject=license:${licenseId}`)
  expect(alarms['items']).toMatchObject([{ key: 'license.expiry', count: 1, clearedAt: null }])
})

describe('a productInfo', () => {
  const product = {
    productId: 'OFFI461867333479178240',
    skuCode: '0a4d1578-5295-46a7-92d4-7c803dccc51d',
    linearValue: 3,
    productName: '名称/规格',
  }
  const odd = { productId: 7, skuCode: 'x'.repeat(70), linearValue: '3.0', productName: null }
  const check = async (productInfo: unknown) => {
    targets.length = 0
    const instanceId = await buy(service)
    return call({ activity: 'changeInstanceCheck', instanceId, productInfo })
  }

  test.each<[string, unknown, readonly object[]]>([
    ['an object', product, [product]],
    ['an array of it', [product], [product]],
    ['its JSON text', JSON.stringify(product), [product]],
    ['the JSON text of an array', JSON.stringify([product]), [product]],
    ['an array of two', [product, odd], [product, odd]],
    ['members beyond their bounds', odd, [odd]],
    ['no member at all', {}, [{}]],
    ['an empty array', [], [{}]],
    ['text that is no JSON', 'seats: 3', [{ text: 'seats: 3' }]],
    ['an array of texts', ['seats'], [{ text: 'seats' }]],
  ])('of %s is asked about as it came', async (_form, productInfo, asked) => {
    expect(await check(productInfo)).toMatchObject({ resultCode: '000000' })
    expect(targets).toEqual(asked)
  })

  test('is refused if one product of an array is', async () => {
    objection = 'too many seats in use'
    const body = await check([product, { productId: 'forbidden' }])
    expect(body).toEqual({ resultCode: '000005', resultMsg: objection })
  })
})
