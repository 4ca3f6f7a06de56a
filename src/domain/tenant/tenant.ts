import type { Origin } from '../scope.ts'

/** What a record of the kit belongs to: a tenant under one instance; '' where there is none. */
export interface BindingKey extends Origin {
  readonly tenantId: string
  readonly instanceId: string
}

/** `expected`: something of it came before its tenantSync did. */
export type BindingState = 'expected' | 'bound' | 'deleted'

/** A tenant (租户) under one instance. */
export interface Binding extends BindingKey {
  readonly orderId: string | null
  readonly tenantCode: string | null
  readonly name: string | null
  readonly domainName: string | null
  readonly state: BindingState
  /** When the store says it last changed; null while it is expected. */
  readonly timeStamp: Date | null
  /** The time of the last full list of departments. */
  readonly departmentsAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What a call of the kit does to a record; by its flag. */
export type KitChange = 'delete' | 'add' | 'modify' | 'revoke'

/** A tenantSync call. */
export interface TenantSync {
  readonly change: KitChange
  readonly orderId: string | null
  /** A deletion may leave these out. */
  readonly tenantCode: string | null
  readonly name: string | null
  readonly domainName: string | null
  readonly timeStamp: Date
}

/** True for a body that is older than the record it is about; an equal one is applied. */
export function isStale(timeStamp: Date, recordTime: Date | null): boolean {
  return recordTime !== null && timeStamp < recordTime
}

/**
 * The binding after a tenantSync, the same one if the call is stale. What is deleted keeps what was
 * known of it; whatever else comes, also for one that is unknown or was deleted, binds it.
 */
export function syncTenant(binding: Binding, call: TenantSync, now: Date): Binding {
  if (isStale(call.timeStamp, binding.timeStamp)) return binding
  const { timeStamp } = call
  const known = binding.state !== 'expected'
  const facts = known && call.change === 'delete' ? binding : factsOf(binding, call)
  const state = call.change === 'delete' ? 'deleted' : 'bound'
  return { ...binding, ...factsIn(facts), state, timeStamp, updatedAt: now }
}

type Facts = Pick<Binding, 'orderId' | 'tenantCode' | 'name' | 'domainName'>

// A modification speaks of name and domain only.
function factsOf(binding: Binding, { change, ...call }: TenantSync): Facts {
  if (change !== 'modify') return { ...call, orderId: call.orderId ?? binding.orderId }
  return {
    name: call.name,
    domainName: call.domainName,
    orderId: binding.orderId ?? call.orderId,
    tenantCode: binding.tenantCode ?? call.tenantCode,
  }
}

function factsIn({ orderId, tenantCode, name, domainName }: Facts): Facts {
  return { orderId, tenantCode, name, domainName }
}
