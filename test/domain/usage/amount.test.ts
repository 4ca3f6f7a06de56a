import { expect, test } from 'vitest'
import { readAmount } from '../../../src/domain/usage/amount.ts'

test.each([
  ['12.5', '12.5'],
  ['12.5000', '12.5'],
  ['12.0', '12'],
  ['0012', '12'],
  ['00.0500', '0.05'],
  ['100', '100'],
  ['0', '0'],
  ['000.000', '0'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['99999999.9999', '99999999.9999'],
  ['0000000099999999.99990000', '99999999.9999'],
])('%j is the amount %s', (text, amount) => {
  expect(readAmount(text)).toEqual({ amount })
})

test.each([
  ['', 'malformed-value'],
  ['.5', 'malformed-value'],
  ['5.', 'malformed-value'],
  ['-', 'malformed-value'],
  ['+1', 'malformed-value'],
  ['1e3', 'malformed-value'],
  ['1,5', 'malformed-value'],
  [' 1', 'malformed-value'],
  ['1\n', 'malformed-value'],
  ['-0.0001', 'negative-value'],
  ['-100000000', 'negative-value'],
  ['0.00001', 'too-many-decimals'],
  ['100000000.00001', 'too-many-decimals'],
  ['100000000', 'value-too-large'],
])('%j is %s', (text, fault) => {
  expect(readAmount(text)).toBe(fault)
})
