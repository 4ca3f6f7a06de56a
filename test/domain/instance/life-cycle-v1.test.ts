import { describe, expect, test } from 'vitest'
import {
  accept,
  asOneChange,
  expire,
  refreshV1,
  upgradeV1,
} from '../../../src/domain/instance/life-cycle-v1.ts'
import { freeze, release } from '../../../src/domain/instance/life-cycle.ts'
import { bought, future, now, ready as plain } from './scene.ts'

const ready = {
  ...plain,
  family: 'saas-v1',
  orderLineId: '',
  latestOrderLineId: '',
  productId: 'P-1',
  trial: true,
  expireTime: future,
} as const
const order = { orderId: 'CS-2', orderLineId: 'P-2' }
const noted = { latestOrderId: 'CS-2', latestOrderLineId: 'P-2', version: 2, updatedAt: now }

describe('a renewal of V1', () => {
  const call = { ...order, expireTime: future, isCancelled: false, endsTrial: false }

  test('sets the expiry, notes the order, and keeps the product and the trial', () => {
    const renewed = refreshV1({ ...ready, expireTime: bought }, call, now)
    expect(renewed).toEqual({ ...ready, ...noted, expireTime: future })
  })

  test('names the product where it changes, and may end the trial', () => {
    const renewed = refreshV1(ready, { ...call, productId: 'P-2', endsTrial: true }, now)
    expect(renewed).toEqual({ ...ready, ...noted, productId: 'P-2', trial: false })
    expect(refreshV1({ ...ready, trial: false }, call, now).trial).toBe(false)
  })

  test('unfreezes whatever froze it', () => {
    const thawed = { frozen: false, frozenAfterExpiry: false }
    for (const frozen of [freeze(ready, now), expire(ready, now)]) {
      expect(refreshV1(frozen, call, now)).toMatchObject(thawed)
    }
  })

  test('that is cancelled or has expired unfreezes nothing', () => {
    const frozen = { frozen: true, frozenAfterExpiry: true }
    expect(refreshV1(expire(ready, now), { ...call, isCancelled: true }, now)).toMatchObject(frozen)
    expect(refreshV1(expire(ready, now), { ...call, expireTime: bought }, now)).toMatchObject(
      frozen,
    )
  })
})

test('an end of the period freezes, and a second one changes nothing', () => {
  const expired = expire(ready, now)
  const frozen = { frozen: true, frozenAfterExpiry: true }
  expect(expired).toEqual({ ...ready, ...frozen, version: 2, updatedAt: now })
  expect(expire(expired, future)).toBe(expired)
})

test('an upgrade names the product that holds from now on', () => {
  const upgraded = upgradeV1(ready, { ...order, productId: 'P-2' }, now)
  expect(upgraded).toEqual({ ...ready, ...noted, productId: 'P-2' })
})

describe('an acceptance', () => {
  const acceptance = { acceptanceTime: now, expireTime: now }

  test('starts the period that was bought', () => {
    const accepted = accept(ready, acceptance, now)
    expect(accepted).toEqual({ ...ready, ...acceptance, version: 2, updatedAt: now })
  })

  test('without an expiry leaves the one that is known', () => {
    const accepted = accept(ready, { ...acceptance, expireTime: null }, now)
    expect(accepted).toMatchObject({ acceptanceTime: now, expireTime: future })
  })

  test('does not take back the expiry of a later order', () => {
    const upgraded = upgradeV1(ready, { ...order, productId: 'P-2' }, now)
    const accepted = accept(upgraded, acceptance, now)
    expect(accepted).toMatchObject({ acceptanceTime: now, expireTime: future })
  })

  test('that is known, or of a released instance, changes nothing', () => {
    const accepted = accept(ready, acceptance, now)
    expect(accept(accepted, { ...acceptance, acceptanceTime: new Date(now) }, future)).toBe(
      accepted,
    )
    expect(accept(accepted, { ...acceptance, acceptanceTime: bought }, now)).not.toBe(accepted)
    const released = release(ready, now)
    expect(accept(released, acceptance, now)).toBe(released)
  })
})

test('several changes count as one, and none as none', () => {
  const after = accept(expire(ready, now), { acceptanceTime: now, expireTime: null }, now)
  expect(asOneChange(ready, after)).toEqual({ ...after, version: ready.version + 1 })
  expect(asOneChange(ready, ready)).toBe(ready)
})
