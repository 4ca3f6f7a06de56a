import type { SellerSchemas } from '../../contract/index.ts'
import { saveBinding } from '../../db/tenant/bindings.ts'
import { syncTenant } from '../../domain/tenant/tenant.ts'
import type { Handle } from '../handler.ts'
import { toldBinding } from '../../events/told-tenant.ts'
import { withBindingLock, changeOf, newVersion, refuseMissing, timeOf } from './kit-call.ts'

/** Binds a tenant, changes its name or domain, or marks it deleted; its children stay. */
export const tenantSync: Handle<SellerSchemas['TenantSync']> = (call) => {
  const { orderId = null, tenantCode, name, domainName } = call.body
  const change = changeOf(call.body)
  refuseMissing(change, { tenantCode, name, domainName })
  const facts = {
    orderId,
    tenantCode: tenantCode ?? null,
    name: name ?? null,
    domainName: domainName ?? null,
  }
  const sync = { ...facts, change, timeStamp: timeOf(call.body) }
  return withBindingLock(call, async ({ transaction, binding }) => {
    const next = syncTenant(binding, sync, call.now)
    if (next === binding) return []
    await saveBinding(transaction, next)
    return [toldBinding(await newVersion({ transaction, binding: next }), binding)]
  })
}
