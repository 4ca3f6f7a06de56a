import type { ManagementSchemas } from '../contract/index.ts'
import type { Vault } from '../crypto/vault.ts'
import type { ApplicationRow } from '../db/tenant/applications.ts'
import type { DepartmentRow } from '../db/department/department-lists.ts'
import type { UserRow } from '../db/tenant/users.ts'
import { maskCall } from '../domain/mask/mask.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../domain/mask/mask-text.ts'
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

/** A user, private members masked. */
export function viewUser(row: UserRow, vault: Vault): TenantUser {
  const profile = readProfile(row, vault)
  return {
    appId: row.app_id,
    userName: maskAccount(profile.userName),
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
    extension: maskCall(profile.extension ?? null) as TenantUser['extension'],
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

function masked(text: string | null, mask: (text: string) => string): string | null {
  return text === null || text === '' ? null : mask(text)
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
