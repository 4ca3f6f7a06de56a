import type { Vault } from '../crypto/vault.ts'
import type { ApplicationRow } from '../db/tenant/applications.ts'
import { tenantIdOf } from '../db/tenant/tenants.ts'
import { readProfile } from '../db/tenant/user-profile.ts'
import type { UserListing, UserRow } from '../db/tenant/users.ts'
import type { Binding } from '../domain/tenant/tenant.ts'
import type { Told } from './told.ts'

/** The version of a binding that a change has made. */
export interface BindingVersion {
  readonly binding: Binding
  readonly version: number
}

/** What is told of a binding that was bound, changed or deleted. */
export function toldBinding(now: BindingVersion, before: Binding): Told {
  const { binding } = now
  const { state, orderId, tenantCode, name, domainName } = binding
  const type = state === 'deleted' ? 'deleted' : before.state === 'bound' ? 'changed' : 'bound'
  const previousState = before.timeStamp === null ? null : before.state
  return told(now, `tenant.${type}`, {
    timeStamp: binding.timeStamp,
    ...{ state, previousState, orderId, tenantCode, name, domainName },
  })
}

/** What is told of an application. */
export function toldApplication(now: BindingVersion, row: ApplicationRow): Told {
  return told(now, 'tenant.application.changed', {
    timeStamp: row.time_stamp,
    appId: row.app_id,
    clientId: row.client_id,
    hasSecret: row.client_secret !== null,
    state: row.state,
  })
}

const usersAtOnce = 100

/** What is told of users, a hundred at a time; each of these is a version of the binding of its own. */
export function toldUsers(
  { binding, version }: BindingVersion,
  { appId, state, timeStamp }: UserListing,
  { rows, vault }: { rows: readonly UserRow[]; vault: Vault },
): Told[] {
  const users = rows.map(({ org_code: orgCode, role, enabled, ...row }) => ({
    ...readProfile(row, vault),
    ...{ orgCode, role, enabled },
  }))
  const parts = Array.from({ length: Math.ceil(users.length / usersAtOnce) }, (_, part) =>
    users.slice(part * usersAtOnce, (part + 1) * usersAtOnce),
  )
  return parts.map((part, index) => {
    const data = { timeStamp, appId, state, users: part }
    const own = { binding, version: version + index }
    return { ...told(own, 'tenant.users.changed', data), personal: true }
  })
}

/** How many events, and so versions, a list of users makes at most. */
export function eventsOfUsers(count: number): number {
  return Math.ceil(count / usersAtOnce)
}

/** What is told of departments: of one, or of a list. */
export function toldDepartments(
  now: BindingVersion,
  change: { readonly orgCode: string | null; readonly timeStamp: Date },
): Told {
  return told(now, 'tenant.departments.changed', change)
}

function told({ binding, version }: BindingVersion, type: string, data: object): Told {
  const { site, address, test, tenantId, instanceId } = binding
  const id = tenantIdOf(binding)
  return {
    ...{ site, address, test },
    topic: `tenant:${id}/${instanceId}`,
    seq: version,
    types: [type],
    personal: false,
    data: {
      id,
      tenantId,
      instanceId: instanceId === '' ? null : instanceId,
      address,
      test,
      ...data,
    },
  }
}
