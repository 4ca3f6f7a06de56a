import { listApplications } from '../db/tenant/applications.ts'
import { listDepartments } from '../db/department/department-lists.ts'
import { listUsers } from '../db/tenant/users.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementHandler } from './context.ts'
import { viewApplication, viewDepartment, viewUser } from './tenant-record-view.ts'
import { tenantOf } from './tenants.ts'

/** The applications of a tenant, deleted ones too, the newest first. */
export const listTenantApplications: ManagementHandler<'listTenantApplications'> = async (
  request,
  context,
) => {
  const [tenant] = await tenantOf(request, context)
  const { instanceId, appId } = request.query
  const filter = { tenant, instanceId, appId }
  const page = pageFrom('applications', request.query)
  const found = await listApplications(context.services.db, filter, page)
  return {
    items: found.items.map(viewApplication),
    nextCursor: nextCursor('applications', found, request.query),
  }
}

/** The users of a tenant, those who lost their authorisation too, the newest first. */
export const listTenantUsers: ManagementHandler<'listTenantUsers'> = async (request, context) => {
  const { db, vault } = context.services
  const [tenant] = await tenantOf(request, context)
  const { userName, instanceId, appId, orgCode, state } = request.query
  const userNameHash = userName === undefined ? undefined : vault.hash(userName)
  const filter = { tenant, instanceId, appId, orgCode, state, userNameHash }
  const found = await listUsers(db, filter, pageFrom('users', request.query))
  const items = found.items.map((row) => viewUser(row, context.services))
  return { items, nextCursor: nextCursor('users', found, request.query) }
}

/** The departments of a tenant, flat, absent and deleted ones too, the newest first. */
export const listTenantDepartments: ManagementHandler<'listTenantDepartments'> = async (
  request,
  context,
) => {
  const [tenant] = await tenantOf(request, context)
  const { instanceId, state, parentCode, orphan } = request.query
  const filter = { tenant, instanceId, state, parentCode, orphan }
  const page = pageFrom('departments', request.query)
  const found = await listDepartments(context.services.db, filter, page)
  return {
    items: found.items.map(viewDepartment),
    nextCursor: nextCursor('departments', found, request.query),
  }
}
