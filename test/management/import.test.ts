import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssuedLicense } from '../../src/ports/licensing.ts'
import { contentOf } from '../harness/database-content.ts'
import { callB, getLicenseOf } from '../harness/licenses.ts'
import { twoAddresses } from '../harness/life-cycle-run.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'
import { faultyFields, manage, read } from './client.ts'

const addresses = twoAddresses({ v1Key: keys.v1 })
let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(async () => {
  await service.stop()
  addresses.remove()
})

const post = (body: unknown, of = service) => manage(of, '/instances', { method: 'POST', body })
const detail = (id: string) => read(service, 'InstanceDetail', `/instances/${id}`)
const codeOf = async (members: Record<string, string>) =>
  (await storeCall(service, members)).body['resultCode']
const v1CodeOf = async (parameters: Record<string, string>) =>
  (await v1Call(service, parameters)).body['resultCode']
const setImport = (open: boolean) =>
  read(service, 'ImportState', '/imports/china/saas', { method: 'PUT', body: { open } })

/** An instance of V1 that was sold before. */
const oldV1 = (more: Record<string, unknown> = {}) => ({
  instanceId: newId('old'),
  family: 'saas-v1',
  orderId: newOrder().orderId,
  productId: '00301-666666-0--0',
  quantity: 7,
  expireTime: '2030-01-01T00:00:00Z',
  appInfo: { frontEndUrl: 'https://app.example/old' },
  ...more,
})
const oldV2 = (more: Record<string, unknown> = {}) => ({
  ...oldV1(),
  family: 'saas-v2',
  ...newOrder(),
  ...more,
})

describe('importInstance', () => {
  it('makes calls of the store find what was sold in V1: a repeat of its order answers it', async () => {
    const old = oldV1()
    const { status, body } = await post(old)
    expect([status, body['outcome']]).toEqual([200, 'created'])
    const { body: answer } = await v1Call(service, v1Purchase({ orderId: old.orderId }))
    expect(answer).toMatchObject({ resultCode: '000000', instanceId: old.instanceId })
    expect(answer['appInfo']).toMatchObject(old.appInfo)
    expect(await detail(old.instanceId)).toMatchObject({
      status: 'active',
      expireTime: '2030-01-01T00:00:00.000Z',
      order: { state: 'fetched', quantity: 7 },
      plan: { quantity: 7, productId: old.productId, orderType: 'NEW' },
      orders: [{ role: 'purchase' }],
    })
    expect(await v1CodeOf(v1Refresh(old.instanceId))).toBe('000000')
  })

  it('has its order found by what it tells, as long as the store was not asked', async () => {
    const old = oldV2({ productId: newId('P'), chargingMode: 'PERIOD' })
    await post(old)
    for (const query of [`productId=${old.productId}`, `orderId=${old.orderId}`]) {
      for (const filter of ['chargingMode=PERIOD', 'type=NEW', 'state=off']) {
        const { items } = await read(service, 'OrderList', `/orders?${query}&${filter}`)
        expect(items).toMatchObject([{ orderId: old.orderId, state: 'off' }])
      }
    }
  })

  it('takes the product for a part of a pay-per-use order of V1', async () => {
    const order = newOrder()
    const old = ['P-1', 'P-2'].map((productId) =>
      oldV1({ orderId: order.orderId, productId, chargingMode: 'ON_DEMAND' }),
    )
    for (const one of old) expect((await post(one)).status).toBe(200)
    for (const { instanceId, productId } of old) {
      const call = v1Purchase({ orderId: order.orderId, productId, chargingMode: '0' })
      expect((await v1Call(service, call)).body).toMatchObject({ instanceId })
    }
  })

  it('makes a repeat of every order that it names change nothing, in V2 and V1', async () => {
    const [renewal, upgrade] = [newOrder(), newOrder()]
    const orders = [
      { role: 'renewal', ...renewal },
      { role: 'upgrade', ...upgrade },
    ]
    const old = oldV2({ orders })
    expect((await post(old)).body['outcome']).toBe('created')
    const { instanceId } = old
    const before = await detail(instanceId)
    const expireTime = '20990101000000'
    const renew = { activity: 'refreshInstance', scene: 'RENEWAL', instanceId, expireTime }
    expect(await codeOf({ ...renew, ...renewal })).toBe('000000')
    expect(await codeOf({ activity: 'upgradeInstance', instanceId, ...upgrade })).toBe('000000')
    expect((await storeCall(service, purchaseOf(old))).body).toMatchObject({ instanceId })
    expect(await detail(instanceId)).toEqual(before)
    expect(before.orders.map(({ role }) => role).sort()).toEqual(['purchase', 'renewal', 'upgrade'])
    expect(await codeOf({ ...renew, ...newOrder() })).toBe('000000')
    expect((await detail(instanceId)).expireTime).toBe('2099-01-01T00:00:00.000Z')

    const [second, third] = [newOrder().orderId, newOrder().orderId]
    const v1Orders = [
      { role: 'renewal', orderId: second },
      { role: 'upgrade', orderId: third },
    ]
    const v1 = oldV1({ orders: v1Orders })
    await post(v1)
    const known = await detail(v1.instanceId)
    expect(await v1CodeOf(v1Refresh(v1.instanceId, { orderId: second }))).toBe('000000')
    expect(await v1CodeOf(v1Upgrade(v1.instanceId, { orderId: third }))).toBe('000000')
    expect(await detail(v1.instanceId)).toEqual(known)
  })

  it('changes nothing the second time, and takes in what it did not know', async () => {
    const old = oldV2()
    await post(old)
    const before = await detail(old.instanceId)
    expect((await post(old)).body['outcome']).toBe('unchanged')
    expect(await detail(old.instanceId)).toEqual(before)
    const orders = [{ role: 'renewal', ...newOrder() }]
    expect((await post({ ...old, orders })).body['outcome']).toBe('completed')
    expect((await post({ ...old, orders })).body['outcome']).toBe('unchanged')
  })

  it('refuses with 409 what is another instance or another order', async () => {
    const sold = newOrder()
    const instanceId = await buy(service, sold)
    const { orderId } = newOrder()
    await v1Call(service, v1Purchase({ orderId }))
    const renewal = { role: 'renewal', ...newOrder() }
    await post(oldV2({ orders: [renewal] }))
    const conflicts = [
      [oldV2({ orderId }), `Order ${orderId} bought instance`],
      [oldV2(sold), `Order ${sold.orderId} bought instance ${instanceId}.`],
      [oldV2({ instanceId }), `Instance ${instanceId} was bought by order ${sold.orderId}.`],
      [oldV2({ orders: [{ role: 'renewal', ...sold }] }), `Order ${sold.orderId} bought`],
      [oldV2({ orders: [renewal] }), `Order ${renewal.orderId} changed instance`],
      [oldV2({ ...newOrder(), instanceId, family: 'license-a' }), 'was bought by order'],
    ] as const
    for (const [body, detail] of conflicts) {
      const before = await contentOf(service)
      const answer = await post(body)
      expect([answer.status, answer.body['detail']]).toEqual([409, expect.stringContaining(detail)])
      expect(await contentOf(service)).toEqual(before)
    }
  })

  it.each([
    ['orderLineId', { ...oldV1(), family: 'saas-v2' }],
    ['orderLineId', oldV1({ orderLineId: 'L-1' })],
    ['productId', oldV1({ chargingMode: 'ON_DEMAND', productId: undefined })],
    ['address', oldV1({ address: 'nowhere' })],
    ['orders/0/orderLineId', oldV2({ orders: [{ role: 'renewal', orderId: 'CS-1' }] })],
    ['family', oldV1({ family: 'orders' })],
    ['seats', oldV1({ seats: 1 })],
    ['expireTime', oldV1({ expireTime: 'soon' })],
  ])('refuses a faulty %s with 400', async (field, body) => {
    expect(faultyFields(await post(body))).toEqual([field])
  })

  it('keeps who bought encrypted, in the clear to who may read it, and on after a renewal', async () => {
    const buyer = { customerId: 'c-1', mobilePhone: '18688888888', userName: 'lisi' }
    const old = oldV1({ buyer, orders: [{ role: 'renewal', orderId: newOrder().orderId }] })
    await post(old)
    await v1Call(service, v1Refresh(old.instanceId))
    const shown = await detail(old.instanceId)
    expect(shown.buyer).toMatchObject(buyer)
    expect(shown.order?.buyer).toMatchObject(buyer)
    const kept = await service.db.selectFrom('sold_instances').selectAll().execute()
    expect(JSON.stringify(kept)).not.toMatch(/18688888888|lisi/)
  })

  it('refuses an account or a password that is too long for V1 once it is encrypted', async () => {
    const appInfo = { ...oldV1().appInfo, userName: 'u'.repeat(80), password: 'p'.repeat(80) }
    const fields = ['appInfo/userName', 'appInfo/password']
    expect(faultyFields(await post(oldV1({ appInfo })))).toEqual(fields)
    expect((await post(oldV2({ appInfo }))).status).toBe(200)
  })

  it('stands for what its orders came to: a renewal that ends before it changes neither expiry nor plan', async () => {
    const old = oldV1({
      productId: 'P-now',
      orders: [{ role: 'renewal', orderId: newOrder().orderId }],
    })
    await post(old)
    const late = { expireTime: '20290101000000', productId: 'P-before' }
    expect(await v1CodeOf(v1Refresh(old.instanceId, late))).toBe('000000')
    const expected = { expireTime: '2030-01-01T00:00:00.000Z', productId: 'P-now' }
    expect(await detail(old.instanceId)).toMatchObject(expected)
  })

  it('does not know what a renewal that it names had changed: cancelled, it wants a look', async () => {
    const { orderId } = newOrder()
    const old = oldV1({ productId: 'P-now', orders: [{ role: 'renewal', orderId }] })
    await post(old)
    const cancel = { expireTime: '20290101080000', orderAmount: '-100' }
    await v1Call(service, v1Refresh(old.instanceId, cancel))
    const shown = await detail(old.instanceId)
    expect(shown).toMatchObject({ expireTime: '2029-01-01T00:00:00.000Z', productId: 'P-now' })
    expect(shown.attention).toMatch(/which plan holds again is not certain/)
  })

  it('goes back to what the row told when a later renewal is cancelled, its own orders untouched', async () => {
    const named = { role: 'renewal', orderId: newOrder().orderId }
    const old = oldV1({ productId: 'P-now', orders: [named] })
    await post(old)
    const { instanceId } = old
    await v1Call(service, v1Refresh(instanceId, { productId: 'P-later' }))
    const cancel = { expireTime: '20300101080000', orderAmount: '-100' }
    await v1Call(service, v1Refresh(instanceId, cancel))
    const shown = await detail(instanceId)
    expect(shown).toMatchObject({ productId: 'P-now', attention: null })
    expect(shown.plan.orderId).toBe(named.orderId)
  })

  it('notes an order that it names twice once, and one that a later file names before newer calls', async () => {
    const order = { role: 'renewal', orderId: newOrder().orderId }
    const old = oldV1({ orders: [order, order] })
    await post(old)
    const { instanceId } = old
    const renewal = v1Refresh(instanceId)
    await v1Call(service, renewal)
    const upgrade = { role: 'upgrade', orderId: newOrder().orderId }
    expect((await post({ ...old, orders: [upgrade] })).body['outcome']).toBe('completed')
    const shown = await detail(instanceId)
    const types = shown.history.map(({ type }) => type.replace('instance.', '')).sort()
    expect(types).toEqual(['imported', 'refreshed', 'refreshed', 'upgraded'])
    expect(shown.order?.orderId).toBe(renewal['orderId'])
  })

  it('keeps its expiry when the store repeats the purchase with the acceptance of years ago', async () => {
    const old = oldV1()
    await post(old)
    const { orderId } = old
    const accepted = { acceptanceTime: '20250101000000', expireTime: '20260101000000' }
    await v1Call(service, v1Purchase({ orderId, ...accepted }))
    expect((await detail(old.instanceId)).expireTime).toBe('2030-01-01T00:00:00.000Z')
  })

  it('is known by its order of V1 after V2 has taken it over', async () => {
    const old = oldV1()
    await post(old)
    const line = { orderId: old.orderId, orderLineId: `${old.orderId}-1` }
    expect((await storeCall(service, purchaseOf(line))).body).toMatchObject({
      instanceId: old.instanceId,
    })
    expect((await post(old)).body['outcome']).toBe('unchanged')
    const other = await post({ ...old, instanceId: newId('other') })
    expect(other.status).toBe(409)
  })

  it('makes calls of License 1.0 find what was sold: its license is made once, for the old instance', async () => {
    const old = { ...oldV1(), family: 'license-b' }
    await post(old)
    const purchase = getLicenseOf({ orderId: old.orderId })
    const { body } = await callB(service, purchase)
    expect(body).toMatchObject({ resultCode: '000000', instanceId: old.instanceId })
    expect((await callB(service, purchase)).body).toEqual(body)
    expect((await callB(service, { ...purchase, businessId: newId() })).body).toEqual(body)
    expect(await detail(old.instanceId)).toMatchObject({
      ...{ status: 'active', expireTime: '2030-01-01T00:00:00.000Z', plan: { quantity: 7 } },
      history: [{ type: 'instance.imported' }],
    })
    const found = await read(service, 'InstanceList', `/instances?orderId=${old.orderId}`)
    expect(found.items).toHaveLength(1)
  })

  it('tells the operator of a plain text as the license of an instance that stays in use', async () => {
    const licensing = await startService({ settings: { KOOGATE_LICENSE_TEMPLATE: '' } })
    const old = { ...oldV1(), family: 'license-b' }
    await post(old, licensing)
    const { body } = await callB(licensing, getLicenseOf({ orderId: old.orderId }))
    expect(body).toMatchObject({ resultCode: '000000', instanceId: old.instanceId })
    const shown = await read(licensing, 'InstanceDetail', `/instances/${old.instanceId}`)
    expect(shown).toMatchObject({
      status: 'active',
      attention: `order ${old.orderId}: its license is a plain text, since no template is set`,
      history: [{ type: 'instance.imported' }],
    })
    await licensing.stop()
  })

  it('leaves an instance of License 1.0 in use where its license is not made yet, or refused', async () => {
    const refused = { outcome: 'refused', failure: { code: '000106', reason: 'no' } } as const
    let result: IssuedLicense = refused
    const licensing = await startService({ ports: { issueLicense: () => result } })
    for (result of [{ outcome: 'pending' }, refused] as const) {
      const old = { ...oldV1(), family: 'license-b' }
      await post(old, licensing)
      for (const orderId of [old.orderId, old.orderId]) {
        const { body } = await callB(licensing, getLicenseOf({ orderId }))
        expect(body['resultCode']).toBe(result.outcome === 'refused' ? '000106' : '000004')
      }
      const shown = await read(licensing, 'InstanceDetail', `/instances/${old.instanceId}`)
      expect(shown.status).toBe('active')
    }
    await licensing.stop()
  })

  it('keeps a frozen one frozen, to be thawed by a renewal', async () => {
    const old = oldV1({ status: 'frozen', expireTime: '2020-01-01T00:00:00Z' })
    await post(old)
    expect((await detail(old.instanceId)).status).toBe('frozen')
    await v1Call(service, v1Refresh(old.instanceId))
    expect((await detail(old.instanceId)).status).toBe('active')
  })
})

describe('while an import is open', () => {
  let fresh: TestService
  beforeAll(async () => {
    fresh = await startService({ settings: addresses.settings })
  })
  afterAll(() => fresh.stop())

  it('is closed at first, for a site that is there', async () => {
    expect((await read(fresh, 'ImportState', '/imports/china/saas')).open).toBe(false)
    expect((await manage(fresh, '/imports/mars/saas')).status).toBe(404)
  })

  it('an unknown V1 purchase waits, flagged, and the import of its order takes its place', async () => {
    await setImport(true)
    const purchase = v1Purchase()
    const { body } = await v1Call(service, purchase)
    expect(body['resultCode']).toBe('000004')
    expect(body).not.toHaveProperty('instanceId')
    const { orderId = '' } = purchase
    const { items } = await read(service, 'InstanceList', `/instances?orderId=${orderId}`)
    expect(items).toMatchObject([{ status: 'provisioning' }])
    expect(items[0]?.attention).toMatch(/maybe sold before/)
    expect(await v1CodeOf(purchase)).toBe('000004')
    const old = oldV1({ orderId })
    expect((await post(old)).body['outcome']).toBe('created')
    expect((await v1Call(service, purchase)).body).toMatchObject({
      resultCode: '000000',
      instanceId: old.instanceId,
    })
    const after = await read(service, 'InstanceList', `/instances?orderId=${orderId}`)
    expect(after.items).toHaveLength(1)
    await setImport(false)
  })

  it('what waits is replaced by a row that has its very id, and remembers where it was called', async () => {
    const open = { method: 'PUT', body: { open: true } } as const
    await manage(fresh, '/imports/china/saas', open)
    const purchase = v1Purchase()
    const { orderId = '', businessId: instanceId = '' } = purchase
    for (const address of ['main', 'other']) await v1Call(fresh, purchase, { address })
    const shown = () => read(fresh, 'InstanceDetail', `/instances/${instanceId}`)
    expect((await shown()).address).toBe('other')
    const row = { ...oldV1({ orderId, instanceId }), address: 'main' }
    expect((await post(row, fresh)).body['outcome']).toBe('created')
    expect(await shown()).toMatchObject({ status: 'active', attention: null })
  })

  it('an operator who knows better completes it, and closing the import lets the store do it', async () => {
    await setImport(true)
    const [known, waiting] = [v1Purchase(), v1Purchase()]
    for (const purchase of [known, waiting]) expect(await v1CodeOf(purchase)).toBe('000004')
    const { businessId = '' } = known
    const appInfo = { frontEndUrl: 'https://app.example/new' }
    await manage(service, `/instances/${businessId}/app-info`, { method: 'PUT', body: appInfo })
    expect(await v1CodeOf(known)).toBe('000000')
    expect((await detail(businessId)).attention).toBeNull()
    expect(await v1CodeOf(waiting)).toBe('000004')
    await setImport(false)
    expect(await v1CodeOf(waiting)).toBe('000000')
    expect((await detail(waiting['businessId'] ?? '')).attention).toBeNull()
  })

  it('test calls, V2 and what is known go on as ever', async () => {
    await setImport(true)
    expect(await v1CodeOf(v1Purchase({ testFlag: '1' }))).toBe('000000')
    expect(await codeOf(purchaseOf() as Record<string, string>)).toBe('000000')
    await setImport(false)
    expect(await v1CodeOf(v1Purchase())).toBe('000000')
  })
})
