import type { SellerSchemas } from '../../contract/index.ts'
import { saveBinding } from '../../db/tenant/bindings.ts'
import { syncTenant } from '../../domain/tenant/tenant.ts'
import type { Decide } from '../call.ts'
import { applied, changeOf, timeOf } from './kit-call.ts'

/** Binds a tenant, changes its name or domain, or marks it deleted; its children stay. */
export const tenantSync: Decide<SellerSchemas['TenantSync']> = (ask) => {
  const { orderId = null, tenantCode, name, domainName } = ask.body
  const facts = { orderId, tenantCode, name, domainName }
  const call = { ...facts, change: changeOf(ask.body), timeStamp: timeOf(ask.body) }
  return applied(ask, async ({ transaction, binding }) => {
    const next = syncTenant(binding, call, ask.now)
    if (next !== binding) await saveBinding(transaction, next)
  })
}
