import type { ManagementSchemas } from '../contract/index.ts'
import type { ApplicationRow } from '../db/tenant/applications.ts'
import type { DepartmentRow } from '../db/department/department-lists.ts'
import type { UserRow } from '../db/tenant/users.ts'
import { maskCall } from '../domain/mask/mask.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../domain/mask/mask-text.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'
import { readProfile } from '../calls/kit/user.ts'
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
  const profile = readProfile(row, vault)
  const subject = subjectOf('tenant', row.tenant_id)
  const masked = (text: string | null, mask: (text: string) => string) =>
    text === null || text === '' ? null : show(subject, text, mask)
  return {
    appId: row.app_id,
    userName: show(subject, profile.userName, maskAccount),
    name: masked(profile.name, maskPerson),
    orgCode: row.org_code,
    role: row.role,
    enabled: row.enabled,
    state: row.state,
    position: profile.position,
    employeeCode: masked(profile.employeeCode, maskAccount),
    employeeType: profile.employeeType,
    mobile: masked(profile.mobile, maskPhone),
    email: masked(profile.email, maskEmail),
    entryDate: profile.entryDate,
    workPlace: profile.workPlace,
    extension: show(subject, profile.extension ?? null, maskCall) as TenantUser['extension'],
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
