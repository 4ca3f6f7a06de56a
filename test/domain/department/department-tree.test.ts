import { expect, test } from 'vitest'
import {
  byCode,
  cycleRefusal,
  findCycle,
  parentsOf,
  withNewer,
} from '../../../src/domain/department/department.ts'
import { treeOf } from '../../../src/domain/department/department-tree.ts'

const department = (orgCode: string, parentCode: string | null) => ({
  orgCode,
  name: orgCode,
  parentCode,
})

test('a tree of 50,000 levels is cut at 100 and tells what is left out', () => {
  const chain = Array.from({ length: 50_000 }, (_none, index) =>
    department(`d${index}`, index === 0 ? null : `d${index - 1}`),
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

test('a way of 50,000 is walked once, wherever the walk begins', () => {
  const upwards = Array.from({ length: 50_000 }, (_none, at) => [`${at}`, `${at + 1}`] as const)
  const started = performance.now()
  expect(findCycle(new Map(upwards))).toBeUndefined()
  expect(findCycle(new Map(upwards.toReversed()))).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(3_000)
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

test('a tree is in the order of its codes, orphans apart and with what is below them', () => {
  const departments = [
    department('d', 'a'),
    department('b', null),
    department('z', 'gone'),
    department('a', null),
    department('x', 'z'),
    department('c', 'a'),
    department('y', 'gone'),
  ]
  const leaf = { children: [], childrenLeftOut: 0 }
  expect(treeOf(departments)).toEqual({
    roots: [
      {
        ...department('a', null),
        children: [
          { ...department('c', 'a'), ...leaf },
          { ...department('d', 'a'), ...leaf },
        ],
        childrenLeftOut: 0,
      },
      { ...department('b', null), ...leaf },
    ],
    orphans: [
      { ...department('y', 'gone'), ...leaf },
      {
        ...department('z', 'gone'),
        children: [{ ...department('x', 'z'), ...leaf }],
        childrenLeftOut: 0,
      },
    ],
  })
})

test('a tree may have no roots, or nothing at all', () => {
  const orphan = department('a', 'gone')
  const node = { ...orphan, children: [], childrenLeftOut: 0 }
  expect(treeOf([orphan])).toEqual({ roots: [], orphans: [node] })
  expect(treeOf([])).toEqual({ roots: [], orphans: [] })
})

test('a tree counts whatever a cut leaves out, on all branches', () => {
  const chain = Array.from({ length: 100 }, (_none, index) =>
    department(`d${index}`, index === 0 ? null : `d${index - 1}`),
  )
  const below = [department('l', 'd99'), department('r', 'd99'), department('rr', 'r')]
  let [node] = treeOf([...chain, ...below]).roots
  while (node?.children[0] !== undefined) node = node.children[0]
  expect(node).toMatchObject({ orgCode: 'd99', childrenLeftOut: 3 })
  let [last] = treeOf(chain).roots
  while (last?.children[0] !== undefined) last = last.children[0]
  expect(last).toMatchObject({ orgCode: 'd99', childrenLeftOut: 0 })
})

test('of a department that is listed twice the last counts', () => {
  const [first, last] = [department('a', null), department('a', 'b')]
  expect([...byCode([first, last])]).toEqual([['a', last]])
})

test('a list is joined with the changes that are newer: what is not present is not in the tree', () => {
  const list = parentsOf([department('a', null), department('b', 'a'), department('c', 'a')])
  const newer = [
    { orgCode: 'b', parentCode: 'c', state: 'present' },
    { orgCode: 'c', parentCode: 'a', state: 'deleted' },
    { orgCode: 'd', parentCode: null, state: 'present' },
    { orgCode: 'e', parentCode: null, state: 'absent' },
  ] as const
  expect([...withNewer(list, newer)]).toEqual([
    ['a', null],
    ['b', 'c'],
    ['d', null],
  ])
  expect([...list.keys()]).toEqual(['a', 'b', 'c'])
})

test('a cycle is refused by the names of those in it', () => {
  expect(findCycle(new Map([['a', 'a']]))).toEqual(['a', 'a'])
  expect(cycleRefusal(['a', 'b', 'a'])).toMatchObject({
    code: '000002',
    message: 'departments form a cycle: a -> b -> a',
  })
})
