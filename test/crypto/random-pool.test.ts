import { expect, test } from 'vitest'
import { randomBytesFromPool } from '../../src/crypto/random-bytes-pool.ts'

const draws = 2_000
const bytes = 12

test('every random byte is given out once: no draw goes on where another one ended', () => {
  const drawn = Array.from({ length: draws }, () => randomBytesFromPool(bytes).toString('hex'))
  expect(new Set(drawn).size).toBe(draws)
  for (let shared = 1; shared < bytes; shared++) {
    const overlaps = drawn.filter(
      (one, at) => at > 0 && drawn[at - 1]?.slice(-2 * shared) === one.slice(0, 2 * shared),
    )
    // By chance one in 256 shares a byte.
    expect(overlaps.length).toBeLessThan(draws / 50)
  }
})

test('a draw stays as it was when others follow', () => {
  const first = randomBytesFromPool(bytes)
  const copy = Buffer.from(first)
  for (let i = 0; i < draws; i++) randomBytesFromPool(bytes)
  expect(first).toEqual(copy)
})
