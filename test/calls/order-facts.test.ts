import { expect, test } from 'vitest'
import { extendParamsIn, factsOf, timeOf } from '../../src/calls/order-facts.ts'
import type { OrderInfo, OrderLine } from '../../src/store-api/order.ts'

const line: OrderLine = { orderLineId: 'CS-1-000001', chargingMode: 'PERIOD' }
const order: OrderInfo = { orderId: 'CS-1', orderType: 'NEW', createTime: '', orderLine: [line] }
const [own, ofAll] = [
  { name: 'emailDomainName', value: 'line.example.com' },
  { name: 'emailDomainName', value: 'order.example.com' },
] as const

test('what an order does not tell of a line is not known of it', () => {
  expect(factsOf({ orderId: 'CS-1', orderLineId: 'CS-1-000001' }, order, line)).toEqual({
    ...{ orderId: 'CS-1', orderLineId: 'CS-1-000001', productCount: 0 },
    ...{ createdAt: null, expireTime: null, buyer: null },
    terms: { orderType: 'NEW', chargingMode: 'PERIOD' },
  })
})

test('the extension parameters of a line come before those of its order', () => {
  const [withOwn, withBoth] = [
    { ...line, extendParams: [own] },
    { ...order, extendParams: [ofAll] },
  ]
  expect(extendParamsIn(order, line)).toEqual([])
  expect(extendParamsIn(order, withOwn)).toEqual([own])
  expect(extendParamsIn(withBoth, withOwn)).toEqual([own, ofAll])
})

test.each([undefined, null, '', 'soon', '20260230000000'])('%j is no time of an order', (text) => {
  expect(timeOf(text)).toBeNull()
})
