import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { retryNow } from '../harness/jobs.ts'
import { callB, extendParams, getLicenseOf } from '../harness/licenses.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
describe.each(databases)('on the %s database', (database) => {
  let store: OrderStore
  /** Its orders are read. */
  let service: TestService
  /** Nobody reads its orders. */
  let blind: TestService

  beforeAll(async () => {
    store = await startOrderStore(credentials)
    service = await startService({
      database,
      limits: shortLimits,
      settings: {
        KOOGATE_STORE_URL: store.url.href,
        KOOGATE_STORE_AK: credentials.accessKey,
        KOOGATE_STORE_SK: credentials.secretKey,
      },
    })
    blind = await startService({ database })
  })
  afterAll(async () => {
    await service.stop()
    await blind.stop()
    await store.close()
  })

  type Members = Readonly<Record<string, unknown>>
  type Seen = Readonly<Record<string, unknown>> & {
    readonly plan: Members
    readonly buyer: Members | null
  }
  type Path = 'saas' | 'license'

  const see = async (id: string, at = service) => (await instanceOf(at, id)) as Seen
  /** The instance once its orders are read as far as they can be. */
  const when = (id: string, holds: (seen: Seen) => boolean) =>
    until(async () => {
      await retryNow(service.db)
      return see(id)
    }, holds)

  async function bought(path: Path = 'saas', sold = {}): Promise<string> {
    const order = putOrder(store, { expireTime: '20270101000000', ...sold })
    const { body } = await storeCall(service, purchaseOf(order), { path })
    const id = String(body['instanceId'])
    await when(id, ({ plan }) => plan['quantity'] === 10)
    return id
  }

  async function refresh(
    id: string,
    scene: string,
    expireTime: string,
    more: Members = {},
    at = service,
  ) {
    const call = { activity: 'refreshInstance', instanceId: id, scene, expireTime, ...more }
    const { body } = await storeCall(at, { ...newOrder(), ...call })
    expect(body).toMatchObject({ resultCode: '000000' })
  }

  const upgrade = (id: string, order = newOrder(), at = service) =>
    storeCall(at, { activity: 'upgradeInstance', instanceId: id, ...order })

  describe.each<Path>(['saas', 'license'])(
    'what was bought through V2 (%s) stays known',
    (path) => {
      const whole = {
        plan: {
          productId: 'P-basic',
          skuCode: 'sku-of-P-basic',
          quantity: 10,
          chargingMode: 'PERIOD',
          extendParams: [{ name: 'emailDomainName' }],
        },
        buyer: { customerId: '459bbbec25d24749b2eb83be37b602a8', mobilePhone: '186****8888' },
      }
      const call = (members: Members) => storeCall(service, members, { path })
      const renewal = {
        activity: 'refreshInstance',
        scene: 'RENEWAL',
        expireTime: '20280101000000',
      }

      test('while the order of a renewal or an upgrade is not read', async () => {
        const id = await bought(path)
        await call({ ...renewal, instanceId: id, ...newOrder() })
        await call({ activity: 'upgradeInstance', instanceId: id, ...newOrder() })
        expect(await see(id)).toMatchObject({ ...whole, productId: 'P-basic' })
      })

      test('once it is read and repeats nothing, and through freezing and release', async () => {
        const id = await bought(path)
        const order = putOrder(store, { type: 'RENEW', isBare: true })
        await call({ ...renewal, instanceId: id, ...order })
        await when(id, ({ plan }) => plan['orderType'] === 'RENEW')
        await call({ activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' })
        await call({ activity: 'releaseInstance', instanceId: id })
        expect(await see(id)).toMatchObject({ ...whole, status: 'released' })
      })

      test('and an upgrade changes what it tells', async () => {
        const id = await bought(path)
        const order = putOrder(store, { type: 'CHANGE', productId: 'P-pro', quantity: 20 })
        await call({ activity: 'upgradeInstance', instanceId: id, ...order })
        const seen = await when(id, ({ plan }) => plan['quantity'] === 20)
        expect(seen).toMatchObject({
          ...whole,
          productId: 'P-pro',
          plan: { productId: 'P-pro', skuCode: 'sku-of-P-pro', quantity: 20 },
        })
      })
    },
  )

  describe('a renewal that is cancelled', () => {
    const refund = 'UNSUBSCRIBE_RENEWAL_PERIOD'
    const changed = async (id: string, productId: string, quantity: number, expireTime: string) => {
      const order = putOrder(store, { type: 'RENEW', productId, quantity, createTime: expireTime })
      await refresh(id, 'RENEWAL_CHANGE', expireTime, order)
      return when(id, ({ plan }) => plan['quantity'] === quantity)
    }

    test('returns to the plan before: of two changed ones the second, then the first', async () => {
      const id = await bought()
      await changed(id, 'P-pro', 20, '20280101000000')
      await changed(id, 'P-max', 30, '20290101000000')
      await refresh(id, refund, '20280101000000')
      expect(await see(id)).toMatchObject({
        expireTime: '2028-01-01T00:00:00.000Z',
        productId: 'P-pro',
        plan: { productId: 'P-pro', quantity: 20 },
        attention: null,
      })
      await refresh(id, refund, '20270101000000')
      expect(await see(id)).toMatchObject({
        expireTime: '2027-01-01T00:00:00.000Z',
        plan: { productId: 'P-basic', quantity: 10 },
        attention: null,
      })
    })

    test('keeps an upgrade that was made before it, and takes back one that was made after it', async () => {
      const id = await bought()
      const before = {
        type: 'CHANGE',
        productId: 'P-plus',
        quantity: 15,
        createTime: '20260201000000',
      }
      await upgrade(id, putOrder(store, before))
      await when(id, ({ plan }) => plan['quantity'] === 15)
      await changed(id, 'P-pro', 20, '20280101000000')
      const after = { ...before, productId: 'P-max', quantity: 30, createTime: '20290201000000' }
      await upgrade(id, putOrder(store, after))
      await when(id, ({ plan }) => plan['quantity'] === 30)
      await refresh(id, refund, '20270101000000')
      expect((await see(id)).plan).toMatchObject({ productId: 'P-plus', quantity: 15 })
    })

    test('never takes product or quantity of its own order', async () => {
      const id = await bought()
      await changed(id, 'P-pro', 20, '20280101000000')
      const order = putOrder(store, { type: 'UNSUBSCRIBE', productId: 'P-odd', quantity: 99 })
      await refresh(id, refund, '20270101000000', { ...order, productId: 'P-named' })
      await when(id, (seen) => (seen['order'] as Members)['state'] === 'fetched')
      expect(await see(id)).toMatchObject({
        productId: 'P-basic',
        plan: { productId: 'P-basic', quantity: 10 },
      })
    })

    test.each([
      ['no order', '20280601000000', ['20280101000000', '20290101000000']],
      ['several orders', '20280101000000', ['20280101000000', '20280101000000', '20290101000000']],
    ])(
      'to an expiry that %s had takes the latest one back, and is flagged',
      async (_name, to, ends) => {
        const id = await bought()
        const plans = [
          ['P-a', 20],
          ['P-b', 30],
          ['P-c', 40],
        ] as const
        for (const [i, expireTime] of ends.entries()) {
          const [productId, quantity] = plans[i] ?? plans[0]
          const createTime = `2026020${i + 1}000000`
          const order = putOrder(store, { type: 'RENEW', productId, quantity, createTime })
          await refresh(id, 'RENEWAL_CHANGE', expireTime, order)
          await when(id, ({ plan }) => plan['quantity'] === quantity)
        }
        await refresh(id, refund, to)
        const [productId, quantity] = plans[ends.length - 2] ?? plans[0]
        expect(await see(id)).toMatchObject({ plan: { productId, quantity } })
        expect((await see(id))['attention']).toMatch(/cancels a renewal/)
      },
    )
  })

  describe('a trial', () => {
    test('of V2 is one from its order until its conversion', async () => {
      const id = await bought('saas', { type: 'TRIAL' })
      expect(await see(id)).toMatchObject({ trial: true })
      await refresh(id, 'RENEWAL', '20280101000000')
      expect(await see(id)).toMatchObject({ trial: true })
      await refresh(id, 'TRIAL_TO_FORMAL', '20290101000000')
      expect(await see(id)).toMatchObject({ trial: false })
    })

    test('of V1 likewise', async () => {
      const id = await v1Buy(service, { trialFlag: '1' })
      expect(await see(id)).toMatchObject({ trial: true })
      await v1Call(service, v1Refresh(id, { trialToFormal: '1' }))
      expect(await see(id)).toMatchObject({ trial: false })
    })
  })

  test('V1 keeps everything that its calls told, and a cancelled renewal returns to it', async () => {
    const id = await v1Buy(service, {
      amount: '5',
      diskSize: '100',
      bandWidth: '10',
      provisionType: '1',
      skuCode: 'sku-small',
      userId: 'u-1',
      userName: 'lisi',
      expireTime: '20270101000000',
      saasExtendParams: extendParams([{ name: 'emailDomainName', value: 'test.example.com' }]),
    })
    const sold = {
      diskSize: 100,
      bandWidth: 10,
      provisionType: '1',
      quantity: 5,
      chargingMode: 'PERIOD',
      extendParams: [{ name: 'emailDomainName' }],
    }
    const buyer = { userId: 'u-1', userName: 'l***i', customerName: 'z***n' }
    await v1Call(service, v1Upgrade(id, { diskSize: '200' }))
    expect(await see(id)).toMatchObject({
      plan: { ...sold, diskSize: 200, productId: '00301-666688-0-0', skuCode: 'sku-large' },
      buyer,
    })
    await v1Call(service, v1Refresh(id, { productId: 'P-year', expireTime: '20280101000000' }))
    expect(await see(id)).toMatchObject({ productId: 'P-year', plan: { diskSize: 200 }, buyer })
    await v1Call(
      service,
      v1Refresh(id, { orderAmount: '-10', expireTime: '20270101000000', productId: 'P-odd' }),
    )
    expect(await see(id)).toMatchObject({
      productId: '00301-666688-0-0',
      plan: { ...sold, diskSize: 200, bandWidth: 10 },
      expireTime: '2026-12-31T16:00:00.000Z',
      attention: null,
    })
  })

  test('License 1.0 keeps who bought and what, through a renewal', async () => {
    const call = getLicenseOf({
      amount: '3',
      provisionType: '3',
      userId: 'u-1',
      userName: 'lisi',
      skuCode: 'sku-1',
    })
    const id = String((await callB(service, call)).body['instanceId'])
    const refreshB = { activity: 'refreshLicense', orderId: 'R-1', expireTime: '20991231235959' }
    await callB(service, { ...refreshB, instanceId: id })
    expect(await see(id)).toMatchObject({
      plan: {
        productId: '00301-666666-0--0',
        skuCode: 'sku-1',
        quantity: 3,
        provisionType: '3',
        extendParams: [{ name: 'identificationCode' }],
      },
      buyer: { userId: 'u-1', userName: 'l***i' },
    })
  })

  test('who bought is nowhere in the clear in the row of an instance', async () => {
    const id = await bought()
    const { sale } = await service.db
      .selectFrom('sold_instances')
      .select('sale')
      .where('instance_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(Buffer.from(sale ?? []).toString('latin1')).not.toMatch(/18688888888|mock_user|P-basic/)
  })

  describe('an order that is restarted late', () => {
    test.each(['RENEWAL', 'TRIAL_TO_FORMAL', 'RENEWAL_CHANGE'])(
      '%s takes no paid year back',
      async (scene) => {
        const { body } = await storeCall(blind, purchaseOf())
        const id = String(body['instanceId'])
        await refresh(id, 'RENEWAL', '20291231155959', { productId: 'P-new' }, blind)
        await refresh(id, scene, '20281231155959', {}, blind)
        expect(await see(id, blind)).toMatchObject({
          expireTime: '2029-12-31T15:59:59.000Z',
          productId: 'P-new',
        })
      },
    )

    test('a renewal does not bring back its product', async () => {
      const { body } = await storeCall(blind, purchaseOf())
      const id = String(body['instanceId'])
      await refresh(id, 'RENEWAL', '20291231155959', { productId: 'P-new' }, blind)
      await refresh(id, 'RENEWAL', '20281231155959', { productId: 'P-old' }, blind)
      expect(await see(id, blind)).toMatchObject({ productId: 'P-new' })
    })

    test('a V1 renewal takes no paid year back either', async () => {
      const id = await v1Buy(blind, { expireTime: '20271231235959' })
      for (const expireTime of ['20291231235959', '20281231235959']) {
        await v1Call(blind, v1Refresh(id, { expireTime, orderAmount: '100' }))
      }
      expect(await see(id, blind)).toMatchObject({ expireTime: '2029-12-31T15:59:59.000Z' })
    })

    const older = { type: 'CHANGE', productId: 'P-old', quantity: 20, createTime: '20260201000000' }
    const newer = { type: 'CHANGE', productId: 'P-new', quantity: 30, createTime: '20260301000000' }
    const changes = ['upgradeInstance', 'RENEWAL_CHANGE'] as const
    const apply = (id: string, how: (typeof changes)[number], order = newOrder()) =>
      how === 'upgradeInstance' ? upgrade(id, order) : refresh(id, how, '20300101000000', order)

    describe.each(changes)(
      'of two changes (%s, then an upgrade) the one placed later wins',
      (first) => {
        test.each([
          ['in the order in which they were placed', older, newer],
          ['the other way round', newer, older],
        ])('%s', async (_name, one, other) => {
          const id = await bought()
          await apply(id, first, putOrder(store, one))
          await upgrade(id, putOrder(store, other))
          const seen = await when(
            id,
            ({ plan, attention }) => plan['quantity'] === 30 && attention === null,
          )
          expect(seen).toMatchObject({ productId: 'P-new', plan: newerPlan, attention: null })
        })
      },
    )
    const newerPlan = { productId: 'P-new', quantity: 30 }

    test.each([
      ['in the order in which they were placed', older, newer, 0],
      ['the other way round', newer, older, 1],
    ])(
      'while their orders cannot be read yet the last call wins and is flagged; then it is decided again once: %s',
      async (_name, one, other, decidedAgain) => {
        const id = await bought()
        const [first, second] = [newOrder(), newOrder()]
        for (const order of [first, second]) {
          store.failQueries(order.orderId, ...Array<'MKT.0999'>(1_000).fill('MKT.0999'))
          await upgrade(id, order)
        }
        expect((await see(id))['attention']).toContain(second.orderId)
        putOrder(store, other, second)
        store.failQueries(second.orderId)
        await when(id, ({ plan }) => plan['productId'] === other.productId)
        expect((await see(id))['attention']).toMatch(/both change the plan/)
        putOrder(store, one, first)
        store.failQueries(first.orderId)
        const seen = await when(id, ({ attention }) => attention === null)
        expect(seen).toMatchObject({ productId: 'P-new', plan: newerPlan })
        const { body } = await manage(service, `/instances/${id}`)
        const history = body['history'] as { type: string; orderId: string }[]
        const changed = history.filter(({ type }) => type === 'instance.changed')
        // By the order that holds from now on.
        expect(changed.map(({ orderId }) => orderId)).toEqual(
          Array<string>(decidedAgain).fill(first.orderId),
        )
      },
    )

    test('with the query off the last call wins, and the instance is flagged', async () => {
      const { body } = await storeCall(blind, purchaseOf())
      const id = String(body['instanceId'])
      await upgrade(id, newOrder(), blind)
      expect((await see(id, blind))['attention']).toBe(null)
      await refresh(id, 'RENEWAL_CHANGE', '20300101000000', { productId: 'P-last' }, blind)
      expect(await see(id, blind)).toMatchObject({ productId: 'P-last' })
      expect((await see(id, blind))['attention']).toMatch(/both change the plan/)
    })

    test('of an order that the store refuses to show the last call wins, and it stays flagged', async () => {
      const id = await bought()
      const unknown = newOrder()
      store.failQueries(unknown.orderId, 'MKT.0150')
      await upgrade(id, putOrder(store, newer))
      await when(id, ({ plan }) => plan['quantity'] === 30)
      await refresh(id, 'RENEWAL_CHANGE', '20300101000000', { ...unknown, productId: 'P-last' })
      const seen = await when(id, (one) => (one['order'] as Members)['state'] === 'refused')
      expect(seen).toMatchObject({ productId: 'P-last', plan: { quantity: 30 } })
      expect(seen['attention']).toMatch(/both change the plan/)
    })
  })
})
