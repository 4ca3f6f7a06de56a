import { expect, test } from 'vitest'
import { createSampler } from '../../src/http/store/sampler.ts'

test('a clock that is set back takes nothing from what may be kept of refused calls', () => {
  const isKept = createSampler(2, 1)
  const now = new Date('2026-03-01T12:00:00Z')
  const hourBefore = new Date('2026-03-01T11:00:00Z')
  const secondLater = new Date('2026-03-01T11:00:01Z')

  expect(isKept(now)).toBe(true)
  expect(isKept(hourBefore)).toBe(true)
  expect(isKept(hourBefore)).toBe(false)
  expect(isKept(secondLater)).toBe(true)
})
