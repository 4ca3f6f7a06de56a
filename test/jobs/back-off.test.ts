import { describe, expect, test } from 'vitest'
import { backOffMs } from '../../src/jobs/back-off.ts'

const middle = () => 0.5

describe('the pause after a failed attempt', () => {
  test('doubles from 2 s to 10 min', () => {
    expect([1, 2, 3, 9].map((n) => backOffMs(n, middle))).toEqual([2_000, 4_000, 8_000, 512_000])
    expect([10, 11, 999].map((n) => backOffMs(n, middle))).toEqual([600_000, 600_000, 600_000])
  })

  test('is a fifth shorter or longer by chance', () => {
    expect(backOffMs(1, () => 0)).toBe(1_600)
    expect(backOffMs(1, () => 1)).toBe(2_400)
  })

  test('comes a thousand times, which is a week', () => {
    const pauses = Array.from({ length: 999 }, (_, n) => backOffMs(n + 1, middle) ?? 0)
    const days = pauses.reduce((sum, ms) => sum + ms, 0) / (24 * 3600_000)
    expect(days).toBeGreaterThan(6.5)
    expect(days).toBeLessThan(7.5)
    expect(backOffMs(1_000, middle)).toBeUndefined()
  })
})
