import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { departmentOf, departmentsOf, kitCall, kitTime, newBinding } from '../harness/kit-call.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { read } from '../management/client.ts'

// A plain model of one binding's departments, kept as the documents tell it and written without the
// service's code: a record for each code, newest time wins, and the last full list outdates the rest.

interface Record_ {
  readonly parent: string
  readonly state: 'present' | 'absent' | 'deleted'
  readonly at: number
}

class Model {
  records = new Map<string, Record_>()
  listedAt = -1

  /** Applies one change; false when it must be refused. */
  single(
    code: string,
    { parent, at, gone }: { parent: string; at: number; gone: boolean },
  ): boolean {
    if (!gone && parent === code) return false
    const kept = this.records.get(code)
    if (at < this.listedAt || (kept !== undefined && at < kept.at)) return true
    const next: Record_ = gone
      ? { parent: kept?.parent ?? parent, state: 'deleted', at }
      : { parent, state: 'present', at }
    return this.commit(new Map(this.records).set(code, next))
  }

  /** Applies a full list of [code, parent]; false when it must be refused. */
  list(items: readonly (readonly [string, string])[], at: number): boolean {
    const parents = new Map(items)
    if (hasCycle(parents)) return false
    if (at < this.listedAt) return true
    const next = new Map(this.records)
    for (const [code, kept] of this.records) {
      if (kept.at > at || parents.has(code) || kept.state !== 'present') continue
      next.set(code, { ...kept, state: 'absent' })
    }
    for (const [code, parent] of parents) {
      const kept = this.records.get(code)
      if (kept === undefined || kept.at <= at) next.set(code, { parent, state: 'present', at })
    }
    if (!this.commit(next)) return false
    this.listedAt = at
    return true
  }

  shown(): Record<string, string> {
    const present = (code: string) => this.records.get(code)?.state === 'present'
    return Object.fromEntries(
      [...this.records].map(([code, { parent, state }]) => {
        const orphan = state === 'present' && parent !== '' && !present(parent)
        return [code, `${orphan ? 'orphan' : state} below ${parent}`]
      }),
    )
  }

  private commit(next: Map<string, Record_>): boolean {
    const present = [...next].filter(([, { state }]) => state === 'present')
    if (hasCycle(new Map(present.map(([code, { parent }]) => [code, parent])))) return false
    this.records = next
    return true
  }
}

// From every code as many steps up as there are codes: whoever has not come out walks in a circle.
function hasCycle(parents: ReadonlyMap<string, string>): boolean {
  return [...parents.keys()].some((start) => {
    let code = start
    for (let steps = 0; steps <= parents.size; steps++) {
      const above = parents.get(code)
      if (above === undefined || above === '') return false
      code = above
    }
    return true
  })
}

const codes = ['a', 'b', 'c', 'd', 'e']
const code = fc.constantFrom(...codes)
const parent = fc.constantFrom('', '', 'x', ...codes)
const at = fc.integer({ min: 0, max: 12 })
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ code, parent, at, gone: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ items: fc.array(fc.tuple(code, parent), { maxLength: 6 }), at }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

async function send(binding: object, given: Command): Promise<string> {
  const timeStamp = kitTime(given.at)
  const { body } =
    'items' in given
      ? await kitCall(
          service,
          'allOrgSync',
          departmentsOf(
            { ...binding },
            given.items.map((item) => item.join('<')),
            { timeStamp },
          ),
        )
      : await kitCall(
          service,
          'singleOrgSync',
          departmentOf({ ...binding }, given.code, {
            parentCode: given.parent,
            flag: given.gone ? 0 : 1,
            timeStamp,
          }),
        )
  return String(body['resultCode'])
}

type Department = ManagementSchemas['TenantDepartment']
type Node = ManagementSchemas['DepartmentNode']

function shownOf(items: readonly Department[]): Record<string, string> {
  return Object.fromEntries(
    items.map(({ orgCode, parentCode, state, orphan }) => [
      orgCode,
      `${orphan ? 'orphan' : state} below ${parentCode ?? ''}`,
    ]),
  )
}

function codesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ orgCode, children }) => [orgCode, ...codesIn(children)])
}

test('after any changes and lists, stale ones too, the departments are those of a plain model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 14 }), async (commands) => {
      const binding = newBinding()
      const model = new Model()
      for (const given of commands) {
        const isTaken =
          'items' in given ? model.list(given.items, given.at) : model.single(given.code, given)
        expect(await send(binding, given)).toBe(isTaken ? '000000' : '000002')
      }
      if (model.records.size === 0 && model.listedAt < 0) return
      const path = `/tenants/${binding.tenantId}/departments`
      const { items } = await read(service, 'TenantDepartmentList', path)
      expect(shownOf(items)).toEqual(model.shown())
      const trees = await read(service, 'DepartmentTreeList', `${path}/tree`)
      const { roots = [], orphans = [] } = trees.items[0] ?? {}
      const present = [...model.records].filter(([, { state }]) => state === 'present')
      expect([...codesIn(roots), ...codesIn(orphans)].toSorted()).toEqual(
        present.map(([one]) => one).toSorted(),
      )
      const top = present.filter(([, record]) => record.parent === '').map(([one]) => one)
      expect(roots.map(({ orgCode }) => orgCode)).toEqual(top.toSorted())
    }),
    { numRuns: scale.departmentRuns },
  )
})
