import type { Department } from './department.ts'

/** A department with those below it, by code. */
export interface DepartmentNode extends Department {
  readonly children: readonly DepartmentNode[]
  /** How many below it are left out where the tree is cut. */
  readonly childrenLeftOut: number
}

export interface DepartmentTree {
  readonly roots: readonly DepartmentNode[]
  /** Those whose upper department is not there. */
  readonly orphans: readonly DepartmentNode[]
}

// JSON that is nested without a bound exhausts the stack of whoever writes or reads it.
const maxLevels = 100

/** Joins present departments, among which there is no cycle. */
export function treeOf(departments: readonly Department[]): DepartmentTree {
  const codes = new Set(departments.map(({ orgCode }) => orgCode))
  const below = Map.groupBy(departments.toSorted(inOrder), ({ parentCode }) => parentCode)
  const nodes = (found: readonly Department[], level: number): DepartmentNode[] =>
    found.map((department) => {
      const children = below.get(department.orgCode) ?? []
      const isCut = level === maxLevels
      return {
        ...department,
        children: isCut ? [] : nodes(children, level + 1),
        childrenLeftOut: isCut ? countBelow(department.orgCode, below) : 0,
      }
    })
  const orphans = departments.filter(
    ({ parentCode }) => parentCode !== null && !codes.has(parentCode),
  )
  return {
    roots: nodes(below.get(null) ?? [], 1),
    orphans: nodes(orphans.toSorted(inOrder), 1),
  }
}

function countBelow(
  orgCode: string,
  below: ReadonlyMap<string | null, readonly Department[]>,
): number {
  const waiting = [...(below.get(orgCode) ?? [])]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1
    waiting.push(...(below.get(next.orgCode) ?? []))
  }
  return count
}

function inOrder(one: Department, other: Department): number {
  return one.orgCode < other.orgCode ? -1 : 1
}
