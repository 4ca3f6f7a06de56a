import { type Status, statusOf } from '../../domain/instance/instance.ts'
import type { Binding } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import type { ApplicationRow } from '../tenant/applications.ts'
import { toBinding } from '../tenant/bindings.ts'
import type { UserRow } from '../tenant/users.ts'

/** A tenant at a site, as one application knows it. */
export interface ApplicationOfTenant {
  readonly tenantId: string
  readonly site: string
  /** '' for the real tenant, the name of an address for the test one there. */
  readonly testAddresses: readonly string[]
  readonly appId: string
}

/** What the kit has brought of a tenant. */
export interface KitOfTenant {
  /** Those that came first first, also of other applications. */
  readonly bindings: readonly Binding[]
  readonly applications: readonly ApplicationRow[]
}

/** Bindings of a tenant, and what they have of an application. */
export async function kitOfTenant(db: Database, of: ApplicationOfTenant): Promise<KitOfTenant> {
  const [bindings, applications] = await Promise.all([
    db
      .selectFrom('kit_bindings')
      .selectAll()
      .where('tenant_id', '=', of.tenantId)
      .where('site', '=', of.site)
      .where('test_address', 'in', of.testAddresses)
      .orderBy('created_at')
      .orderBy('instance_id')
      .execute(),
    db
      .selectFrom('kit_applications')
      .selectAll()
      .where('tenant_id', '=', of.tenantId)
      .where('site', '=', of.site)
      .where('test_address', 'in', of.testAddresses)
      .where('app_id', '=', of.appId)
      .execute(),
  ])
  return { bindings: bindings.map(toBinding), applications }
}

/** What the user sync says of an account in an application, under every binding of the tenant. */
export function grantsOf(
  db: Database,
  of: ApplicationOfTenant,
  userNameHash: string,
): Promise<UserRow[]> {
  return db
    .selectFrom('kit_users')
    .selectAll()
    .where('user_name_hash', '=', userNameHash)
    .where('tenant_id', '=', of.tenantId)
    .where('site', '=', of.site)
    .where('test_address', 'in', of.testAddresses)
    .where('app_id', '=', of.appId)
    .execute()
}

/** The states of those instances that were sold here, by their ids. */
export async function statusesOf(
  db: Database,
  site: string,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, Status>> {
  if (instanceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sold_instances')
    .select(['instance_id', 'phase', 'frozen'])
    .where((where) => where('instance_id', '=', where.fn.any(where.val(instanceIds))))
    .where('site', '=', site)
    .execute()
  return new Map(rows.map((row) => [row.instance_id, statusOf(row)]))
}
