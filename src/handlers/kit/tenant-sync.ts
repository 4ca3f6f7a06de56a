import type { SellerSchemas } from '../../contract.ts'
import { saveBinding } from '../../db/kit-bindings.ts'
import { syncTenant } from '../../domain/tenant.ts'
import type { Decide } from '../ask.ts'
import { applied, changeOf, timeOf } from './record.ts'

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
