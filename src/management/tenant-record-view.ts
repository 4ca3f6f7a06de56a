import type { ManagementSchemas } from '../contract/index.ts'
import type { ApplicationRow } from '../db/tenant/applications.ts'
import type { DepartmentRow } from '../db/department/department-lists.ts'
import type { UserRow } from '../db/tenant/users.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'
import { readProfile } from '../db/tenant/user-profile.ts'
import { viewUser as viewKitUser } from '../events/user-view.ts'
import { messagesOf } from './tenant-view.ts'

type TenantApplication = ManagementSchemas['TenantApplication']
type TenantUser = ManagementSchemas['TenantUser']
type TenantDepartment = ManagementSchemas['TenantDepartment']

/** An application; that it has a secret is told, and never the secret. */
export function viewApplication(row: ApplicationRow): TenantApplication {
  return {
    appId: row.app_id,
    clientId: row.client_id,
    hasSecret: row.client_secret !== null,
    state: row.state,
    ...viewRecord(row),
  }
}

/** A user; what is private of it is shown to who may see it. */
export function viewUser(row: UserRow, { vault, show }: ManagementServices): TenantUser {
  const { org_code: orgCode, role, enabled } = row
  const user = { ...readProfile(row, vault), orgCode, role, enabled }
  return {
    appId: row.app_id,
    ...viewKitUser(user, { show, subject: subjectOf('tenant', row.tenant_id) }),
    state: row.state,
    ...viewRecord(row),
  }
}

export function viewDepartment(row: DepartmentRow): TenantDepartment {
  return {
    orgCode: row.org_code,
    name: row.name,
    parentCode: row.parent_code,
    state: row.state,
    orphan: row.orphan,
    hasChildren: row.has_children,
    ...viewRecord(row),
  }
}

type KitRow = ApplicationRow | UserRow | DepartmentRow

function viewRecord({ instance_id, tenant_id, ...row }: KitRow) {
  return {
    instanceId: instance_id === '' ? null : instance_id,
    messages: messagesOf(tenant_id),
    timeStamp: row.time_stamp.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
