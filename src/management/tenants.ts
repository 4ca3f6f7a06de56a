import {
  type Tenant,
  findTenantById,
  findTenants,
  listTenants as findPage,
} from '../db/tenant/tenants.ts'
import { isUuid } from '../domain/uuid.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { faultyRequest } from './problem.ts'
import { viewTenant } from './tenant-view.ts'
import { unknownTenant } from './not-found.ts'

/** Tenants of all addresses, test and real, bound and deleted, the newest first. */
export const listTenants: ManagementHandler<'listTenants'> = async ({ query }, { services }) => {
  const found = await findPage(services.db, query, pageFrom('tenants', query))
  return { items: found.items.map(viewTenant), nextCursor: nextCursor('tenants', found, query) }
}

/** One tenant with its bindings, a deleted one too. */
export const getTenant: ManagementHandler<'getTenant'> = async (request, context) => {
  return viewTenant(await tenantOf(request, context))
}

/** A request about one tenant. */
export interface TenantRequest {
  readonly path: { readonly tenantId: string }
  readonly query: { readonly address?: string; readonly test?: boolean }
}

/**
 * The tenant that a request is about, by Koogate's id of it or by the store's. Throws Problem 404, and
 * 400 if it may be several.
 */
export async function tenantOf(
  { path: { tenantId }, query }: TenantRequest,
  { services }: Pick<ManagementContext, 'services'>,
): Promise<Tenant> {
  const ours = isUuid(tenantId) ? await findTenantById(services.db, tenantId) : undefined
  if (ours !== undefined) return ours
  const { test = false, address } = query
  const scope = { tenantId, test, ...(address !== undefined && { address }) }
  const [tenant, ...others] = await findTenants(services.db, scope)
  if (tenant === undefined) throw unknownTenant(tenantId)
  if (others.length === 0) return tenant
  const names = [tenant, ...others].map(([{ address }]) => address).join(', ')
  throw faultyRequest([{ field: 'address', message: `is missing: one of ${names}` }])
}
