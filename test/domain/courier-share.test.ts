import { expect, test } from 'vitest'
import {
  courierShare,
  leastCouriers,
  reservedCouriers,
} from '../../src/domain/webhook/courier-share.ts'

const atOnce = 256

/** What one of several endpoints may take beside what it has. */
function shareOf(index: number, running: readonly number[]): number {
  const least = leastCouriers(running.length, atOnce)
  const own = running[index] ?? 0
  const free = atOnce - running.reduce((sum, one) => sum + one, 0)
  const reserved = reservedCouriers(running.toSpliced(index, 1), least)
  return courierShare({ own, free, atMost: 64, least, reserved })
}

/** What each of so many has after rounds in which all want more and, but for hanging ones, one of each ends. */
function greedy(count: number, { rounds = 200, ends = 1, idle = 0 } = {}): number[] {
  const running = Array.from({ length: count + idle }, () => 0)
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < count; index += 1) {
      running[index] = Math.max(0, (running[index] ?? 0) - ends)
    }
    for (let index = 0; index < count; index += 1) {
      running[index] = (running[index] ?? 0) + shareOf(index, running)
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
  expect(greedy(300, { rounds: 20 }).reduce((sum, one) => sum + one)).toBe(atOnce)
})

test('many endpoints that hang never take the room that each other one has', () => {
  for (const count of [1, 15, 40, 99]) {
    for (const rounds of [1, 50]) {
      const running = greedy(count, { rounds, ends: 0, idle: 1 })
      const least = leastCouriers(count + 1, atOnce)
      expect(shareOf(count, running), `${count}`).toBeGreaterThanOrEqual(least)
      expect(Math.min(...running.slice(0, count)), `${count}`).toBeGreaterThanOrEqual(least)
    }
  }
  expect([16, 41, 100].map((count) => leastCouriers(count, atOnce))).toEqual([8, 3, 1])
})
