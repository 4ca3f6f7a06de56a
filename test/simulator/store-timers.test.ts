import { describe, expect, it, test } from 'vitest'
import { busy, createBoxSeller, days, hours, openBox, right, start } from './box-seller.ts'

const minutes = 60_000

async function open(draft: Parameters<typeof openBox>[1] = {}, frozenDays?: number) {
  const seller = createBoxSeller()
  const options = { send: seller.send, ...(frozenDays !== undefined && { frozenDays }) }
  const box = await openBox(options, draft)
  const { data, actions, clock } = box.state
  const instance = (id: string) => {
    const one = data.instances[id]
    if (one === undefined) throw new Error(`no instance ${id}`)
    return one
  }
  const messages = () => Object.values(data.messages)
  return { ...box, seller, data, actions, clock, instance, messages }
}

describe('a call that fails', () => {
  it('is made again by its window, at its moments, and then the order is refunded', async () => {
    const { seller, buy, clock, data, instance, messages } = await open()
    seller.answers.set('newInstance', () => busy)
    const id = await buy()
    expect(messages()).toMatchObject([{ state: 'RETRYING', nextAt: data.now + hours }])
    expect(messages()[0]?.exception).toEqual({
      en: 'DBG-6 resultCode is 000005, not 000000 or 000004',
      zh: 'DBG-6 resultCode返回错误：000005',
    })
    await clock.advanceBy(3 * hours - 1)
    expect(seller.heard()).toHaveLength(3)
    expect(data.orders[instance(id).order]?.state).toBe('processing')
    await clock.advanceBy(1)
    const moments = messages()[0]?.attempts.map(({ at }) => (at - start.getTime()) / hours)
    expect(moments).toEqual([0, 1, 2, 3])
    expect(messages()).toMatchObject([{ state: 'STOPPED' }])
    expect(data.orders[instance(id).order]?.state).toBe('refunded')
    expect(instance(id).status).toBe('FAILED')
    await clock.advanceBy(30 * days)
    expect(seller.heard()).toHaveLength(4)
  })

  it('is stopped after its window where the order is not refunded, and restarted by hand', async () => {
    const { seller, buy, clock, actions, instance, messages, data } = await open()
    const id = await buy()
    seller.answers.set('refreshInstance', () => undefined)
    const { orderId } = await actions.renew({ instance: id })
    const before = instance(id).expireTime
    await clock.advanceBy(2 * hours)
    const renewal = messages().find(({ act }) => act === 'renew')
    // Every two minutes for an hour, the shorter of the two windows.
    expect(renewal).toMatchObject({ state: 'STOPPED' })
    expect(renewal?.attempts).toHaveLength(31)
    expect(renewal?.exception?.zh).toBe('DBG-1 生产地址不可达：ECONNREFUSED')
    expect([instance(id).expireTime, data.orders[orderId]?.state]).toEqual([before, 'processing'])
    seller.answers.delete('refreshInstance')
    await actions.restart(renewal?.id ?? '')
    expect(renewal).toMatchObject({ state: 'SUCCESS' })
    expect(renewal).not.toHaveProperty('exception')
    expect(data.orders[orderId]?.state).toBe('completed')
    expect(instance(id).expireTime).toBeGreaterThan(before ?? 0)
    await expect(actions.restart(renewal?.id ?? '')).rejects.toThrow('was carried out')
  })

  it('is restarted within its window without losing the moments of it', async () => {
    const { seller, buy, clock, actions, messages } = await open()
    seller.answers.set('newInstance', () => busy)
    await buy()
    await clock.advanceBy(90 * minutes)
    await actions.restart(messages()[0]?.id ?? '')
    expect(messages()[0]?.attempts).toHaveLength(3)
    await clock.advanceBy(30 * minutes)
    expect(messages()[0]?.attempts).toHaveLength(4)
  })

  it('is not restarted once its order was refunded', async () => {
    const { seller, buy, clock, actions, messages } = await open()
    seller.answers.set('newInstance', () => busy)
    await buy()
    await clock.advanceBy(4 * hours)
    await expect(actions.restart(messages()[0]?.id ?? '')).rejects.toThrow('was refunded')
  })

  it('is not polled once more after its order was refunded', async () => {
    const { seller, buy, clock, actions, messages } = await open()
    seller.answers.set('newInstance', () => ({ ...right, resultCode: '000004', instanceId: 'i-1' }))
    seller.answers.set('queryInstance', () => busy)
    await buy()
    await clock.advanceBy(4 * hours)
    const poll = messages().find(({ act }) => act === 'poll')
    await expect(actions.restart(poll?.id ?? '')).rejects.toThrow('was refunded')
  })
})

describe('a purchase that takes time', () => {
  it('is polled every minute until it is ready', async () => {
    const { seller, buy, clock, instance, data } = await open()
    seller.answers.set('newInstance', () => ({ ...right, resultCode: '000004', instanceId: 'i-1' }))
    seller.answers.set('queryInstance', () => ({ resultCode: '000004', resultMsg: 'wait' }))
    const id = await buy()
    await clock.advanceBy(5 * minutes)
    expect(instance(id).status).toBe('PROVISIONING')
    expect(seller.heard()).toHaveLength(7)
    // To ask again is no failure.
    expect(data.notices).toEqual([])
    seller.answers.delete('queryInstance')
    await clock.advanceBy(minutes)
    expect(instance(id)).toMatchObject({ status: 'ACTIVE', instanceId: 'i-1' })
    expect(data.orders[instance(id).order]?.state).toBe('completed')
  })

  it('is refunded and released when it never is', async () => {
    const { seller, buy, clock, instance, data } = await open()
    seller.answers.set('newInstance', () => ({ ...right, resultCode: '000004', instanceId: 'i-1' }))
    seller.answers.set('queryInstance', () => ({ resultCode: '000004', resultMsg: 'wait' }))
    const id = await buy()
    await clock.advanceBy(4 * hours)
    expect(instance(id).status).toBe('RELEASED')
    expect(data.orders[instance(id).order]?.state).toBe('refunded')
    const { members } = seller.calls.at(-1) ?? {}
    expect(members).toMatchObject({ activity: 'releaseInstance', instanceId: 'i-1' })
    const { orderId = '' } = members as { orderId?: string }
    expect(data.orders[orderId]).toMatchObject({ purpose: 'UNSUBSCRIBE' })
  })
})

describe('what expires', () => {
  const lifeOf = (heard: readonly string[]) => heard.slice(1)

  it('is frozen at its end and released after 15 days', async () => {
    const { seller, buy, clock, instance } = await open()
    const id = await buy()
    const end = instance(id).expireTime ?? 0
    await clock.advanceTo(new Date(end - 1))
    expect(instance(id).status).toBe('ACTIVE')
    await clock.advanceTo(new Date(end))
    expect(instance(id).status).toBe('FROZEN')
    await clock.advanceTo(new Date(end + 15 * days - 1))
    expect(instance(id).status).toBe('FROZEN')
    await clock.advanceBy(1)
    expect(instance(id).status).toBe('RELEASED')
    expect(lifeOf(seller.heard())).toEqual(['updateInstanceStatus', 'releaseInstance'])
    await clock.advanceBy(60 * days)
    expect(seller.heard()).toHaveLength(3)
  })

  it('is released after fewer days by the level of the customer, and never after more', async () => {
    for (const [frozenDays, kept] of [
      [3, 3],
      [40, 15],
    ] as const) {
      const { buy, clock, instance } = await open({}, frozenDays)
      const id = await buy()
      const end = instance(id).expireTime ?? 0
      await clock.advanceTo(new Date(end + kept * days - 1))
      expect(instance(id).status).toBe('FROZEN')
      await clock.advanceBy(1)
      expect(instance(id).status).toBe('RELEASED')
    }
  })

  it('goes on when it was renewed before', async () => {
    const { seller, buy, clock, actions, instance } = await open()
    const id = await buy()
    await clock.advanceBy(10 * days)
    await actions.renew({ instance: id, periods: 2 })
    await clock.advanceBy(60 * days)
    expect(instance(id).status).toBe('ACTIVE')
    expect(lifeOf(seller.heard())).toEqual(['refreshInstance'])
  })

  it('stays released when a renewal that had failed is restarted', async () => {
    const { seller, buy, clock, actions, instance, messages } = await open()
    const id = await buy()
    seller.answers.set('refreshInstance', () => busy)
    await actions.renew({ instance: id })
    await clock.advanceTo(new Date((instance(id).expireTime ?? 0) + 20 * days))
    seller.answers.clear()
    await actions.restart(messages().find(({ act }) => act === 'renew')?.id ?? '')
    await clock.advanceBy(100 * days)
    expect(instance(id).status).toBe('RELEASED')
    const told = messages().map(({ act }) => act)
    expect(told).toEqual(['purchase', 'renew', 'freeze', 'release'])
  })

  it('is unfrozen by a renewal, whose period begins where the last one ended', async () => {
    const { seller, buy, clock, actions, instance } = await open()
    const id = await buy()
    const end = new Date(instance(id).expireTime ?? 0)
    await clock.advanceTo(new Date(end.getTime() + 5 * days))
    await actions.renew({ instance: id })
    expect(instance(id).status).toBe('ACTIVE')
    const next = new Date(instance(id).expireTime ?? 0)
    expect([end.toISOString(), next.toISOString()]).toEqual([
      '2026-02-10T23:59:59.000Z',
      '2026-03-10T23:59:59.000Z',
    ])
    expect(lifeOf(seller.heard())).toEqual([
      'updateInstanceStatus',
      'refreshInstance',
      'updateInstanceStatus',
    ])
    // The release of before is off.
    await clock.advanceTo(new Date(end.getTime() + 16 * days))
    expect(instance(id).status).toBe('ACTIVE')
  })

  it('stays frozen for a violation that a renewal does not clear', async () => {
    const { seller, buy, clock, actions, instance } = await open()
    const id = await buy()
    await actions.violate(id)
    await clock.advanceTo(new Date((instance(id).expireTime ?? 0) + days))
    await actions.renew({ instance: id })
    expect(instance(id)).toMatchObject({ status: 'FROZEN', frozenBy: ['violation'] })
    await actions.clearViolation(id)
    expect(instance(id).status).toBe('ACTIVE')
    expect(seller.calls.at(-1)?.members).toMatchObject({ status: 'UNFREEZE' })
  })

  it('is remembered 15, 7, 3 and 1 days before, at ten in Beijing', async () => {
    const { buy, clock, data, instance } = await open()
    const id = await buy()
    await clock.advanceTo(new Date(instance(id).expireTime ?? 0))
    const reminders = data.notices.filter(({ to }) => to === 'buyer')
    expect(reminders.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-01-27T02:00:00.000Z',
      '2026-02-04T02:00:00.000Z',
      '2026-02-08T02:00:00.000Z',
      '2026-02-10T02:00:00.000Z',
    ])
    expect(reminders[0]?.text.zh).toContain('2026-02-10 到期')
  })

  it('is given back its earlier end by a cancelled renewal, until the renewed period has begun', async () => {
    const { seller, buy, clock, actions, instance } = await open()
    const id = await buy()
    const end = instance(id).expireTime ?? 0
    await actions.renew({ instance: id })
    await actions.cancelRenewal(id)
    expect(instance(id).expireTime).toBe(end)
    expect(seller.calls.at(-1)?.members).toMatchObject({ scene: 'UNSUBSCRIBE_RENEWAL_PERIOD' })
    await actions.renew({ instance: id })
    await clock.advanceTo(new Date(end + 1))
    await expect(actions.cancelRenewal(id)).rejects.toMatchObject({ rule: 'UNS-3' })
  })
})

describe('the dial test', () => {
  const failing = () => busy

  async function withCases() {
    const box = await open()
    await box.actions.saveSampleCases({
      product: box.product,
      activities: ['newInstance', 'releaseInstance'],
    })
    box.seller.calls.splice(0)
    return box
  }

  it('replays every saved case in the morning and in the afternoon', async () => {
    const { seller, clock, data } = await withCases()
    await clock.advanceBy(3 * days)
    expect(data.dialTests.map(({ at }) => new Date(at + 8 * hours).getUTCHours())).toEqual([
      15, 9, 15, 9, 15, 9,
    ])
    expect(seller.calls).toHaveLength(12)
    expect(seller.calls.every(({ members }) => members['testFlag'] === '1')).toBe(true)
  })

  it('freezes trade after five failing days in a row, and not before', async () => {
    const { seller, clock, data, product, actions, buy } = await withCases()
    seller.answers.set('releaseInstance', failing)
    await clock.advanceBy(4 * days)
    expect(data.products[product]).toMatchObject({ failingDays: 4, state: 'onSale' })
    await clock.advanceBy(days)
    expect(data.products[product]).toMatchObject({ failingDays: 5, state: 'tradeFrozen' })
    await expect(buy()).rejects.toThrow('its trade is frozen')
    await clock.advanceBy(days)
    expect(data.notices.filter(({ to }) => to === 'operations')).toHaveLength(1)
    seller.answers.delete('releaseInstance')
    // In the morning of the seventh day it failed already.
    await clock.advanceBy(2 * days)
    expect(data.products[product]).toMatchObject({ failingDays: 0, state: 'tradeFrozen' })
    await actions.changeProduct({ id: product, state: 'onSale' })
    await expect(buy()).resolves.toBeDefined()
  })

  it('counts anew after a day that passed', async () => {
    const { seller, clock, data, product } = await withCases()
    seller.answers.set('releaseInstance', failing)
    await clock.advanceBy(3 * days)
    seller.answers.delete('releaseInstance')
    await clock.advanceBy(2 * days)
    seller.answers.set('releaseInstance', failing)
    await clock.advanceBy(4 * days)
    expect(data.products[product]).toMatchObject({ failingDays: 4, state: 'onSale' })
  })

  it('leaves a product alone that is taken down', async () => {
    const { seller, clock, actions, product } = await withCases()
    await actions.changeProduct({ id: product, state: 'delisted' })
    await clock.advanceBy(2 * days)
    expect(seller.calls).toHaveLength(0)
  })
})

test('a product is taken down by the sixth failed order of a month', async () => {
  const { seller, buy, clock, data, product, actions } = await open()
  seller.answers.set('newInstance', () => busy)
  const listed = data.products[product]
  if (listed !== undefined) await actions.listProduct({ ...listed, id: 'p-2' })
  for (let order = 1; order <= 5; order += 1) await buy()
  await buy({ product: 'p-2' })
  await clock.advanceBy(4 * hours)
  expect(data.products[product]?.state).toBe('onSale')
  expect(data.products['p-2']?.state).toBe('onSale')
  await clock.advanceTo(new Date('2026-02-03T00:00:00Z'))
  for (let order = 1; order <= 5; order += 1) await buy()
  await clock.advanceBy(4 * hours)
  // Five in January and five in February.
  expect(data.products[product]?.state).toBe('onSale')
  await buy()
  await clock.advanceBy(4 * hours)
  expect(data.products[product]?.state).toBe('delisted')
  await expect(buy()).rejects.toThrow('it is delisted')
})

describe('the clock', () => {
  it('stands still until it is told to move, and never goes back', async () => {
    const { clock, data } = await open()
    expect(data.now).toBe(start.getTime())
    await expect(clock.advanceTo(new Date(start.getTime() - 1))).rejects.toThrow('does not go back')
    for (const odd of [NaN, Infinity])
      await expect(clock.advanceBy(odd)).rejects.toThrow('not a moment')
    for (const odd of [0, -1, NaN, Infinity]) expect(() => clock.run(odd)).toThrow('above 0')
    await clock.advanceBy(hours)
    expect(clock.now()).toEqual(new Date(start.getTime() + hours))
  })

  it('plays timers in the order of their moments, however they were set', async () => {
    const { buy, clock, messages, seller } = await open()
    const [first, second] = [await buy({ offer: 'standard-year' }), await buy()]
    seller.calls.splice(0)
    await clock.advanceBy(500 * days)
    const told = messages().filter(({ act }) => act === 'freeze' || act === 'release')
    expect(told.map(({ act, subject }) => [act, subject.instance])).toEqual([
      ['freeze', second],
      ['release', second],
      ['freeze', first],
      ['release', first],
    ])
  })

  it('plays timers of one moment in the order in which they were set', async () => {
    const { buy, clock, messages } = await open()
    const bought = [await buy(), await buy(), await buy()]
    await clock.advanceBy(40 * days)
    const frozen = messages().filter(({ act }) => act === 'freeze')
    expect(frozen.map(({ subject }) => subject.instance)).toEqual(bought)
  })

  it('goes on where one thing is refused, and says so', async () => {
    const { buy, clock, actions, product, data, instance } = await open()
    await actions.saveSampleCases({ product, activities: ['newInstance'] })
    const listed = data.products[product]
    if (listed !== undefined) await actions.listProduct({ ...listed, id: 'p-2' })
    await actions.saveSampleCases({ product: 'p-2', activities: ['newInstance'] })
    const id = await buy()
    // No key is bound there.
    await actions.changeProduct({ id: product, url: 'https://unbound.example.com/saas' })
    await actions.moveOrder(id)
    await clock.advanceTo(new Date((instance(id).expireTime ?? 0) + days))
    expect(instance(id).status).toBe('FROZEN')
    expect(data.dialTests.map((one) => one.product)).toContain('p-2')
    const [told] = data.notices.filter(({ to }) => to === 'operations')
    expect(told?.text.en).toContain('No key of the interface type "basic" is bound')
  })

  it('waits for a call in flight before an action that comes meanwhile', async () => {
    const { buy, clock, seller, actions, instance } = await open()
    const id = await buy()
    const seen: string[] = []
    seller.answers.set('updateInstanceStatus', () => {
      seen.push(instance(id).status)
      return right
    })
    const moving = clock.advanceTo(new Date((instance(id).expireTime ?? 0) + days))
    const renewing = actions.renew({ instance: id })
    await Promise.all([moving, renewing])
    expect(seen).toEqual(['FROZEN', 'ACTIVE'])
  })

  it('runs as many times as fast as it is told, until it is stopped', async () => {
    const { clock, data } = await open()
    const stop = clock.run(36_000)
    while (data.now < start.getTime() + hours) await new Promise((done) => setTimeout(done, 10))
    await stop()
    const stopped = data.now
    await new Promise((done) => setTimeout(done, 150))
    expect(data.now).toBe(stopped)
  })
})
