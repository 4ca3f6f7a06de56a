import { describe, expect, test } from 'vitest'
import type { Instance, Phase } from '../../../src/domain/instance/instance.ts'
import { statusOf } from '../../../src/domain/instance/instance.ts'
import {
  freeze,
  provision,
  purchase,
  refresh,
  release,
  renew,
  showUsage,
  unfreeze,
  upgrade,
} from '../../../src/domain/instance/life-cycle.ts'
import { bought, fresh, future, now, order, ready } from './scene.ts'

const appInfo = { frontEndUrl: 'https://seller.example.com' }
const failure = { code: '000105', reason: 'sold out' } as const
describe('a purchase', () => {
  const call = {
    instanceId: 'i-1',
    site: 'china',
    address: 'main',
    family: 'saas-v2',
    test: false,
    businessId: 'b-1',
    ...order,
  } as const

  test('is being provisioned, neither frozen nor a trial, and knows nothing that the call did not tell', () => {
    expect(purchase(call, bought)).toEqual(fresh)
  })

  test('keeps what the call told', () => {
    const kept = { expireTime: future, acceptanceTime: now, buyer: { customerId: 'c-1' } }
    const told = { productId: 'P-1', orderType: 'TRIAL' }
    expect(purchase({ ...call, ...kept, told }, bought)).toMatchObject({
      ...kept,
      productId: 'P-1',
      trial: true,
    })
  })
})

describe('a result of provisioning', () => {
  test('ready: the buyer has the address, and an earlier failure is forgotten', () => {
    const failed = { ...fresh, phase: 'failed', failure, version: 1 } as const
    expect(provision(failed, { outcome: 'ready', appInfo }, now)).toEqual({
      ...fresh,
      phase: 'ready',
      appInfo,
      version: 2,
      updatedAt: now,
    })
  })

  test('pending: it is still under way, and an earlier failure is forgotten', () => {
    const failed = { ...fresh, phase: 'failed', failure, version: 1 } as const
    expect(provision(failed, { outcome: 'pending' }, now)).toEqual({
      ...fresh,
      version: 2,
      updatedAt: now,
    })
  })

  test('refused: it failed, and the reason is kept', () => {
    expect(provision(fresh, { outcome: 'refused', failure }, now)).toEqual({
      ...fresh,
      phase: 'failed',
      failure,
      version: 1,
      updatedAt: now,
    })
  })
})

describe('freezing', () => {
  const endless = ready
  const running = { ...ready, expireTime: future }
  const expired = { ...ready, expireTime: bought }

  test.each<[string, Instance, boolean]>([
    ['that has no expiry', endless, false],
    ['whose expiry lies ahead', running, false],
    ['whose expiry has passed', expired, true],
  ])('one %s: frozen after expiry is %s', (_which, instance, frozenAfterExpiry) => {
    expect(freeze(instance, now)).toEqual({
      ...instance,
      frozen: true,
      frozenAfterExpiry,
      version: instance.version + 1,
      updatedAt: now,
    })
  })

  test('is taken back by unfreezing, why ever it was frozen', () => {
    for (const instance of [running, expired]) {
      expect(unfreeze(freeze(instance, now), now)).toEqual({
        ...instance,
        version: instance.version + 2,
        updatedAt: now,
      })
    }
  })

  test('again, unfreezing what is not frozen and releasing twice change nothing', () => {
    const frozen = freeze(running, now)
    expect(freeze(frozen, future)).toBe(frozen)
    expect(unfreeze(running, now)).toBe(running)
    const released = release(running, now)
    expect(release(released, future)).toBe(released)
  })
})

describe('a renewal', () => {
  const frozen = { frozen: true, frozenAfterExpiry: false }
  const violating = { ...ready, ...frozen, expireTime: future }
  const expired = {
    ...ready,
    ...frozen,
    frozenAfterExpiry: true,
    expireTime: bought,
    productId: 'P-1',
  }
  const renewal = { role: 'renewal', expireTime: future } as const

  test('unfreezes what was frozen because it had expired', () => {
    expect(renew(expired, renewal, now)).toEqual({
      ...expired,
      expireTime: future,
      frozen: false,
      frozenAfterExpiry: false,
      version: expired.version + 1,
      updatedAt: now,
    })
  })

  test('leaves frozen what was frozen for a violation, but where a renewal always unfreezes', () => {
    expect(renew(violating, renewal, now).frozen).toBe(true)
    expect(renew(violating, { ...renewal, unfreezesAlways: false }, now).frozen).toBe(true)
    expect(renew(violating, { ...renewal, unfreezesAlways: true }, now).frozen).toBe(false)
  })

  test('that is cancelled, or has itself expired, unfreezes nothing', () => {
    const cancelled = { role: 'refund', expireTime: future } as const
    for (const call of [cancelled, { ...renewal, expireTime: bought }]) {
      const renewed = renew(expired, { ...call, unfreezesAlways: true }, now)
      expect(renewed).toMatchObject({ frozen: true, frozenAfterExpiry: true })
      expect(renewed.expireTime).toBe(call.expireTime)
    }
  })

  test('of what is not frozen leaves it so', () => {
    const odd = { ...ready, frozenAfterExpiry: true }
    expect(renew(odd, renewal, now)).toMatchObject({
      frozen: false,
      frozenAfterExpiry: true,
    })
  })

  test('changes the product only where it names one', () => {
    expect(renew(expired, renewal, now).productId).toBe('P-1')
    expect(renew(expired, { ...renewal, productId: 'P-2' }, now).productId).toBe('P-2')
  })

  test('that comes late moves neither expiry nor product back; one that is cancelled moves the expiry', () => {
    const renewed = { ...expired, expireTime: future }
    const late = { ...renewal, expireTime: now, productId: 'P-0' }
    expect(renew(renewed, late, bought)).toMatchObject({ expireTime: future, productId: 'P-1' })
    const cancelled = { ...late, role: 'refund' } as const
    expect(renew(renewed, cancelled, bought)).toMatchObject({ expireTime: now, productId: 'P-1' })
  })
})

test('refresh and upgrade note their order as the latest, and leave the one that bought it', () => {
  const latest = { orderId: 'CS-2', orderLineId: 'CS-2-000001' }
  const noted = {
    ...order,
    latestOrderId: 'CS-2',
    latestOrderLineId: 'CS-2-000001',
    updatedAt: now,
  }
  const call = { ...latest, role: 'renewal', expireTime: future } as const
  const { orders, ...refreshed } = refresh(ready, call, now)
  const { orders: before, ...rest } = ready
  expect(refreshed).toEqual({ ...rest, ...noted, expireTime: future, version: 2 })
  expect(orders).toMatchObject([...before, { ...call, appliedAt: now, expiryAfter: future }])
  const { orders: after, ...upgraded } = upgrade(ready, latest, now)
  expect(upgraded).toEqual({ ...rest, ...noted, version: 2 })
  expect(after).toMatchObject([...before, { ...latest, role: 'upgrade', expiryAfter: null }])
})

test('usage is shown from now on', () => {
  const usageInfo = [{ usageValue: 5, statisticalTime: '2027-06-01T00:00:00.000Z' }]
  expect(showUsage(ready, usageInfo, now)).toEqual({
    ...ready,
    usageInfo,
    version: 2,
    updatedAt: now,
  })
})

test('a release is final, and all else stays as it was', () => {
  expect(release(ready, now)).toEqual({ ...ready, phase: 'released', version: 2, updatedAt: now })
})

test.each<[Phase, boolean, string]>([
  ['provisioning', true, 'provisioning'],
  ['failed', true, 'failed'],
  ['released', true, 'released'],
  ['ready', true, 'frozen'],
  ['ready', false, 'active'],
])('the world sees %s, frozen %s, as %s', (phase, frozen, status) => {
  expect(statusOf({ phase, frozen })).toBe(status)
})
