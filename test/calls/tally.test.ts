import { expect, test } from 'vitest'
import { createTally } from '../../src/calls/standing/tally.ts'

const sums = () => createTally<number>((one, other) => one + other)
/** What a tally hands over. */
async function savedBy(tally: ReturnType<typeof sums>): Promise<readonly number[]> {
  let saved: readonly number[] = []
  await tally.save((rows) => {
    saved = rows
    return Promise.resolve()
  })
  return saved
}

test('a tally has one row a key, and hands it over once', async () => {
  const tally = sums()
  tally.add(['main', 'saasV2'], 1)
  tally.add(['main', 'saasV2'], 2)
  tally.add(['main,saasV2'], 4)
  expect(await savedBy(tally)).toEqual([3, 4])
  expect(await savedBy(tally)).toEqual([])
})

test('what could not be written is written the next time, with what has come meanwhile', async () => {
  const tally = sums()
  tally.add(['a'], 1)
  const away = new Error('the database is away')
  const failing = tally.save(() => {
    tally.add(['a'], 2)
    return Promise.reject(away)
  })
  await expect(failing).rejects.toBe(away)
  expect(await savedBy(tally)).toEqual([3])
})
