import { Refusal } from '../refusal.ts'

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
  // Where the walk up began that came by first: whoever meets a walk of its own goes in a circle.
  const walks = new Map<string, string>()
  for (const start of parents.keys()) {
    for (let code: string | null = start; code !== null; code = parents.get(code) ?? null) {
      const walk = walks.get(code)
      if (walk === start) return circleFrom(code, parents)
      if (walk !== undefined) break
      walks.set(code, start)
    }
  }
  return undefined
}

function circleFrom(first: string, parents: Parents): readonly string[] {
  const codes = [first]
  let code = parents.get(first) ?? first
  while (code !== first) {
    codes.push(code)
    code = parents.get(code) ?? first
  }
  return [...codes, first]
}

export function cycleRefusal(codes: readonly string[]): Refusal {
  return new Refusal('000002', `departments form a cycle: ${codes.join(' -> ')}`)
}
