import { expect, test } from 'vitest'
import {
  type EndpointHealth,
  afterFailure,
  afterSuccess,
  isDoubtful,
  pausedSoFarMs,
} from '../../src/domain/webhook/endpoint-health.ts'
import { afterFailedAttempt, backOffMs, freshLane } from '../../src/domain/webhook/lane-state.ts'
import { retryAfterMs } from '../../src/domain/webhook/retry-after.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const start = new Date('2026-11-26T00:00:00Z')
const at = (ms: number) => new Date(start.getTime() + ms)
const healthy: EndpointHealth = {
  failures: 0,
  pauses: 0,
  pausedUntil: null,
  pausedMs: 0,
  failingSince: null,
  lastFailedAt: null,
  lastSuccessAt: null,
  disabledReason: null,
}
const failed = (health: EndpointHealth, ms: number, probe = false) =>
  afterFailure(health, at(ms), { probe })
const pauseOf = ({ pausedUntil }: EndpointHealth, ms: number) =>
  pausedUntil === null ? null : pausedUntil.getTime() - at(ms).getTime()

test('an endpoint is paused by the tenth failure in a row, and not again by those under way', () => {
  let health = healthy
  for (let failures = 1; failures <= 9; failures += 1) health = failed(health, failures)
  expect(health).toMatchObject({ failures: 9, pausedUntil: null })
  health = failed(health, 10)
  expect(pauseOf(health, 10)).toBe(30 * second)
  for (let late = 11; late <= 60; late += 1) health = failed(health, late)
  expect(health).toMatchObject({ failures: 60, pauses: 1, pausedMs: 30 * second })
  expect(isDoubtful(health)).toBe(true)
})

test('each probe that fails doubles the pause up to ten minutes, and a success ends all of it', () => {
  let health = healthy
  for (let failures = 1; failures <= 10; failures += 1) health = failed(health, 0)
  const pauses = []
  for (let time = 0; pauses.length < 7;) {
    time += pauseOf(health, time) ?? 0
    health = failed(health, time, true)
    pauses.push((pauseOf(health, time) ?? 0) / second)
  }
  expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600])
  const now = at(10 * hour)
  expect(afterSuccess(health, now)).toMatchObject({
    failures: 0,
    pauses: 0,
    pausedUntil: null,
    failingSince: null,
    lastSuccessAt: now,
  })
})

test('410 disables at once, and so do five days without a success, if it was asked meanwhile', () => {
  expect(afterFailure(healthy, start, { probe: false, gone: true }).disabledReason).toMatch(/410/)
  let health = healthy
  for (let time = 0; time < 120 * hour; time += 4 * hour) {
    health = failed(health, time, isDoubtful(health))
    expect(health.disabledReason).toBeNull()
  }
  expect(failed(health, 120 * hour, true).disabledReason).toMatch(/5 days/)
  expect(failed(failed(healthy, 0), 121 * hour).disabledReason).toBeNull()
})

test('Retry-After pauses without counting, for seconds or until a date, a day at most', () => {
  const waiting = afterFailure(healthy, start, { probe: false, retryAfterMs: hour })
  expect(waiting).toMatchObject({ failures: 0, pausedUntil: at(hour), pausedMs: hour })
  expect(retryAfterMs(429, '120', start)).toBe(120 * second)
  expect(retryAfterMs(503, at(5 * minute).toUTCString(), start)).toBe(5 * minute)
  expect(retryAfterMs(503, '9999999', start)).toBe(24 * hour)
  expect(retryAfterMs(429, 'soon', start)).toBeUndefined()
  // Nothing to wait for is no pause: it counts as a failure.
  expect(retryAfterMs(429, '0', start)).toBeUndefined()
  expect(retryAfterMs(503, at(-minute).toUTCString(), start)).toBeUndefined()
  expect(retryAfterMs(500, '120', start)).toBeUndefined()
})

test('attempts are 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, 2 h and then 4 h apart, a fifth more or less', () => {
  const middle = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (attempt) => backOffMs(attempt, () => 0.5) / second,
  )
  expect(middle).toEqual([5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 14_400])
  expect([backOffMs(3, () => 0), backOffMs(3, () => 1)]).toEqual([96 * second, 144 * second])
})

test('an event is given up after 72 hours of asking, in which pauses do not count', () => {
  const first = afterFailedAttempt(freshLane(start), { now: start, pausedMs: 7 * hour })
  if (first === undefined) throw new Error('given up at once')
  const later = (hours: number, pausedHours: number) =>
    afterFailedAttempt(first, { now: at(hours * hour), pausedMs: (7 + pausedHours) * hour })
  expect(later(71.9, 0)).toMatchObject({ attempt: 2, firstFailedAt: start })
  expect(later(72, 0)).toBeUndefined()
  expect(later(96, 30)).toMatchObject({ attempt: 2 })
  expect(later(102, 30)).toBeUndefined()
})

test('of a pause that lasts only what is over counts', () => {
  const waiting = afterFailure(healthy, start, { probe: false, retryAfterMs: hour })
  expect(pausedSoFarMs(waiting, at(20 * minute))).toBe(20 * minute)
  expect(pausedSoFarMs(waiting, at(2 * hour))).toBe(hour)
})
