import { describe, expect, test } from 'vitest'
import {
  formatStoreTime,
  parseBeijingTime,
  parseStoreTime,
} from '../../../src/domain/time/store-time.ts'

describe('store time', () => {
  test('reads 14 and 17 digits as UTC', () => {
    expect(parseStoreTime('20221124023618')?.toISOString()).toBe('2022-11-24T02:36:18.000Z')
    expect(parseStoreTime('20221124023618256')?.toISOString()).toBe('2022-11-24T02:36:18.256Z')
  })

  test('writes 17 digits', () => {
    expect(formatStoreTime(new Date('2022-11-24T02:36:18.256Z'))).toBe('20221124023618256')
  })

  test.each([
    '20230230000000',
    '00000101000000',
    '20231301000000',
    '20230101240000',
    '20230101006000',
    '2023',
    '',
    '2022112402361825',
    '120221124023618',
    'x20221124023618',
    '20221124023618 ',
    '2022112402361x',
    '20230001000000',
    '20230100000000',
    '20230431000000',
    '20230101000060',
  ])('refuses %j', (text) => {
    expect(parseStoreTime(text)).toBeUndefined()
  })

  test('knows the year 1', () => {
    expect(parseStoreTime('00010101000000')?.toISOString()).toBe('0001-01-01T00:00:00.000Z')
  })

  test('is eight hours ahead where it is that of Beijing', () => {
    const time = parseBeijingTime('20220101073000123')
    expect(time?.toISOString()).toBe('2021-12-31T23:30:00.123Z')
    expect(parseBeijingTime('20230230000000')).toBeUndefined()
  })

  test('knows leap years', () => {
    expect(parseStoreTime('20240229000000')).toBeDefined()
    expect(parseStoreTime('20250229000000')).toBeUndefined()
  })
})
