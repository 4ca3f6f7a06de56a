import { expect, test } from 'vitest'
import { parseDateTime } from '../../../src/domain/time/date-time.ts'

test.each([
  ['2024-02-29T10:20:30Z', '2024-02-29T10:20:30.000Z'],
  ['2024-02-29t10:20:30.5z', '2024-02-29T10:20:30.500Z'],
  ['2027-01-01T00:30:00.123456+08:00', '2026-12-31T16:30:00.123Z'],
  ['2027-12-31T23:30:00-01:30', '2028-01-01T01:00:00.000Z'],
  ['2027-06-01T19:00:00Z', '2027-06-01T19:00:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
])('%s is %s', (text, time) => {
  expect(parseDateTime(text)?.toISOString()).toBe(time)
})

test.each([
  '2023-02-29T00:00:00Z',
  '2023-04-31T00:00:00Z',
  '2023-13-01T00:00:00Z',
  '2023-00-01T00:00:00Z',
  '2023-01-00T00:00:00Z',
  '2023-01-32T00:00:00Z',
  '2023-01-01T24:00:00Z',
  '2023-01-01T29:00:00Z',
  '2023-01-01T10:60:00Z',
  '2023-01-01T10:00:00',
  '2023-01-01 10:00:00Z',
  '2023-01-01T10:00Z',
  '2023-01-01T10:00:00.Z',
  '2023-01-01T10:00:00+0800',
  '2023-01-01T10:00:00+8:00',
  '2023-1-01T10:00:00Z',
  '12023-01-01T10:00:00Z',
  '2023-01-01T10:00:00Z ',
  '2023-01-01T10:00:00Z(UTC)',
  '+002023-01-01T10:00:00Z',
  '2023-01-01',
  '',
  '0000-12-31T23:59:59Z',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
])('%j is none', (text) => {
  expect(parseDateTime(text)).toBeUndefined()
})

test('the usual form is read as every other one, for each day that there is and that there is not', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  for (const year of [1000, 1900, 2000, 2023, 2024, 9999]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = `${year}-${two(month)}-${two(day)}`
        const other = parseDateTime(`${date}T23:59:58.7000Z`)
        expect(parseDateTime(`${date}T23:59:58.700Z`), date).toEqual(other)
        const whole = other && new Date(other.getTime() - 700)
        expect(parseDateTime(`${date}T23:59:58Z`), date).toEqual(whole)
      }
    }
  }
})
