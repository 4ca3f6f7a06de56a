import { describe, expect, it } from 'vitest'
import { plainNumber, wholeNumber } from '../../../src/domain/order/number-v1.ts'
import { chargingModeV1, orderPartV1 } from '../../../src/domain/order/purchase-v1.ts'

describe('a number of V1', () => {
  it.each([
    ['10.0', 10],
    ['10', 10],
    ['10.', 10],
    ['1.000', 1],
    ['0', 0],
    ['007', 7],
    ['999999999', 999_999_999],
  ])('%s is the whole number %d', (text, number) => {
    expect(wholeNumber(text)).toBe(number)
  })

  it.each(['.5', '0.5', '10.01', '1000000000', '-1', '1e3', '', '.', '.0', 'ten', undefined])(
    '%s is no whole number that is kept',
    (text) => {
      expect(wholeNumber(text)).toBeUndefined()
    },
  )

  it('keeps the zeros before its point', () => {
    expect(plainNumber('100.00')).toBe('100')
  })

  it('means the same charging mode with zeros behind its point', () => {
    expect(chargingModeV1('1.0')).toBe('PERIOD')
    const sold = { productId: 'P-1' }
    expect(orderPartV1({ ...sold, chargingMode: '0.0' })).toBe('P-1')
    expect(orderPartV1({ ...sold, chargingMode: '1.0' })).toBe('')
  })
})
