import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SimulatorSchemas } from '../../../src/contract/index.ts'
import { until } from '../../harness/until.ts'
import { type BoxScene, openBox } from './scene.ts'

type Schemas = SimulatorSchemas

let box: BoxScene
let product: string

beforeAll(async () => {
  box = await openBox()
  product = (await box.view()).products[0]?.id ?? ''
})
afterAll(() => box.close())

/** Buys 50 units, and returns the instance. */
async function buy(given: object = {}): Promise<Schemas['StoreInstance']> {
  const { instance } = await box.act('buy', { product, quantity: 50, ...given })
  return instanceOf(instance ?? '')
}

async function instanceOf(id: string): Promise<Schemas['StoreInstance']> {
  return (await box.call<Schemas['StoreInstance']>('GET', `instances/${id}`)).body
}

const doneOn = ({ timeline }: Schemas['StoreInstance']) =>
  timeline.map(({ what, state }) => `${what} ${state}`)

describe('an action', () => {
  test('of a buyer calls the seller, and stands on the timeline of the instance', async () => {
    const { id, ...bought } = await buy()
    expect(bought).toMatchObject({ status: 'ACTIVE', quantity: 50, trial: false })
    expect(doneOn({ id, ...bought })).toEqual(
      expect.arrayContaining(['NEW completed', 'newInstance SUCCESS']),
    )
    await box.act('renew', { instance: id })
    await box.act('upgrade', { instance: id, quantity: 80 })
    await box.act('violate', { instance: id })
    await box.act('liftViolation', { instance: id })
    await box.act('unsubscribe', { instance: id })
    const now = await instanceOf(id)
    expect(now).toMatchObject({ status: 'RELEASED', quantity: 80 })
    expect(doneOn(now)).toEqual(
      expect.arrayContaining([
        ...['RENEWAL completed', 'UPGRADE completed', 'UNSUBSCRIBE completed'],
        ...['refreshInstance SUCCESS', 'upgradeInstance SUCCESS', 'releaseInstance SUCCESS'],
      ]),
    )
  })

  test('finds an instance by the id of the seller too', async () => {
    const { id, instanceId } = await buy()
    expect(await instanceOf(instanceId ?? '')).toEqual(await instanceOf(id))
    await box.act('expire', { instance: instanceId })
    expect(await instanceOf(id)).toMatchObject({ status: 'FROZEN' })
  })

  test('returns the messages that it made, and no others', async () => {
    const [{ messages }] = await Promise.all([box.act('buy', { product }), buy()])
    const [first] = messages
    expect(new Set(messages.map(({ orderId }) => orderId))).toEqual(new Set([first?.orderId]))
    expect(messages.map(({ activity }) => activity)).toEqual(['newInstance', 'orderNotify'])
  })

  test('waits for the payment of an order that is not paid at once', async () => {
    const { orderId, messages } = await box.act('buy', { product, pay: false })
    expect(messages).toEqual([])
    const { messages: then } = await box.act('pay', { orderId })
    expect(then[0]).toMatchObject({ activity: 'newInstance', state: 'SUCCESS' })
  })

  test('that the store does not offer is refused in both languages, with the rule', async () => {
    const trial = { action: 'buy', product, trial: true, quantity: 1 }
    await box.call('POST', 'actions', trial)
    const { status, body } = await box.call('POST', 'actions', trial)
    expect(status).toBe(409)
    expect(body).toMatchObject({
      rule: 'TRY-7',
      detailZh: expect.stringContaining('不能重复试用') as string,
    })
  })
})

const badKey = {
  name: 'x',
  url: 'http://localhost/x',
  joint: { appId: 'a', publicKey: 'no key' },
}

describe('bad input gets a clear answer', () => {
  test.each([
    ['a member out of range', { action: 'buy', product: 'p', quantity: 0 }, 400, /^quantity /],
    ['a member that is unknown', { action: 'buy', product: 'p', sku: 'x' }, 400, /^sku is unknown/],
    ['a member that is missing', { action: 'buy' }, 400, /^product is missing/],
    ['an action that is unknown', { action: 'sell' }, 400, /^action /],
    ['a product that is not there', { action: 'buy', product: 'p-9' }, 404, /"p-9"/],
    ['an instance that is not there', { action: 'renew', instance: 'r-9' }, 404, /r-9/],
  ])('%s', async (_what, action, wanted, detail) => {
    const { status, body } = await box.call('POST', 'actions', action)
    expect(status).toBe(wanted)
    expect(body['detail']).toMatch(detail)
  })

  test.each([
    ['GET', 'nothing', undefined, 404, /^Nothing is served at/],
    ['PUT', 'clock/advance', {}, 405, /takes POST only/],
    ['POST', 'clock/advance', {}, 400, /^Give one of by and to/],
    ['POST', 'clock/advance', { by: '1 day' }, 400, /^by is a length of time such as PT1H/],
    ['POST', 'clock/advance', { by: 'P99M' }, 400, /^by is a length of time/],
    ['GET', 'store?wait=31', undefined, 400, /^wait /],
    ['GET', 'store?since=1', undefined, 400, /^since is not a parameter/],
    ['PUT', 'faults/nobody', { left: 1 }, 404, /^There is no fault nobody/],
    ['POST', 'messages/m-9/restart', undefined, 404, /m-9/],
    ['POST', 'products', badKey, 400, /^joint\/publicKey is not a public key/],
    ['POST', 'products', { name: 'x', url: 'seller' }, 400, /^url is not a valid uri/],
    ['POST', 'addresses', { origin: 'ftp://seller' }, 409, /"ftp:\/\/seller"/],
    ['GET', '%E0%A4%A', undefined, 400, /percent-encoded/],
  ])('%s %s', async (method, path, body, wanted, detail) => {
    const answer = await box.call(method, path, body)
    expect(answer.status).toBe(wanted)
    expect(answer.body['detail']).toMatch(detail)
  })

  test.each([
    ['a body that is not JSON', '{"action', 'application/json', 400],
    ['a body that is a list', '[]', 'application/json', 400],
    ['a form of another site', 'action=buy', 'application/x-www-form-urlencoded', 415],
    ['a body that is too long', ' '.repeat(1024 * 1024 + 1), 'application/json', 413],
  ])('%s', async (_what, body, type, wanted) => {
    const url = new URL('/simulator/v1/actions', box.server.url)
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } })
    expect(answer.status).toBe(wanted)
    expect(await answer.json()).toMatchObject({ status: wanted })
  })
})

describe('the clock', () => {
  const advance = (body: object) => box.call<Schemas['StoreClock']>('POST', 'clock/advance', body)

  test('stands still until it jumps, by a length of time or to what is next', async () => {
    const { clock } = await box.view()
    expect((await box.view()).clock.now).toBe(clock.now)
    const hour = await advance({ by: 'PT1H' })
    expect(Date.parse(hour.body.now) - Date.parse(clock.now)).toBe(3_600_000)
    const { next } = hour.body
    expect((await advance({ to: 'nextTimer' })).body.now).toBe(next?.at)
  })

  test('jumps a month as a buyer gets one, at the same time of day', async () => {
    const { clock } = await box.view()
    const { now } = (await advance({ by: 'P1M' })).body
    const [before, after] = [new Date(clock.now), new Date(now)]
    expect((after.getUTCMonth() - before.getUTCMonth() + 12) % 12).toBe(1)
    expect(now.slice(10)).toBe(clock.now.slice(10))
  })

  test('plays what is due on the way: expiry, and release at the end of the frozen time', async () => {
    const { id } = await buy({ offer: monthly })
    await advance({ by: 'P1M' })
    await advance({ by: 'P16D' })
    const now = await instanceOf(id)
    expect(now.status).toBe('RELEASED')
    expect(doneOn(now)).toEqual(
      expect.arrayContaining(['updateInstanceStatus SUCCESS', 'releaseInstance SUCCESS']),
    )
  })
})

describe('service supervision', () => {
  const step = (orderId: string | null, name: string, given: object = {}) =>
    box.act('supervise', { orderId, step: name, ...given })
  const orderOf = async (orderId: string | null) =>
    (await box.call<Schemas['StoreOrder']>('GET', `orders/${orderId ?? ''}`)).body

  test('goes step by step, each by whose turn it is, until the buyer has accepted', async () => {
    const url = new URL('main/saas', box.seller.url).href
    const listed = { name: 'Supervised', url, supervised: true }
    const { body } = await box.call<Schemas['Product']>('POST', 'products', listed)
    const { orderId } = await box.act('buy', { product: body.id })
    expect(await orderOf(orderId)).toMatchObject({
      state: 'processing',
      supervision: 'REQUEST_PENDING',
    })
    const early = { action: 'supervise', orderId, step: 'accept' }
    expect((await box.call('POST', 'actions', early)).status).toBe(409)
    for (const name of ['request', 'confirm', 'deliver', 'reject', 'deliver', 'accept'])
      await step(orderId, name)
    expect(await orderOf(orderId)).toMatchObject({ supervision: 'ACCEPTED' })
    await box.call('POST', 'clock/advance', { by: 'PT3H' })
    expect(await orderOf(orderId)).toMatchObject({ state: 'completed', supervision: 'DONE' })
  })

  test('asks for a license of License 1.0 with the code that the buyer has handed in', async () => {
    const { products } = await box.view()
    const licenseB = products.find(({ generation }) => generation === 'licenseB')
    const { orderId } = await box.act('buy', { product: licenseB?.id })
    const extendParams = { identificationCode: 'HW-1' }
    const { messages } = await step(orderId, 'request', { extendParams })
    expect(messages[0]).toMatchObject({ activity: 'getLicense', state: 'SUCCESS' })
    expect(await orderOf(orderId)).toMatchObject({ supervision: 'BUYER_ACCEPT' })
  })
})

describe('a clock that runs', () => {
  test('goes on with real time and plays what is due, until it is stopped', async () => {
    const other = await openBox({ running: true })
    const { clock } = await other.view()
    expect(clock.running).toBe(true)
    const due = Date.parse(clock.next?.at ?? '')
    await other.server.store().clock.advanceTo(new Date(due - 200))
    const next = async () => (await other.view()).clock.next?.at
    await until(next, (at) => Date.parse(at ?? '') > due)
    expect(Date.parse((await other.view()).clock.now)).toBeGreaterThanOrEqual(due)
    await other.call('PUT', 'clock', { running: false })
    const stopped = await other.view()
    expect(stopped.clock.running).toBe(false)
    expect((await other.view()).clock.now).toBe(stopped.clock.now)
    await other.close()
  })
})

const monthly = 'OFFI846204237451911169'

describe('a message', () => {
  test('that failed tells what the store finds wrong, and is restarted', async () => {
    await box.call('PUT', 'faults/wrong-key', { left: 1 })
    const { messages } = await box.act('buy', { product })
    const [failed] = messages
    expect(failed).toMatchObject({ state: 'RETRYING', attempts: [{ fault: 'wrong-key' }] })
    expect(failed?.exception).toMatchObject({
      zh: expect.stringContaining('resultCode返回错误') as string,
    })
    const path = `messages/${failed?.id ?? ''}`
    const restarted = await box.call<Schemas['StoreMessage']>('POST', `${path}/restart`)
    expect(restarted.body).toMatchObject({ state: 'SUCCESS', exception: null, nextAt: null })
    expect(restarted.body.attempts).toHaveLength(2)
    expect((await box.call('GET', path)).body).toEqual(restarted.body)
    expect((await box.call('POST', `${path}/restart`)).status).toBe(409)
  })
})

test('a fault is played at so many calls of one interface, or until it is turned off', async () => {
  const left = async () =>
    (await box.view()).faults.find(({ fault }) => fault === 'duplicate')?.left
  await box.call('PUT', 'faults/duplicate', { left: 2, activity: 'newInstance' })
  const { messages } = await box.act('buy', { product })
  expect(messages[0]?.attempts.map(({ fault }) => fault)).toEqual(['duplicate', 'duplicate'])
  expect(await left()).toBe(1)
  await box.call('PUT', 'faults/duplicate', { left: null })
  expect(await left()).toBeNull()
  await box.call('PUT', 'faults/duplicate', { left: 0 })
  expect(await left()).toBe(0)
})

test('whoever waits for a change has it at once, and nothing new when the time is over', async () => {
  const { revision } = await box.view()
  const waiting = box.call<Schemas['StoreView']>('GET', `store?after=${revision}&wait=30`)
  await box.call('POST', 'buyers', { customerName: 'somebody' })
  const { body } = await waiting
  expect(body.revision).toBeGreaterThan(revision)
  expect(body.buyers.some(({ customerName }) => customerName === 'somebody')).toBe(true)
  const later = await box.call<Schemas['StoreView']>('GET', `store?after=${body.revision}&wait=0`)
  expect(later.body.revision).toBe(body.revision)
})

describe('the catalogue', () => {
  test('lists a product with its offers, changes it, and takes it down for good', async () => {
    const url = new URL('main/saas', box.seller.url).href
    const offers = [{ productName: 'Seats', chargingMode: 'PERIOD', periodType: 'month' }]
    const made = await box.call<Schemas['Product']>('POST', 'products', {
      name: 'Mine',
      url,
      offers,
    })
    expect(made).toMatchObject({ status: 201, body: { state: 'onSale', generation: 'saasV2' } })
    const path = `products/${made.body.id}`
    const { body } = await box.call('POST', `${path}/cases`)
    expect(body['cases']).toHaveLength(7)
    await box.call('PATCH', path, { state: 'delisted' })
    const again = await box.call('PATCH', path, { state: 'onSale' })
    expect(again.status).toBe(409)
    expect(
      (await box.call('POST', 'actions', { action: 'buy', product: made.body.id })).status,
    ).toBe(409)
  })

  test('keeps every list of its own', async () => {
    const view = await box.view()
    for (const list of ['products', 'buyers', 'enterprises', 'addresses'] as const)
      expect((await box.call('GET', list)).body['items'], list).toEqual(view[list])
    const orders = (await box.call<Schemas['StoreOrderList']>('GET', 'orders')).body.items
    expect(orders.slice(0, 200)).toEqual(view.orders)
    const [order] = orders
    expect((await box.call('GET', `orders/${order?.orderId ?? ''}`)).body).toEqual(order)
    const instances = (await box.call('GET', 'instances')).body['items']
    expect(instances).toEqual(view.instances)
    expect((await box.call('GET', 'messages')).body['items']).toEqual(view.messages)
  })
})

test('a key is bound to one interface type, is shown once, and the console warns', async () => {
  const other = await openBox()
  const [address] = (await other.view()).addresses
  const path = (type: string) => `addresses/${address?.id ?? ''}/keys/${type}`
  const made = await other.call<Schemas['BoundKeyResult']>('PUT', path('basic'), {})
  const { accessKey = '', key, warnings } = made.body
  expect(warnings.map(({ en }) => en).join()).toContain('dial tests and orders fail')
  const shared = await other.call<Schemas['BoundKeyResult']>('PUT', path('kit'), { accessKey })
  expect(shared.body.accessKey).toBeUndefined()
  expect(shared.body.key.fingerprint).toBe(key.fingerprint)
  expect(shared.body.warnings.map(({ en }) => en).join()).toContain('must not share one')
  const view = JSON.stringify(await other.view())
  expect(view).not.toContain(accessKey)
  // The seller does not know it.
  const { messages } = await other.act('buy', { product: (await other.view()).products[0]?.id })
  expect(messages[0]).toMatchObject({ state: 'RETRYING' })
  await other.close()
})

describe('the state', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'koogate-store-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('goes on from its file, with a key that is given anew', async () => {
    const file = join(folder, 'store.json')
    const first = await openBox({ file })
    await first.act('buy', { product: (await first.view()).products[0]?.id })
    const { revision: _one, ...before } = await first.view()
    await first.close()
    const second = await openBox({ file, keys: { basic: 'another-key' }, sellers: [] })
    const { revision: _other, ...after } = await second.view()
    await second.close()
    const { addresses: was, enterprises: _was, ...rest } = before
    expect(after).toMatchObject(rest)
    const fingerprints = ({ addresses }: Pick<Schemas['StoreView'], 'addresses'>, type: string) =>
      addresses.flatMap(({ keys }) => keys.filter((key) => key.type === type))
    expect(fingerprints(after, 'kit')).toEqual(fingerprints({ addresses: was }, 'kit'))
    expect(fingerprints(after, 'basic')).not.toEqual(fingerprints({ addresses: was }, 'basic'))
  })

  test('begins anew with the keys and the products of its start', async () => {
    const other = await openBox()
    const before = await other.view()
    await other.act('buy', { product: before.products[0]?.id })
    expect((await other.call('GET', 'state')).body['edition']).toBe('koogate-store/1')
    const { body } = await other.call<Schemas['StoreView']>('DELETE', 'state')
    expect(body).toMatchObject({ orders: [], instances: [], messages: [] })
    const bound = ({ addresses }: Schemas['StoreView']) =>
      addresses.flatMap(({ keys }) => keys.map(({ type, fingerprint }) => `${type} ${fingerprint}`))
    expect(bound(body)).toEqual(bound(before))
    const { messages } = await other.act('buy', { product: body.products[0]?.id })
    expect(messages[0]?.state).toBe('SUCCESS')
    await other.close()
  })
})
