import { expect, test } from 'vitest'
import { orderColumns } from '../../src/calls/order-columns.ts'
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
  expect(orderColumns(order, line)).toEqual({
    ...{ order_type: 'NEW', create_time: null, expire_time: null, charging_mode: 'PERIOD' },
    ...{ period_type: null, period_number: null, quantity: null },
    ...{ product_id: null, sku_code: null, product_name: null },
    ...{ currency: null, currency_after_discount: null },
  })
})

const whole: OrderLine = {
  ...line,
  ...{ periodType: 'year', periodNumber: 2, expireTime: '20300101000000' },
  ...{ currency: '100', currencyAfterDiscount: '90', extendParams: [own, { name: 'empty' }] },
  productInfo: [{ productId: 'P', skuCode: 'S', productName: 'name of P', linearValue: 5 }],
}

test('what it tells of a line is known of it, and kept in columns', () => {
  const told = { ...order, createTime: '20260101000000', buyerInfo: { userName: 'a', email: null } }
  const facts = factsOf({ orderId: 'CS-1', orderLineId: 'CS-1-000001' }, told, whole)
  const [createdAt, expireTime] = [new Date('2026-01-01T00:00Z'), new Date('2030-01-01T00:00Z')]
  const period = { chargingMode: 'PERIOD', periodType: 'year', periodNumber: 2 }
  const product = { productId: 'P', skuCode: 'S', productName: 'name of P', quantity: 5 }
  const extendParams = [own, { name: 'empty', value: '' }]
  expect(facts).toEqual({
    ...{ orderId: 'CS-1', orderLineId: 'CS-1-000001', productCount: 1 },
    ...{ createdAt, expireTime, buyer: { userName: 'a' } },
    terms: { orderType: 'NEW', ...period, ...product, orderAmount: '90', extendParams },
  })
  expect(orderColumns(told, whole)).toEqual({
    ...{ order_type: 'NEW', create_time: createdAt, expire_time: expireTime },
    ...{ charging_mode: 'PERIOD', period_type: 'year', period_number: 2 },
    ...{ product_id: 'P', sku_code: 'S', product_name: 'name of P', quantity: 5 },
    ...{ currency: '100', currency_after_discount: '90' },
  })
})

test('a line without a discount costs what it would', () => {
  const { currencyAfterDiscount: _none, ...full } = whole
  const { terms } = factsOf({ orderId: 'CS-1', orderLineId: 'CS-1-000001' }, order, full)
  expect(terms.orderAmount).toBe('100')
})

test('a line of several products is known with all of them', () => {
  const [product] = whole.productInfo ?? []
  const productInfo = [...(product ? [product] : []), { productId: 'Q', skuCode: 'T' }]
  const several = { ...whole, productInfo }
  const facts = factsOf({ orderId: 'CS-1', orderLineId: 'CS-1-000001' }, order, several)
  expect(facts.productCount).toBe(2)
  expect(facts.terms.products).toEqual([
    { productId: 'P', skuCode: 'S', productName: 'name of P', quantity: 5 },
    { productId: 'Q', skuCode: 'T', productName: null, quantity: null },
  ])
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
