import { expect, test } from 'vitest'
import { createBackgroundWork } from '../../src/calls/background-work.ts'

test('who stops waits for all work, also for what work has begun meanwhile', async () => {
  const background = createBackgroundWork()
  const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  background.add(first.promise.then(() => background.add(second.promise)))
  let isEnded: boolean | undefined
  const ended = background.ended(60_000).then((all) => (isEnded = all))
  first.resolve(undefined)
  await first.promise
  await new Promise((turn) => setImmediate(turn))
  expect(isEnded).toBeUndefined()
  second.resolve(undefined)
  expect(await ended).toBe(true)
})

test('who stops waits no longer than it may', async () => {
  const background = createBackgroundWork()
  background.add(new Promise(() => undefined))
  expect(await background.ended(5)).toBe(false)
})
