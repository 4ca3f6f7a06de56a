import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createClientSecretOpener } from '../../src/crypto/client-secret.ts'
import { orderInfo, storeInstanceOf } from '../../src/simulator/state/index.ts'
import { privateKeys } from '../crypto/private-keys.ts'
import { busy, createBoxSeller, days, hours, openBox, right } from './box-seller.ts'

async function open(draft: Parameters<typeof openBox>[1] = {}) {
  const seller = createBoxSeller()
  const box = await openBox({ send: seller.send }, draft)
  const { data, actions, clock } = box.state
  const instance = (id: string) => {
    const one = data.instances[id]
    if (one === undefined) throw new Error(`no instance ${id}`)
    return one
  }
  const orderOf = (id: string) => data.orders[instance(id).order]
  const last = () => seller.calls.at(-1)?.members ?? {}
  return { ...box, seller, data, actions, clock, instance, orderOf, last }
}

describe('an order', () => {
  it('waits to be paid, and calls the seller then', async () => {
    const { actions, product, seller, data } = await open()
    const { orderId } = await actions.buy({ product, quantity: 3, pay: false })
    expect(seller.calls).toHaveLength(0)
    expect(orderInfo(data, orderId)).toBeUndefined()
    await actions.pay(orderId)
    expect(seller.heard()).toEqual(['newInstance'])
    expect(orderInfo(data, orderId)).toMatchObject({
      orderId,
      orderType: 'NEW',
      orderLine: [
        {
          chargingMode: 'PERIOD',
          periodType: 'month',
          productInfo: [{ linearValue: 3 }],
          currency: '300',
        },
      ],
      buyerInfo: { customerId: 'c-1', mobilePhone: '15905222222' },
    })
    await expect(actions.pay(orderId)).rejects.toThrow('does not wait to be paid')
  })

  it('is cancelled before it is paid, and calls nobody', async () => {
    const { actions, product, seller } = await open()
    const order = await actions.buy({ product, pay: false })
    await actions.cancelOrder(order.orderId)
    expect(order.state).toBe('cancelled')
    await expect(actions.pay(order.orderId)).rejects.toThrow('it is cancelled')
    expect(seller.calls).toHaveLength(0)
  })

  it.each([
    ['standard-month', 'PERIOD', '20260210235959'],
    ['standard-year', 'PERIOD', '20270110235959'],
    ['sms', 'ON_DEMAND', undefined],
    ['sms-1000', 'ON_DEMAND_PKG', '20270110235959'],
    ['setup', 'ONE_TIME', undefined],
  ])('of %s is told as %s', async (offer, chargingMode, expireTime) => {
    const { data, buy, orderOf } = await open()
    const [line] = orderInfo(data, orderOf(await buy({ offer }))?.orderId ?? '')?.orderLine ?? []
    expect(line).toMatchObject({ chargingMode })
    expect(line?.expireTime).toBe(expireTime)
  })

  it('is told of where the product is configured so', async () => {
    const { buy, seller, orderOf } = await open({ ordersUrl: 'https://seller.example.com/orders' })
    const id = await buy()
    const { path, members } = seller.calls.at(-1) ?? {}
    expect(path).toBe('/orders')
    expect(members).toMatchObject({ activity: 'orderNotify', orderId: orderOf(id)?.orderId })
  })

  it.each([
    ['quantity', 0],
    ['quantity', 1.5],
    ['periods', -1],
    ['periods', 100],
  ])('is refused where %s is %s', async (field, value) => {
    const { actions, product, buy } = await open()
    await expect(actions.buy({ product, [field]: value })).rejects.toThrow(
      `${field} is a whole number`,
    )
    const instance = await buy()
    await expect(actions.renew({ instance, [field]: value })).rejects.toThrow(field)
  })

  it('names what is not there', async () => {
    const { actions, product } = await open()
    await expect(actions.buy({ product: 'p-9' })).rejects.toThrow('There is no product "p-9".')
    await expect(actions.buy({ product, offer: 'x' })).rejects.toThrow('There is no offer "x".')
    await expect(actions.buy({ product, customerId: 'c-9' })).rejects.toMatchObject({
      text: { zh: '没有用户“c-9”。' },
    })
  })
})

describe('a trial', () => {
  it('may be tried again when its order came to nothing', async () => {
    const { actions, product, seller, clock } = await open()
    const { orderId } = await actions.buy({ product, trial: true, pay: false })
    await actions.cancelOrder(orderId)
    seller.answers.set('newInstance', () => busy)
    const failed = await actions.buy({ product, trial: true })
    await clock.advanceBy(3 * hours)
    expect(failed.state).toBe('refunded')
    await expect(actions.buy({ product, trial: true })).resolves.toMatchObject({ purpose: 'TRIAL' })
  })

  it('ends after its days, is tried once, and becomes formal by a renewal', async () => {
    const { actions, product, instance, data, last } = await open()
    const { instance: id, orderId } = await actions.buy({ product, trial: true })
    expect(orderInfo(data, orderId)).toMatchObject({
      orderType: 'TRIAL',
      orderLine: [{ periodType: 'day', periodNumber: 7, expireTime: '20260117235959' }],
    })
    await expect(actions.buy({ product, trial: true })).rejects.toMatchObject({ rule: 'TRY-7' })
    await expect(actions.upgrade({ instance: id, quantity: 2 })).rejects.toThrow('is a trial')
    await expect(actions.unsubscribe({ instance: id })).rejects.toMatchObject({ rule: 'UNS-3' })
    await actions.renew({ instance: id, offer: 'standard-year' })
    expect(last()).toMatchObject({ scene: 'TRIAL_TO_FORMAL', productId: 'standard-year' })
    expect(instance(id)).toMatchObject({ trial: false, status: 'ACTIVE' })
  })

  it.each([
    [{ trialDays: 2 }, 'TRY-3'],
    [{ trialDays: 181 }, 'TRY-3'],
    [{ trialDays: 7, chargingMode: 'ONE_TIME' }, 'TRY-2'],
  ] as const)('is not listed as %o', async (odd, rule) => {
    const { actions, data } = await open()
    const [first] = data.products['p-1']?.offers ?? []
    const draft = { ...data.products['p-1'], id: 'p-2', offers: [{ ...first, ...odd }] }
    const listing = actions.listProduct(draft as Parameters<typeof actions.listProduct>[0])
    await expect(listing).rejects.toMatchObject({ rule })
    expect(Object.keys(data.products)).toEqual(['p-1'])
  })

  it('is offered for what is sold by period only', async () => {
    const { actions, product } = await open()
    for (const offer of ['sms', 'professional-month'])
      await expect(actions.buy({ product, offer, trial: true })).rejects.toMatchObject({
        rule: 'TRY-2',
      })
  })
})

describe('a change', () => {
  it('at a renewal is checked first, and refused where the seller refuses', async () => {
    const { actions, buy, seller, instance } = await open()
    const id = await buy()
    await actions.renew({ instance: id, offer: 'professional-month', quantity: 5 })
    expect(seller.calls.slice(-2).map(({ members }) => members)).toMatchObject([
      {
        activity: 'changeInstanceCheck',
        productInfo: { skuCode: 'sku-professional', linearValue: 5 },
      },
      { activity: 'refreshInstance', scene: 'RENEWAL_CHANGE' },
    ])
    expect(instance(id)).toMatchObject({ quantity: 5, offer: { productId: 'professional-month' } })
    seller.answers.set('changeInstanceCheck', () => busy)
    await expect(actions.renew({ instance: id, quantity: 1 })).rejects.toThrow('refuses the change')
    expect(instance(id).quantity).toBe(5)
  })

  it('by an upgrade holds until the same end, and is refunded when the seller never does it', async () => {
    const { actions, buy, seller, instance, clock } = await open()
    const id = await buy()
    const { expireTime } = instance(id)
    await actions.upgrade({ instance: id, quantity: 9 })
    expect(instance(id)).toMatchObject({ quantity: 9, expireTime })
    seller.answers.set('upgradeInstance', () => busy)
    const order = await actions.upgrade({ instance: id, quantity: 10 })
    await clock.advanceBy(3 * hours)
    expect(order.state).toBe('refunded')
    expect(instance(id)).toMatchObject({ quantity: 9, status: 'ACTIVE' })
  })
})

describe('unsubscribing', () => {
  it('waits until the seller has made the instance', async () => {
    const { actions, buy, seller, instance } = await open()
    seller.answers.set('newInstance', () => busy)
    const id = await buy()
    await expect(actions.unsubscribe({ instance: id })).rejects.toThrow('is REQUESTED')
    await expect(actions.violate(id)).rejects.toThrow('is REQUESTED')
    expect(instance(id).frozenBy).toEqual([])
  })

  it('needs no reason within five days, and is not possible after them', async () => {
    const { actions, buy, clock, instance, last, data } = await open()
    const [early, late] = [await buy(), await buy()]
    const order = await actions.unsubscribe({ instance: early })
    expect(instance(early).status).toBe('RELEASED')
    expect(last()).toMatchObject({ activity: 'releaseInstance', orderId: order.orderId })
    expect(orderInfo(data, order.orderId)).toMatchObject({
      orderType: 'UNSUBSCRIBE',
      orderLine: [{ currency: '', currencyAfterDiscount: '-100' }],
    })
    await clock.advanceBy(6 * days)
    await expect(actions.unsubscribe({ instance: late })).rejects.toThrow('within 5 days')
    await actions.unsubscribe({ instance: late, byOperations: true })
    expect(instance(late).status).toBe('RELEASED')
  })

  it('that is agreed and overtaken by a release makes no second one', async () => {
    const { actions, buy, clock, seller } = await open({ supervised: true })
    const id = await buy()
    const { orderId } = await actions.unsubscribe({ instance: id })
    await actions.decideUnsubscription({ order: orderId, decision: 'approve' })
    await actions.releaseNow(id)
    await clock.advanceBy(3 * hours)
    expect(seller.heard()).toEqual(['newInstance', 'releaseInstance'])
  })

  it('of a supervised product is agreed with the seller, and refunded within three hours', async () => {
    const { actions, buy, clock, instance } = await open({ supervised: true })
    const id = await buy()
    await expect(actions.unsubscribe({ instance: id, amount: 101 })).rejects.toMatchObject({
      rule: 'UNS-1',
    })
    const refused = await actions.unsubscribe({ instance: id, amount: 10 })
    await actions.decideUnsubscription({ order: refused.orderId, decision: 'reject' })
    expect(refused).toMatchObject({ state: 'cancelled', unsubscription: { state: 'REJECTED' } })
    const agreed = await actions.unsubscribe({ instance: id })
    await actions.decideUnsubscription({ order: agreed.orderId, decision: 'approve' })
    const other = await actions.unsubscribe({ instance: id })
    await actions.decideUnsubscription({ order: other.orderId, decision: 'withdraw' })
    await clock.advanceBy(3 * hours - 1)
    expect(instance(id).status).not.toBe('RELEASED')
    await clock.advanceBy(1)
    expect(agreed.unsubscription?.state).toBe('REFUNDED')
    expect(instance(id).status).toBe('RELEASED')
  })
})

describe('supervision', () => {
  it('lets the period begin with the acceptance, and completes the order three hours later', async () => {
    const { actions, buy, clock, instance, orderOf } = await open({ supervised: true })
    const id = await buy()
    const order = instance(id).order
    expect(orderOf(id)).toMatchObject({
      state: 'processing',
      supervision: { node: 'REQUEST_PENDING' },
    })
    await expect(actions.supervise({ order, step: 'accept' })).rejects.toThrow('not its turn')
    await clock.advanceBy(20 * days)
    for (const step of [
      'request',
      'refuse',
      'request',
      'confirm',
      'deliver',
      'reject',
      'deliver',
    ] as const)
      await actions.supervise({ order, step })
    await actions.appeal({ order, appealed: true })
    await expect(actions.supervise({ order, step: 'accept' })).rejects.toThrow(
      'frozen by an appeal',
    )
    await actions.appeal({ order, appealed: false })
    await actions.supervise({ order, step: 'accept' })
    expect(orderOf(id)?.supervision).toMatchObject({ node: 'ACCEPTED', rejections: 2 })
    expect(new Date(instance(id).expireTime ?? 0).toISOString()).toBe('2026-02-28T23:59:59.000Z')
    await clock.advanceBy(3 * hours)
    expect(orderOf(id)).toMatchObject({ state: 'completed', supervision: { node: 'DONE' } })
  })

  it('holds back what belongs to an accepted instance', async () => {
    const { actions, buy } = await open({ supervised: true })
    const id = await buy()
    for (const act of [() => actions.renew({ instance: id }), () => actions.violate(id)])
      await expect(act()).rejects.toThrow('has not accepted')
  })

  it('of what is done by hand calls nobody, but for the notification of the order', async () => {
    const { actions, clock, seller, data } = await open()
    const [offer] = data.products['p-1']?.offers ?? []
    await actions.listProduct({
      ...{ id: 'p-2', name: '人工服务', supervised: true, url: 'https://seller.example.com/none' },
      ...{ ordersUrl: 'https://seller.example.com/orders', offers: offer ? [offer] : [] },
    })
    const { instance: id, orderId: order } = await actions.buy({ product: 'p-2' })
    for (const step of ['request', 'confirm', 'deliver', 'accept'] as const)
      await actions.supervise({ order, step })
    expect(data.instances[id]?.status).toBe('ACTIVE')
    await clock.advanceTo(new Date((data.instances[id]?.expireTime ?? 0) + 16 * days))
    expect(data.instances[id]?.status).toBe('RELEASED')
    expect(seller.heard()).toEqual(['orderNotify'])
    expect(data.notices.filter(({ to }) => to === 'operations')).toEqual([])
  })

  it('of V1 is the purchase once more, at the delivery and with the acceptance time', async () => {
    const { actions, buy, instance, seller } = await open({
      supervised: true,
      generation: 'saasV1',
    })
    const id = await buy()
    const { order } = instance(id)
    for (const step of ['request', 'confirm', 'deliver', 'accept'] as const)
      await actions.supervise({ order, step })
    expect(seller.heard()).toEqual(['newInstance', 'newInstance', 'newInstance'])
    expect(seller.calls.map(({ members }) => members['acceptanceTime'])).toEqual([
      undefined,
      undefined,
      '20260110100000000',
    ])
  })
})

describe('the calls of a life', () => {
  async function lifeOf(generation: 'saasV2' | 'saasV1' | 'licenseA' | 'licenseB' | 'licenseC') {
    const box = await open({ generation })
    const { actions, buy, clock, instance, seller, orderOf } = box
    const id = await buy()
    if (generation === 'licenseB') {
      expect(seller.calls).toHaveLength(0)
      const extendParams = { identificationCode: 'ID-1' }
      await actions.supervise({ order: instance(id).order, step: 'request', extendParams })
      expect(orderOf(id)?.supervision?.node).toBe('BUYER_ACCEPT')
      expect(instance(id).license).toBe('L-1')
      await actions.supervise({ order: instance(id).order, step: 'accept' })
    }
    if (generation === 'licenseC') {
      await actions.activateCode(instance(id).license ?? '')
      await expect(actions.activateCode(instance(id).license ?? '')).rejects.toThrow('ALIVE')
    }
    const code = () => box.data.licenses[instance(id).license ?? '']
    const codeIs = (status: string) => {
      if (generation === 'licenseC')
        expect(code()).toMatchObject({ status, expireTime: instance(id).expireTime })
    }
    expect(instance(id).status).toBe('ACTIVE')
    await actions.renew({ instance: id })
    codeIs('ALIVE')
    await clock.advanceTo(new Date((instance(id).expireTime ?? 0) + days))
    expect(instance(id).status).toBe('FROZEN')
    codeIs('EXPIRED')
    await actions.renew({ instance: id })
    expect(instance(id).status).toBe('ACTIVE')
    codeIs('ALIVE')
    await clock.advanceTo(new Date((instance(id).expireTime ?? 0) + 16 * days))
    expect(instance(id).status).toBe('RELEASED')
    codeIs('RELEASED')
    const all = Object.values(box.data.messages).map(({ state }) => state)
    expect(new Set(all)).toEqual(new Set(['SUCCESS']))
    return seller.heard()
  }

  const status = 'updateInstanceStatus'
  it.each([
    [
      'saasV2',
      [
        'newInstance',
        'refreshInstance',
        status,
        'refreshInstance',
        status,
        status,
        'releaseInstance',
      ],
    ],
    [
      'licenseA',
      [
        'newInstance',
        'refreshInstance',
        status,
        'refreshInstance',
        status,
        status,
        'releaseInstance',
      ],
    ],
    // A renewal of V1 unfreezes by itself.
    [
      'saasV1',
      [
        'newInstance',
        'refreshInstance',
        'expireInstance',
        'refreshInstance',
        'expireInstance',
        'releaseInstance',
      ],
    ],
    [
      'licenseB',
      [
        'getLicense',
        'refreshLicense',
        'expireLicense',
        'refreshLicense',
        'expireLicense',
        'releaseLicense',
      ],
    ],
    // The store makes the code: there is no call for a purchase.
    [
      'licenseC',
      [
        'refreshLicenseCode',
        'updateLicenseCodeStatus',
        'refreshLicenseCode',
        'updateLicenseCodeStatus',
        'updateLicenseCodeStatus',
        'releaseLicenseCode',
      ],
    ],
  ] as const)('%s', async (generation, calls) => {
    expect(await lifeOf(generation)).toEqual(calls)
  })

  it.each([
    [
      'standard-month',
      { chargingMode: '1', periodType: 'month', periodNumber: '2', orderAmount: '600' },
    ],
    ['sms', { chargingMode: '0', expireTime: undefined, periodType: undefined }],
    ['sms-1000', { chargingMode: '5', expireTime: '20280111075959', periodType: undefined }],
    ['setup', { chargingMode: '3', expireTime: undefined, periodNumber: undefined }],
  ])('a purchase of V1 tells all that was bought of %s', async (offer, members) => {
    const { buy, seller } = await open({ generation: 'saasV1' })
    await buy({ offer, quantity: 3, periods: 2, extendParams: { domain: 'a.example.com' } })
    const told = seller.calls[0]?.members ?? {}
    const { expireTime, periodType, periodNumber } = told
    expect({ expireTime, periodType, periodNumber, ...told }).toMatchObject({
      ...{ amount: '3', customerName: '张三', productId: offer, ...members },
    })
    const params: unknown = JSON.parse(
      Buffer.from(String(told['saasExtendParams']), 'base64').toString(),
    )
    expect(params).toEqual([{ name: 'domain', value: 'a.example.com' }])
    expect(told['email']).toMatch(/^[\w]{16}[\w+/]+=*$/)
  })

  it('a renewal of V1 tells whether a trial becomes formal, and what goes back', async () => {
    const { actions, product, last } = await open({ generation: 'saasV1' })
    const { instance } = await actions.buy({ product, trial: true })
    await actions.renew({ instance, offer: 'standard-year' })
    expect(last()).toMatchObject({ trialToFormal: '1', productId: 'standard-year' })
    expect(last()).toMatchObject({ periodType: 'year', orderAmount: '1000' })
    await actions.renew({ instance })
    expect(last()).not.toHaveProperty('trialToFormal')
    await actions.cancelRenewal(instance)
    expect(last()).toMatchObject({ activity: 'refreshInstance', orderAmount: '-1000' })
  })

  it('an instance of V1 is frozen for a violation in another way than at its end', async () => {
    const { actions, buy, last } = await open({ generation: 'saasV1' })
    const id = await buy()
    await actions.violate(id)
    expect(last()).toMatchObject({ activity: 'instanceStatus', instanceStatus: 'FREEZE' })
    await actions.clearViolation(id)
    expect(last()).toMatchObject({ activity: 'instanceStatus', instanceStatus: 'NORMAL' })
    await actions.expireNow(id)
    expect(last()).toMatchObject({ activity: 'expireInstance' })
  })

  it('License 1.0 that is never delivered is not refunded: the supervision waits', async () => {
    const { actions, buy, seller, clock, instance, orderOf, data } = await open({
      generation: 'licenseB',
    })
    seller.answers.set('getLicense', () => busy)
    const id = await buy()
    await actions.supervise({ order: instance(id).order, step: 'request' })
    await clock.advanceBy(days)
    expect(seller.heard()).toHaveLength(4)
    expect(orderOf(id)).toMatchObject({ state: 'processing', supervision: { node: 'DELIVERING' } })
    seller.answers.delete('getLicense')
    await actions.restart(Object.keys(data.messages)[0] ?? '')
    expect(orderOf(id)?.supervision?.node).toBe('BUYER_ACCEPT')
  })
})

describe('an online license', () => {
  it('is asked for under an event, and asked for again under the same one', async () => {
    const { actions, buy, seller } = await open({ generation: 'licenseA' })
    seller.answers.set('getLicenseAsync', () => ({ ...right, resultCode: '000004' }))
    const id = await buy()
    const license = await actions.askLicense({ instance: id, deviceFingerprint: 'F-1' })
    await actions.askLicense({ instance: id, license: license.id })
    const asked = seller.calls.slice(-2).map(({ members }) => members)
    expect(asked[0]).toMatchObject({ eventId: license.id, deviceFingerprint: 'F-1' })
    expect(asked[1]).toEqual(asked[0])
    await actions.receiveLicense({ event: license.id, content: 'LICENSE' })
    expect(license).toMatchObject({ status: 'uploaded', content: 'LICENSE' })
  })

  it('may be uploaded before the call that asks for it is answered', async () => {
    const { actions, buy, seller, data } = await open({ generation: 'licenseA' })
    const id = await buy()
    seller.answers.set('getLicenseAsync', async ({ members }) => {
      await actions.receiveLicense({ event: String(members['eventId']), content: 'LICENSE' })
      expect(Object.values(data.messages).at(-1)).toMatchObject({ state: 'CALLING' })
      return right
    })
    expect((await actions.askLicense({ instance: id })).status).toBe('uploaded')
  }, 10_000)

  it('is not asked for of another generation', async () => {
    const { actions, buy } = await open()
    const id = await buy()
    await expect(actions.askLicense({ instance: id })).rejects.toThrow('no call for this: license')
  })
})

describe('joint operation', () => {
  const publicKeyOf = (key: keyof typeof privateKeys) =>
    createPublicKey(privateKeys[key]).export({ type: 'spki', format: 'pem' }).toString()
  const publicKey = publicKeyOf('old')
  const enterprise = {
    tenantId: 't-1',
    name: '示例企业',
    domainName: 'https://t1.example.com',
    departments: [{ orgCode: '10', orgName: '开发部', parentCode: '' }],
    users: [
      { userName: 'zhangsan', name: '张三', role: 'admin', orgCode: '10' },
      { userName: 'lisi', name: '李四', role: 'user' },
    ],
  } as const

  it.each([
    ['saasV2', '/saas/produceAPI/v2/', 3],
    ['saasV1', '/saas/produceAPI/', 0],
  ] as const)(
    'of %s binds an enterprise, grants accounts and takes them away',
    async (generation, path, revoked) => {
      const { actions, buy, seller, last } = await open({
        generation,
        joint: { appId: 'app-1', publicKey },
      })
      await actions.addEnterprise(enterprise)
      const id = await buy()
      const key = { tenantId: 't-1', instance: id }
      const binding = await actions.bindEnterprise(key)
      expect(seller.calls.slice(1).map((call) => call.path)).toEqual([
        `${path}tenantSync`,
        `${path}applicationSync`,
        `${path}allOrgSync`,
      ])
      expect(seller.calls[2]?.members['clientSecret']).not.toBe(binding.clientSecret)
      expect(binding.state).toBe('bound')
      await actions.authoriseUsers({ ...key, users: ['zhangsan', 'lisi'] })
      await actions.authoriseUsers({ ...key, users: ['lisi'], revoke: true })
      expect(last()).toMatchObject({ appId: 'app-1', flag: revoked })
      expect(binding.granted).toEqual(['zhangsan'])
      await expect(actions.authoriseUsers({ ...key, users: ['x'] })).rejects.toThrow(
        'no account "x"',
      )
      await expect(
        actions.bindEnterprise({ tenantId: 't-1', instance: await buy() }),
      ).rejects.toMatchObject({
        rule: 'CRED-4',
      })
      await actions.unbindEnterprise(key)
      expect(binding.state).toBe('unbound')
    },
  )

  it('encrypts with the public key of before until the order is moved', async () => {
    const { actions, buy, seller, product } = await open({ joint: { appId: 'app-1', publicKey } })
    await actions.addEnterprise(enterprise)
    const key = { tenantId: 't-1', instance: await buy() }
    await actions.changeProduct({ id: product, publicKey: publicKeyOf('current') })
    const isSentFor = async (name: keyof typeof privateKeys) => {
      const { clientSecret } = await actions.bindEnterprise(key)
      const sent = seller.calls.findLast(({ activity }) => activity === 'applicationSync')
      const opener = createClientSecretOpener([privateKeys[name]])
      return opener.open(String(sent?.members['clientSecret']))?.secret === clientSecret
    }
    expect(await isSentFor('old')).toBe(true)
    await actions.moveOrder(key.instance)
    expect(await isSentFor('current')).toBe(true)
  })

  it.each([
    ['saasV2', 'tenantSync'],
    ['saasV2', 'applicationSync'],
    ['saasV1', 'tenantSync'],
  ] as const)(
    'of %s has failed where %s is refused, and goes on by hand',
    async (generation, step) => {
      const { actions, buy, seller, data, clock } = await open({
        ...{ generation, joint: { appId: 'app-1', publicKey } },
      })
      await actions.addEnterprise(enterprise)
      seller.answers.set(step, () => busy)
      const key = { tenantId: 't-1', instance: await buy() }
      const binding = await actions.bindEnterprise(key)
      await clock.advanceBy(hours)
      expect(binding.state).toBe('failed')
      await expect(actions.authoriseUsers({ ...key, users: ['lisi'] })).rejects.toThrow(
        'is not bound',
      )
      // The kit of V2 is called five times, that of V1 once.
      expect(seller.calls.filter((call) => call.activity === step)).toHaveLength(
        generation === 'saasV2' ? 5 : 1,
      )
      seller.answers.delete(step)
      const failed = Object.values(data.messages).find((one) => one.activity === step)
      await actions.restart(failed?.id ?? '')
      expect(binding.state).toBe('bound')
      expect(seller.heard().slice(-2)).toEqual(['applicationSync', 'allOrgSync'])
    },
  )

  it('is refused for a product that is not joint-operated', async () => {
    const { actions, buy } = await open()
    await actions.addEnterprise(enterprise)
    const key = { tenantId: 't-1', instance: await buy() }
    await expect(actions.bindEnterprise(key)).rejects.toThrow('is not joint-operated')
  })
})

describe('addresses and keys', () => {
  it('are warned of: no https, an IP address, a key of two types, a change under listed products', async () => {
    const { actions, data } = await open()
    const rulesOf = ({ warnings }: { warnings: readonly { rule: string }[] }) =>
      warnings.map(({ rule }) => rule)
    expect(rulesOf(await actions.registerAddress({ url: 'http://127.0.0.1:8080/x' }))).toEqual([
      'SAAS-2',
      'KEY-5',
    ])
    expect(rulesOf(await actions.registerAddress({ url: 'https://[::1]/x' }))).toEqual(['KEY-5'])
    expect(rulesOf(await actions.registerAddress({ url: 'https://a.example.com/x' }))).toEqual([])
    await expect(actions.registerAddress({ url: 'ftp://a' })).rejects.toMatchObject({
      rule: 'SAAS-2',
    })
    const [address] = Object.values(data.addresses)
    const { id: shared } = await actions.addKey({ secret: 'one' })
    const { id: other } = await actions.addKey({ secret: 'two' })
    const bind = (type: 'basic' | 'kit', key: string) =>
      actions.bindKey({ address: address?.id ?? '', type, key })
    // The product uses the key of the basic interfaces, and none of the kit.
    expect(rulesOf(await bind('kit', shared))).toEqual([])
    expect(rulesOf(await bind('basic', shared))).toEqual(['KEY-2', 'KEY-3'])
    const changed = await bind('basic', other)
    expect(rulesOf(changed)).toEqual(['KEY-3'])
    expect(changed.warnings[0]?.text.zh).toContain('示例商品')
    expect(rulesOf(await bind('basic', other))).toEqual([])
    await actions.changeProduct({ id: 'p-1', state: 'delisted' })
    expect(rulesOf(await bind('basic', shared))).toEqual(['KEY-2'])
  })

  it('lets nothing be sold where no key is bound', async () => {
    const { actions, seller, data } = await open()
    await actions.listProduct({
      ...{ id: 'p-2', name: '无密钥', generation: 'saasV2', supervised: false },
      url: 'https://other.example.com/saas',
      offers: [
        { productId: 'x', skuCode: 'x', productName: 'x', chargingMode: 'ONE_TIME', price: 1 },
      ],
    })
    await expect(actions.buy({ product: 'p-2' })).rejects.toThrow(
      'No key of the interface type "basic"',
    )
    expect(Object.values(data.orders)).toEqual([])
    expect(seller.calls).toEqual([])
  })

  it('stay those of an order until it is moved', async () => {
    const { actions, buy, seller, product } = await open()
    const id = await buy()
    await actions.changeProduct({ id: product, url: 'https://seller.example.com/moved' })
    await actions.openPage(id)
    expect(seller.calls.at(-1)?.path).toBe('/saas')
    await actions.openPage(await buy())
    expect(seller.calls.at(-1)?.path).toBe('/moved')
    await actions.moveOrder(id)
    await actions.openPage(id)
    expect(seller.calls.at(-1)?.path).toBe('/moved')
    await actions.changeProduct({ id: product, url: 'https://seller.example.com/again' })
    expect(await actions.moveOrders(product)).toHaveLength(2)
    await actions.openPage(id)
    expect(seller.calls.at(-1)?.path).toBe('/again')
  })
})

describe('a debug case', () => {
  it('is saved when its answer passes every check, and not otherwise', async () => {
    const { actions, product, seller, data } = await open()
    const draft = {
      product,
      generation: 'saasV2',
      activity: 'releaseInstance',
      members: { activity: 'releaseInstance', instanceId: 'i', testFlag: '1' },
    } as const
    seller.answers.set('releaseInstance', () => ({ resultCode: '000000' }))
    await expect(actions.saveCase(draft)).rejects.toThrow('DBG-5 resultMsg is missing')
    expect(data.cases).toEqual({})
    seller.answers.delete('releaseInstance')
    await actions.saveCase(draft)
    expect(Object.values(data.cases)).toHaveLength(1)
    await expect(actions.dialTestNow(product)).resolves.toMatchObject({ cases: 1, failures: [] })
  })

  it.each(['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC'] as const)(
    'of every interface of %s is saved from the samples',
    async (generation) => {
      const { actions, product, seller } = await open({ generation })
      const cases = await actions.saveSampleCases({ product })
      expect(cases.length).toBeGreaterThan(2)
      expect(seller.calls).toHaveLength(cases.length)
    },
  )
})

it('tells the usage ledger how an instance is sold, and whether it is frozen', async () => {
  const { actions, buy, data, instance } = await open()
  const id = await buy({ offer: 'sms' })
  const { instanceId = '' } = instance(id)
  expect(storeInstanceOf(data, instanceId)).toMatchObject({
    chargingMode: 'ON_DEMAND',
    isFrozen: false,
  })
  await actions.violate(id)
  expect(storeInstanceOf(data, instanceId)).toMatchObject({ isFrozen: true, isOffMarket: false })
  expect(storeInstanceOf(data, 'unknown')).toBeUndefined()
})
