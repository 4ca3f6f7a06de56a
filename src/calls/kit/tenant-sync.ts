import type { SellerSchemas } from '../../contract/index.ts'
import { saveBinding } from '../../db/tenant/bindings.ts'
import { syncTenant } from '../../domain/tenant/tenant.ts'
import type { Handle } from '../handler.ts'
import { withBindingLock, changeOf, timeOf } from './kit-call.ts'

/** Binds a tenant, changes its name or domain, or marks it deleted; its children stay. */
export const tenantSync: Handle<SellerSchemas['TenantSync']> = (call) => {
  const { orderId = null, tenantCode = null, name = null, domainName = null } = call.body
  const facts = { orderId, tenantCode, name, domainName }
  const sync = { ...facts, change: changeOf(call.body), timeStamp: timeOf(call.body) }
  return withBindingLock(call, async ({ transaction, binding }) => {
    const next = syncTenant(binding, sync, call.now)
    if (next !== binding) await saveBinding(transaction, next)
  })
}
