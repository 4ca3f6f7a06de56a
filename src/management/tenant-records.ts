import { listApplications } from '../db/tenant/applications.ts'
import { listDepartments } from '../db/department/department-lists.ts'
import { listUsers } from '../db/tenant/users.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { Manage } from './context.ts'
import { viewApplication, viewDepartment, viewUser } from './tenant-record-view.ts'
import { tenantOf } from './tenants.ts'

/** The applications of a tenant, deleted ones too, the newest first. */
export const listTenantApplications: Manage<'listTenantApplications'> = async (request, desk) => {
  const [{ address, test, tenantId }] = await tenantOf(request, desk)
  const { instanceId, appId } = request.query
  const filter = { address, test, tenantId, instanceId, appId }
  const page = pageFrom('applications', request.query)
  const found = await listApplications(desk.services.db, filter, page)
  return { items: found.items.map(viewApplication), nextCursor: nextCursor('applications', found) }
}

/** The users of a tenant, those who lost their authorisation too, the newest first. */
export const listTenantUsers: Manage<'listTenantUsers'> = async (request, desk) => {
  const { db, vault } = desk.services
  const [{ address, test, tenantId }] = await tenantOf(request, desk)
  const { userName, instanceId, appId, orgCode, state } = request.query
  const userNameHash = userName === undefined ? undefined : vault.hash(userName)
  const filter = { address, test, tenantId, instanceId, appId, orgCode, state, userNameHash }
  const found = await listUsers(db, filter, pageFrom('users', request.query))
  const items = found.items.map((row) => viewUser(row, vault))
  return { items, nextCursor: nextCursor('users', found) }
}

/** The departments of a tenant, flat, absent and deleted ones too, the newest first. */
export const listTenantDepartments: Manage<'listTenantDepartments'> = async (request, desk) => {
  const [{ address, test, tenantId }] = await tenantOf(request, desk)
  const { instanceId, state, parentCode } = request.query
  const filter = { address, test, tenantId, instanceId, state, parentCode }
  const page = pageFrom('departments', request.query)
  const found = await listDepartments(desk.services.db, filter, page)
  return { items: found.items.map(viewDepartment), nextCursor: nextCursor('departments', found) }
}
