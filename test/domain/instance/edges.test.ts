import { describe, expect, test } from 'vitest'
import { completeWithOrder } from '../../../src/domain/instance/instance-order.ts'
import { expire } from '../../../src/domain/instance/life-cycle-v1.ts'
import {
  freeze,
  provision,
  refresh,
  release,
  renew,
} from '../../../src/domain/instance/life-cycle.ts'
import { fresh, now, order, ready } from './scene.ts'

const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const active = { ...ready, expireTime: now }

describe('at the very expiry', () => {
  test('the period is over: what is frozen then, a renewal unfreezes', () => {
    expect(freeze(active, now).frozenAfterExpiry).toBe(true)
    expect(freeze(active, later(-1)).frozenAfterExpiry).toBe(false)
  })

  test.each([
    [0, true],
    [1, false],
  ])('a renewal until %i ms from now leaves it frozen: %s', (milliseconds, frozen) => {
    const expireTime = later(milliseconds)
    const expired = expire(active, now)
    expect(renew(freeze(active, now), { role: 'renewal', expireTime }, now).frozen).toBe(frozen)
    const call = { ...order, role: 'renewal', expireTime, unfreezesAlways: true } as const
    expect(refresh(expired, call, now).frozen).toBe(frozen)
  })
})

describe('an order that is fetched late', () => {
  const read = { createdAt: now, buyer: null, productCount: 1 }
  const facts = { ...order, ...read, terms: { productId: 'P-1' }, expireTime: later(5_000) }

  test('completes its instance', () => {
    expect(completeWithOrder(active, facts, now)).toMatchObject({ productId: 'P-1' })
  })

  test('changes nothing of a released one', () => {
    const released = release(active, now)
    expect(completeWithOrder(released, facts, now)).toBe(released)
    const many = { ...facts, productCount: 2 }
    expect(completeWithOrder(released, many, now)).toBe(released)
  })

  test('of another line of the latest order leaves the product of the line that was applied', () => {
    const [first, second] = ['CS-2-000001', 'CS-2-000002']
    const call = { orderId: 'CS-2', role: 'renewal', expireTime: later(9_000) } as const
    const told = { told: { productId: 'P-2' } }
    const renewed = refresh(active, { ...call, ...told, orderLineId: second }, now)
    const late = { ...facts, orderId: 'CS-2', terms: { productId: 'P-9' } }
    const other = completeWithOrder(renewed, { ...late, orderLineId: first }, now)
    expect(other).toMatchObject({ productId: 'P-2' })
    const unnamed = refresh(active, { ...call, orderLineId: second }, now)
    const own = completeWithOrder(unnamed, { ...late, orderLineId: second }, now)
    expect(own).toMatchObject({ productId: 'P-9' })
  })
})

test('a result of provisioning is dropped when the instance was released meanwhile', () => {
  const released = release(fresh, now)
  expect(provision(released, { outcome: 'ready', appInfo: null }, now)).toBe(released)
})
