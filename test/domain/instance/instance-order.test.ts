import { expect, test } from 'vitest'
import { completeWithOrder } from '../../../src/domain/instance/instance-order.ts'
import { release, upgrade } from '../../../src/domain/instance/life-cycle.ts'
import { bought, future, now, order, ready } from './scene.ts'

const facts = { ...order, productIds: ['P-1'], expireTime: future }
const completed = { version: 2, updatedAt: now }

test('a fetched order tells product and expiry', () => {
  expect(completeWithOrder(ready, facts, false, now)).toEqual({
    ...ready,
    ...completed,
    productId: 'P-1',
    expireTime: future,
  })
})

test('the call knew better: its product and an expiry that is known stay', () => {
  const named = { ...ready, productId: 'P-0', expireTime: bought }
  expect(completeWithOrder(named, facts, true, now)).toBe(named)
  const unnamed = completeWithOrder(named, facts, false, now)
  expect(unnamed).toEqual({ ...named, ...completed, productId: 'P-1' })
})

test('each thing that is new is a change of its own', () => {
  const product = { ...ready, productId: 'P-1' }
  const expiry = { ...ready, expireTime: future }
  const all = { ...product, expireTime: future }
  expect(completeWithOrder(product, facts, false, now)).toEqual({ ...all, ...completed })
  expect(completeWithOrder(expiry, facts, false, now)).toEqual({ ...all, ...completed })
  expect(completeWithOrder(all, facts, false, now)).toBe(all)
})

test('an older order tells the product only where none is known', () => {
  const later = upgrade(ready, { orderId: 'CS-2', orderLineId: 'CS-2-000001' }, bought)
  expect(completeWithOrder(later, facts, false, now).productId).toBe('P-1')
  const known = { ...later, productId: 'P-2' }
  expect(completeWithOrder(known, facts, false, now).productId).toBe('P-2')
})

test('of orders without lines (V1) the latest is told by its number', () => {
  const known = { ...ready, orderLineId: '', latestOrderLineId: '', productId: 'P-0' }
  const line = { ...facts, orderLineId: '' }
  expect(completeWithOrder(known, line, false, now).productId).toBe('P-1')
  expect(completeWithOrder(known, { ...line, orderId: 'CS-0' }, false, now).productId).toBe('P-0')
})

test('an order without a product tells none', () => {
  const known = { ...ready, productId: 'P-0', expireTime: future }
  expect(completeWithOrder(known, { ...facts, productIds: [] }, false, now)).toBe(known)
})

test('a line that sold several products asks for an operator, in words', () => {
  const all = { ...ready, productId: 'P-1', expireTime: future }
  const several = { ...facts, productIds: ['P-1', 'P-2'] }
  const attention = 'order CS-1 shows 2 products on line CS-1-000001'
  const seen = completeWithOrder(all, several, false, now)
  expect(seen).toEqual({ ...all, ...completed, attention })
  expect(completeWithOrder(seen, facts, false, now)).toBe(seen)
})

test('what was released stays as it is', () => {
  const released = release(ready, now)
  expect(completeWithOrder(released, facts, false, now)).toBe(released)
})
