import { describe, expect, test } from 'vitest'
import { VersionConflict } from '../../src/db/commit.ts'
import { retrying } from '../../src/calls/retrying.ts'

describe('an attempt that another change overtakes', () => {
  test('is made anew, with its number, and no more once it succeeds', async () => {
    const numbers: number[] = []
    const result = await retrying((n) => {
      numbers.push(n)
      return Promise.resolve(n === 3 ? 'done' : undefined)
    }, 3)
    expect([result, numbers]).toEqual(['done', [1, 2, 3]])
  })

  test('is given up after so many', async () => {
    await expect(retrying(() => Promise.resolve(undefined), 2)).rejects.toThrow('after 2 attempts')
  })
})

test('an attempt that fails is not made anew', async () => {
  let made = 0
  const fail = () => {
    made += 1
    return Promise.reject(new VersionConflict('for its caller'))
  }
  await expect(retrying(fail)).rejects.toThrow(VersionConflict)
  expect(made).toBe(1)
})
