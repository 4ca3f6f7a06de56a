import type { UserInfo } from '../auth-centre/auth-centre.ts'
import type { Services } from '../calls/services.ts'
import { grantsOf, kitOfTenant, statusesOf } from '../db/sso/kit-of-tenant.ts'
import type { SessionRow } from '../db/sso/sessions.ts'
import type { UserRow } from '../db/tenant/users.ts'
import type { Status } from '../domain/instance/instance.ts'
import { type Access, accessOf, bestAccess } from '../domain/sso/access.ts'
import type { Binding } from '../domain/tenant/tenant.ts'

/** Who is signed in, and what this user may use, as it is now. */
export interface SignOn {
  readonly session: SessionRow
  readonly user: UserInfo
  /** Under every binding of the application, the one that came first first. */
  readonly bindings: readonly Binding[]
  readonly instances: readonly {
    readonly instanceId: string
    readonly status: Status | null
    readonly access: Access
  }[]
  readonly access: Access
  /** What the user sync says of role and department, where the auth centre says nothing. */
  readonly synced: UserRow | undefined
}

/** What a session stands for now. */
export async function signOnOf(
  session: SessionRow,
  { db, vault }: Pick<Services, 'db' | 'vault'>,
): Promise<SignOn> {
  const { tenant_id: tenantId, site, test_address, app_id: appId } = session
  const of = { tenantId, site, testAddresses: [test_address], appId }
  const [{ bindings, applications }, grants] = await Promise.all([
    kitOfTenant(db, of),
    grantsOf(db, of, session.user_name_hash),
  ])
  const withApplication = new Set(
    applications.filter(({ state }) => state === 'bound').map(({ instance_id }) => instance_id),
  )
  const bound = bindings.filter(
    ({ state, instanceId }) => state === 'bound' && withApplication.has(instanceId),
  )
  const ids = bound.map(({ instanceId }) => instanceId).filter((id) => id !== '')
  const statuses = await statusesOf(db, site, ids)
  const byInstance = new Map(grants.map((grant) => [grant.instance_id, grant]))
  const instances = ids.map((instanceId) => ({
    instanceId,
    status: statuses.get(instanceId) ?? null,
    access: accessOf(byInstance.get(instanceId)),
  }))
  const all = bound.map(({ instanceId }) => accessOf(byInstance.get(instanceId)))
  // An enterprise that was there and has left takes its users with it.
  const hasLeft = bound.length === 0 && bindings.length > 0
  return {
    session,
    user: JSON.parse(vault.decrypt(session.identity).toString()) as UserInfo,
    bindings: bound.length > 0 ? bound : bindings,
    instances,
    access: hasLeft ? 'revoked' : bestAccess(all),
    synced: grants.find((grant) => grant.state === 'granted') ?? grants[0],
  }
}
