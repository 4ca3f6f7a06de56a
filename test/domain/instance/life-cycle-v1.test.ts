import { describe, expect, test } from 'vitest'
import { accept, asOneChange, expire } from '../../../src/domain/instance/life-cycle-v1.ts'
import { release, upgrade } from '../../../src/domain/instance/life-cycle.ts'
import { bought, future, now, ready as plain } from './scene.ts'

const ready = {
  ...plain,
  family: 'saas-v1',
  orderLineId: '',
  latestOrderLineId: '',
  productId: 'P-1',
  expireTime: future,
} as const
const order = { orderId: 'CS-2', orderLineId: 'P-2' }

test('an end of the period freezes, and a second one changes nothing', () => {
  const expired = expire(ready, now)
  const frozen = { frozen: true, frozenAfterExpiry: true }
  expect(expired).toEqual({ ...ready, ...frozen, version: 2, updatedAt: now })
  expect(expire(expired, future)).toBe(expired)
})

describe('an acceptance', () => {
  const acceptance = { acceptanceTime: now, expireTime: now }

  test('starts the period that was bought', () => {
    const accepted = accept(ready, acceptance, now)
    const [purchase] = ready.orders
    const orders = [{ ...purchase, expireTime: now, expiryAfter: now }]
    expect(accepted).toEqual({ ...ready, ...acceptance, orders, version: 2, updatedAt: now })
  })

  test('without an expiry leaves the one that is known', () => {
    const accepted = accept(ready, { ...acceptance, expireTime: null }, now)
    expect(accepted).toMatchObject({ acceptanceTime: now, expireTime: future })
  })

  test('does not take back the expiry of a later order', () => {
    const upgraded = upgrade(ready, { ...order, told: { productId: 'P-2' } }, now)
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
