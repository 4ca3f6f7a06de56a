import { lengths, type ManagementSchemas } from '../contract/index.ts'
import type { Database } from '../db/database.ts'
import { countPresent, presentDepartments } from '../db/department/department-lists.ts'
import { type Page, type PageOf, type Position, pageOf } from '../db/page.ts'
import type { Department } from '../domain/department/department.ts'
import { treeOf } from '../domain/department/department-tree.ts'
import type { Binding } from '../domain/tenant/tenant.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementHandler } from './context.ts'
import { tenantOf } from './tenants.ts'

type DepartmentTree = ManagementSchemas['DepartmentTree']

// As many as one full list brings.
const maxDepartments = lengths.departments

/** The present departments of a tenant, one tree for each binding, the newest binding first. */
export const listTenantDepartmentTrees: ManagementHandler<'listTenantDepartmentTrees'> = async (
  request,
  context,
) => {
  const { db } = context.services
  const page = pageFrom('department-trees', request.query)
  const { instanceId } = request.query
  const bindings = (await tenantOf(request, context)).filter(
    (one) => instanceId === undefined || one.instanceId === instanceId,
  )
  const trees = await readTrees(cut(bindings, page), db)
  return { items: [...trees.items], nextCursor: nextCursor('department-trees', trees) }
}

function cut(bindings: readonly Binding[], { limit, after }: Page): PageOf<Binding> {
  const newestFirst = bindings.toSorted((one, other) => compare(positionOf(other), positionOf(one)))
  const rest = newestFirst.filter(
    (one) => after === undefined || compare(positionOf(one), after) < 0,
  )
  return pageOf(rest.slice(0, limit + 1), limit, positionOf)
}

function positionOf({ createdAt, instanceId }: Binding): Position {
  return [createdAt.toISOString(), `:${instanceId}`]
}

function compare([time, id]: Position, [otherTime, otherId]: Position): number {
  if (time !== otherTime) return time < otherTime ? -1 : 1
  return id === otherId ? 0 : id < otherId ? -1 : 1
}

/** The trees of a page, up to the bindings that together have more departments than one answer may hold. */
async function readTrees(page: PageOf<Binding>, db: Database): Promise<PageOf<DepartmentTree>> {
  const items: DepartmentTree[] = []
  let left: number = maxDepartments
  for (const [index, binding] of page.items.entries()) {
    // The first is shown whatever it holds, and so it is not counted.
    const isTooMuch = index > 0 && (await countPresent(db, binding)) > left
    if (isTooMuch) return { items, next: pageOf(page.items, index, positionOf).next }
    const departments = await presentDepartments(db, binding)
    left -= departments.length
    items.push(viewTree(binding, departments))
  }
  return { items, next: page.next }
}

function viewTree(
  { instanceId, departmentsAt }: Binding,
  departments: readonly Department[],
): DepartmentTree {
  return {
    instanceId: instanceId === '' ? null : instanceId,
    departmentsAt: departmentsAt?.toISOString() ?? null,
    ...treeOf(departments),
  }
}
