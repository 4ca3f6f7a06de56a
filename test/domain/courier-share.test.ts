import { expect, test } from 'vitest'
import { courierShare } from '../../src/domain/webhook/courier-share.ts'

const atOnce = 256

/** What each of so many endpoints has after many rounds in which one of each ends and all want more. */
function greedy(count: number): number[] {
  const running = Array.from({ length: count }, () => 0)
  for (let round = 0; round < 200; round += 1) {
    for (const [index, own] of running.entries()) running[index] = Math.max(0, own - 1)
    for (const [index, own] of running.entries()) {
      const free = atOnce - running.reduce((sum, one) => sum + one, 0)
      running[index] = own + courierShare({ own, free, atMost: 64 })
    }
  }
  return running
}

test('an endpoint alone takes as many as it may, and many leave something for the next', () => {
  expect(greedy(1)).toEqual([64])
  expect(greedy(2)).toEqual([64, 64])
  for (const count of [4, 10]) {
    const running = greedy(count)
    expect(Math.max(...running) - Math.min(...running)).toBeLessThanOrEqual(5)
    expect(running.reduce((sum, one) => sum + one)).toBeLessThan(atOnce)
  }
  expect(greedy(300).reduce((sum, one) => sum + one)).toBe(atOnce)
})
