import { expect, test } from 'vitest'
import { viewPlan } from '../../src/calls/asks/ask-view.ts'

const order = { orderId: 'CS-1', orderLineId: 'CS-1-000001', orderType: 'NEW' }
const sold = { trial: false, expireTime: new Date('2030-01-01T00:00:00Z') }

test('where no order counts any more the product is told of a plan without anything bought', () => {
  expect(viewPlan(null, sold)).toMatchObject({
    ...{ orderType: null, quantity: null, extendParams: [], products: [] },
    ...{ trial: false, expireTime: '2030-01-01T00:00:00.000Z' },
  })
})

test.each([
  [{ productId: 'P' }, { productId: 'P', skuCode: null, quantity: null, productName: null }],
  [
    { skuCode: 'S', quantity: 2 },
    { productId: null, skuCode: 'S', quantity: 2, productName: null },
  ],
])('a plan of one product that is known by %j has it in its list', (plan, product) => {
  expect(viewPlan({ ...order, ...plan }, sold).products).toEqual([product])
})
