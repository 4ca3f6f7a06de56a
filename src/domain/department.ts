import { Refusal } from './refusal.ts'

/** One department (部门) as a call tells it; `parentCode` is null at the top. */
export interface Department {
  readonly orgCode: string
  readonly name: string
  readonly parentCode: string | null
}

export type DepartmentState = 'present' | 'absent' | 'deleted'

/** The departments above, by code, of those that are present. */
export type Parents = ReadonlyMap<string, string | null>

/** The departments of a full list by code; of one that stands there twice the last counts. */
export function byCode(departments: readonly Department[]): ReadonlyMap<string, Department> {
  return new Map(departments.map((department) => [department.orgCode, department]))
}

export function parentsOf(departments: Iterable<Department>): Map<string, string | null> {
  return new Map(Array.from(departments, ({ orgCode, parentCode }) => [orgCode, parentCode]))
}

/** A change of one department that is newer than the list it is joined with. */
export type NewerDepartment = Pick<Department, 'orgCode' | 'parentCode'> & {
  readonly state: DepartmentState
}

/** The tree after a full list where some departments have changed since. */
export function withNewer(list: Parents, newer: readonly NewerDepartment[]): Parents {
  const parents = new Map(list)
  for (const { orgCode, parentCode, state } of newer) {
    if (state === 'present') parents.set(orgCode, parentCode)
    else parents.delete(orgCode)
  }
  return parents
}

/** The codes of a cycle, from one department up to the same one again; undefined without one. */
export function findCycle(parents: Parents): readonly string[] | undefined {
  const sound = new Set<string>()
  for (const code of parents.keys()) {
    const path = pathUp(code, parents, sound)
    const [last] = path.slice(-1)
    const first = last === undefined ? -1 : path.indexOf(last)
    if (first < path.length - 1) return path.slice(first)
    for (const one of path) sound.add(one)
  }
  return undefined
}

// Ends above what is known to be sound or at the top, or with the first code that comes again.
function pathUp(from: string, parents: Parents, sound: ReadonlySet<string>): string[] {
  const path = new Set<string>()
  let code: string | null = from
  while (code !== null && parents.has(code) && !sound.has(code)) {
    if (path.has(code)) return [...path, code]
    path.add(code)
    code = parents.get(code) ?? null
  }
  return [...path]
}

export function cycleRefusal(codes: readonly string[]): Refusal {
  return new Refusal('000002', `departments form a cycle: ${codes.join(' -> ')}`)
}
