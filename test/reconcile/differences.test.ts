import { expect, test } from 'vitest'
import { instanceDifferences } from '../../src/calls/reconcile/differences.ts'
import type { Terms } from '../../src/domain/instance/applied-order.ts'
import type { Instance } from '../../src/domain/instance/instance.ts'
import { ready } from '../domain/instance/scene.ts'

/** An instance whose order has told so much of what was bought. */
const reading = (read: Terms): Instance => ({
  ...ready,
  orders: ready.orders.map((order) => ({ ...order, read })),
})
const product = (productId: string, quantity: number | null) => ({
  ...{ productId, skuCode: 'year', productName: null, quantity },
})

test('what is bought otherwise is named with both values, and nothing else is', () => {
  const [kept, completed] = [
    reading({ productId: 'P-1', quantity: 5 }),
    reading({ productId: 'P-1', quantity: 6 }),
  ]
  expect(instanceDifferences(kept, completed)).toEqual([
    { field: 'quantity', ours: '5', store: '6' },
  ])
  expect(instanceDifferences(kept, kept)).toEqual([])
})

test('a product without a quantity is told without one', () => {
  const [one, two] = [product('P-1', null), product('P-2', 3)]
  expect(instanceDifferences(reading({}), reading({ products: [one, two] }))).toEqual([
    { field: 'products', ours: null, store: 'P-1/year: , P-2/year: 3' },
  ])
})

test('of very many products as many are told as a drift may hold', () => {
  const products = Array.from({ length: 100 }, (_, n) => product(`P-${n}`, n))
  const [difference] = instanceDifferences(reading({}), reading({ products }))
  expect(difference?.store).toMatch(/^P-0\/year: 0, P-1\/year: 1, /)
  expect(difference?.store).toHaveLength(512)
})

test('where no order counts any more nothing is bought', () => {
  const undone = { ...ready, orders: [] }
  expect(instanceDifferences(reading({ productId: 'P-1' }), undone)).toEqual([
    { field: 'productId', ours: 'P-1', store: null },
  ])
  expect(instanceDifferences(undone, reading({ productId: 'P-1' }))).toEqual([
    { field: 'productId', ours: null, store: 'P-1' },
  ])
})
