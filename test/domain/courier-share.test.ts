import { expect, test } from 'vitest'
import {
  courierShare,
  lanesToClaim,
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

/** For how long an endpoint that takes so many lanes in a millisecond lacks some, from the second half of a second on. */
function dryMs(lanesInMs: number): number {
  const [claimMs, gatherMs] = [15, 20]
  let [room, waiting, pace, delivered, claimed, dry] = [64, 0, 0, 0, 0, 0]
  for (let ms = 0; ms < 1_000; ms += 1) {
    const inRound = ms % (claimMs + gatherMs)
    if (inRound === 0) claimed = lanesToClaim({ room, waiting, pace, atMost: 256 })
    if (inRound === claimMs) {
      pace = Math.max(delivered, Math.floor(pace / 2))
      delivered = 0
      waiting += claimed
    }
    const begun = Math.min(waiting, room)
    waiting -= begun
    room -= begun
    if (ms >= 500 && room > 0) dry += 1
    const ended = Math.min(lanesInMs, 64 - room)
    room += ended
    delivered += ended
  }
  return dry
}

test('no room waits for a claim, however fast an endpoint is', () => {
  expect([1, 2, 3, 5].map(dryMs)).toEqual([0, 0, 0, 0])
})

test('little is claimed ahead for who is slow, and nothing for who is not known', () => {
  expect(lanesToClaim({ room: 64, waiting: 0, pace: 0, atMost: 256 })).toBe(64)
  expect(lanesToClaim({ room: 3, waiting: 0, pace: 1, atMost: 256 })).toBe(5)
  expect(lanesToClaim({ room: 0, waiting: 10, pace: 200, atMost: 256 })).toBe(246)
})
