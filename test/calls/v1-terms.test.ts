import { expect, test } from 'vitest'
import { termsOfV1 } from '../../src/calls/v1-terms.ts'

test('the terms of V1 take no number that the columns of an order leave out', () => {
  const told = { periodNumber: '1.5', amount: '10.0', diskSize: 5, bandWidth: '-1' }
  expect(termsOfV1(told)).toEqual({ quantity: 10, diskSize: 5 })
})
