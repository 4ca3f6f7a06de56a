import type { ManagementSchemas } from '../contract/index.ts'
import { type Tenant, tenantIdOf } from '../db/tenant/tenants.ts'
import type { Binding, BindingState } from '../domain/tenant/tenant.ts'
import { urlOf } from './url-of.ts'

type TenantView = ManagementSchemas['Tenant']

/** A tenant as its bindings tell it. */
export function viewTenant(bindings: Tenant): TenantView {
  const [first] = bindings
  const { tenantCode, name, domainName } = speakerOf(bindings)
  return {
    id: tenantIdOf(first),
    tenantId: first.tenantId,
    address: first.address,
    test: first.test,
    tenantCode,
    name,
    domainName,
    state: stateOf(bindings),
    bindings: bindings.map(viewBinding),
    messages: messagesOf(first.tenantId),
    createdAt: first.createdAt.toISOString(),
    updatedAt: new Date(Math.max(...bindings.map((one) => one.updatedAt.getTime()))).toISOString(),
  }
}

/** Where the calls about a tenant are listed. */
export function messagesOf(tenantId: string): string {
  return urlOf(['messages'], { tenantId })
}

const ranks: readonly BindingState[] = ['bound', 'expected', 'deleted']

function stateOf(bindings: Tenant): BindingState {
  return ranks.find((state) => bindings.some((one) => one.state === state)) ?? 'expected'
}

// Of several bindings the one that changed last knows the name best, unless it is deleted.
function speakerOf(bindings: Tenant): Binding {
  const dated = bindings.filter(({ timeStamp }) => timeStamp !== null)
  const bound = dated.filter(({ state }) => state === 'bound')
  const [last = bindings[0]] = (bound.length > 0 ? bound : dated).toSorted(
    (one, other) => timeOf(other) - timeOf(one),
  )
  return last
}

function timeOf({ timeStamp }: Binding): number {
  return timeStamp?.getTime() ?? 0
}

function viewBinding({ instanceId, orderId, state, name, timeStamp }: Binding) {
  return {
    instanceId: instanceId === '' ? null : instanceId,
    orderId,
    state,
    name,
    timeStamp: timeStamp?.toISOString() ?? null,
  }
}
