import { expect, test } from 'vitest'
import { createSlotsByKey } from '../../src/calls/slots-by-key.ts'

test('one key takes its own slots only, and all together no more than there are', () => {
  const slots = createSlotsByKey(3, 2)
  const first = slots.take('a')
  const taken = [first, slots.take('a'), slots.take('a')]
  expect(taken.map((one) => one !== undefined)).toEqual([true, true, false])
  expect(slots.take('b')).toBeDefined()
  expect(slots.take('c')).toBeUndefined()
  first?.()
  expect(slots.take('b')).toBeDefined()
  expect(slots.take('a')).toBeUndefined()
})

test('a key that gives one slot back has one more, and not all of its own again', () => {
  const slots = createSlotsByKey(9, 2)
  const [first] = [slots.take('a'), slots.take('a')]
  first?.()
  expect(slots.take('a')).toBeDefined()
  expect(slots.take('a')).toBeUndefined()
})
