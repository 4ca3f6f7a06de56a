import { lengths, type ManagementSchemas } from '../contract/index.ts'
import type { Database } from '../db/database.ts'
import { countPresent, presentDepartments } from '../db/department/department-lists.ts'
import { type Page, type PageOf, type Position, pageOf } from '../db/page.ts'
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
  const found = await withinBound(cut(bindings, page), db)
  const items: DepartmentTree[] = []
  for (const binding of found.items) items.push(await viewTree(binding, db))
  return { items, nextCursor: nextCursor('department-trees', found) }
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

/** The page up to the bindings that together have more departments than one answer may hold. */
async function withinBound(page: PageOf<Binding>, db: Database): Promise<PageOf<Binding>> {
  let total = 0
  for (const [index, binding] of page.items.entries()) {
    total += await countPresent(db, binding)
    if (total > maxDepartments && index > 0) return pageOf(page.items, index, positionOf)
  }
  return page
}

async function viewTree(binding: Binding, db: Database): Promise<DepartmentTree> {
  const { instanceId, departmentsAt } = binding
  return {
    instanceId: instanceId === '' ? null : instanceId,
    departmentsAt: departmentsAt?.toISOString() ?? null,
    ...treeOf(await presentDepartments(db, binding)),
  }
}
