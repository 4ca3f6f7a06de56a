import { expect, test } from 'vitest'
import {
  type OrderFacts,
  completeWithOrder,
  isDecidedAnew,
} from '../../../src/domain/instance/instance-order.ts'
import { release, upgrade } from '../../../src/domain/instance/life-cycle.ts'
import { planOf, withNote } from '../../../src/domain/instance/plan.ts'
import { bought, future, now, order, ready } from './scene.ts'

const facts: OrderFacts = {
  ...order,
  terms: { productId: 'P-1', quantity: 10, orderType: 'NEW' },
  productCount: 1,
  createdAt: bought,
  expireTime: future,
  buyer: { customerId: 'c-1' },
}
const second = { orderId: 'CS-2', orderLineId: 'CS-2-000001' }
const third = { orderId: 'CS-3', orderLineId: 'CS-3-000001' }
const bare = { terms: {}, buyer: null }
const whole = completeWithOrder(ready, facts, now)

test('a fetched order tells product, buyer, expiry, and when it was placed', () => {
  expect(whole).toMatchObject({
    productId: 'P-1',
    expireTime: future,
    buyer: { customerId: 'c-1' },
    version: 2,
    orders: [{ createdAt: bought, expireTime: future, expiryAfter: future }],
  })
})

test('an expiry that is known stays', () => {
  expect(completeWithOrder({ ...ready, expireTime: bought }, facts, now).expireTime).toBe(bought)
})

test('an order that is read again tells nothing new', () => {
  expect(completeWithOrder(whole, facts, future)).toBe(whole)
})

test('an order that tells nothing takes nothing away', () => {
  const next = upgrade(whole, second, now)
  const read = completeWithOrder(next, { ...facts, ...second, ...bare }, now)
  expect(planOf(read.orders)).toMatchObject({ productId: 'P-1', quantity: 10 })
  expect(read.buyer).toEqual({ customerId: 'c-1' })
})

test('what the call told counts before what its order shows', () => {
  const named = upgrade(whole, { ...second, told: { productId: 'P-named' } }, now)
  const terms = { productId: 'P-shown', quantity: 20 }
  const read = completeWithOrder(named, { ...facts, ...second, terms }, now)
  expect(planOf(read.orders)).toMatchObject({ productId: 'P-named', quantity: 20 })
})

test('of two upgrades the one placed later wins, whichever is read first; a second reading decides no more', () => {
  const placed = [
    { ...facts, ...third, terms: { productId: 'P-3' }, createdAt: bought },
    { ...facts, ...second, terms: { productId: 'P-2' }, createdAt: future },
  ]
  const applied = upgrade(upgrade(whole, second, now), third, now)
  for (const [one, other] of [placed, placed.toReversed()]) {
    if (one === undefined || other === undefined) throw new Error('there are two')
    const half = completeWithOrder(applied, one, now)
    const both = completeWithOrder(half, other, now)
    expect(isDecidedAnew(applied, half)).toBe(false)
    expect(isDecidedAnew(half, both)).toBe(true)
    expect(both).toMatchObject({ productId: 'P-2', latestOrderId: 'CS-3' })
    expect(isDecidedAnew(both, completeWithOrder(both, one, now))).toBe(false)
  }
})

test('a line that sold several products asks for an operator, in words, beside what is noted', () => {
  const attention = 'order CS-1 shows 2 products on line CS-1-000001'
  const seen = completeWithOrder(whole, { ...facts, productCount: 2 }, now)
  expect(seen).toMatchObject({ attention, version: 3 })
  const noted = withNote(withNote(seen, 'look here'), 'look here')
  expect(noted.attention).toBe(`look here; ${attention}`)
})

test('what was released stays as it is', () => {
  const released = release(ready, now)
  expect(completeWithOrder(released, facts, now)).toBe(released)
})
