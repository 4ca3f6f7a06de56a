import { expect, test } from 'vitest'
import { findCycle } from '../../../src/domain/department/department.ts'
import { treeOf } from '../../../src/domain/department/department-tree.ts'

const department = (orgCode: string, parentCode: string | null) => ({
  orgCode,
  name: orgCode,
  parentCode,
})

test('a tree of 50,000 levels is cut at 100 and tells what is left out', () => {
  const chain = Array.from({ length: 50_000 }, (_none, place) =>
    department(`d${place}`, place === 0 ? null : `d${place - 1}`),
  )
  const { roots } = treeOf(chain)
  let [node] = roots
  let levels = 1
  for (; node?.children[0] !== undefined; levels++) node = node.children[0]
  expect(levels).toBe(100)
  expect(node?.childrenLeftOut).toBe(49_900)
})

test('a cycle is found behind a way that leads into it, and named from where it is met', () => {
  const parents = new Map([
    ['in', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ])
  expect(findCycle(parents)).toEqual(['a', 'b', 'c', 'a'])
})

test('ways that meet are no cycle, nor is a parent that is not there', () => {
  const parents = new Map([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'b'],
    ['e', 'nowhere'],
  ])
  expect(findCycle(parents)).toBeUndefined()
})
