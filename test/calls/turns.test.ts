import { expect, test } from 'vitest'
import { busyWith } from '../../src/calls/asks/busy-with.ts'
import { createTurns } from '../../src/calls/turns.ts'

const settled = () => new Promise((turn) => setImmediate(turn))

test('who takes turns at one thing has them in order, and nobody waits at another', async () => {
  const turns = createTurns()
  const had: string[] = []
  const take = async (key: string, name: string) => {
    const giveBack = await turns.take(key)
    had.push(name)
    return giveBack
  }
  const first = await take('a', 'first')
  const second = take('a', 'second')
  const third = take('a', 'third')
  await take('b', 'other')
  await settled()
  expect(had).toEqual(['first', 'other'])
  first()
  const giveBack = await second
  await settled()
  expect(had).toEqual(['first', 'other', 'second'])
  giveBack()
  await third
  expect(had).toEqual(['first', 'other', 'second', 'third'])
})

test('an ask is left alone until the last work for it has ended, also if one has failed', async () => {
  const asking = new Map<string, number>()
  const [one, other] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const works = [one, other].map(({ promise }) => busyWith('ask', { asking }, () => promise))
  expect([...asking]).toEqual([['ask', 2]])
  one.reject(new Error('the product is gone'))
  await expect(works[0]).rejects.toThrow('the product is gone')
  expect(asking.has('ask')).toBe(true)
  other.resolve('made')
  expect(await works[1]).toBe('made')
  expect(asking.size).toBe(0)
})
