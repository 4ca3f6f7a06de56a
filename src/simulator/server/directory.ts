import type { Directory, SimulatedClient, SimulatedUser } from '../auth-centre/state.ts'
import type { Binding, Enterprise, StoreData } from '../state/index.ts'

/** Who may sign in: the accounts that are authorised at an instance, and the clients of the bindings. */
export function directoryOf(data: () => StoreData): Directory {
  const enterprises = () => Object.values(data().enterprises)
  return {
    users: () => enterprises().flatMap(usersOf),
    clients: () => enterprises().flatMap((enterprise) => clientsOf(data(), enterprise)),
  }
}

function usersOf({ tenantId, users, bindings }: Enterprise): readonly SimulatedUser[] {
  const granted = new Set(
    Object.values(bindings)
      .filter(isBound)
      .flatMap((binding) => binding.granted),
  )
  return users
    .filter(({ userName }) => granted.has(userName))
    .map(({ userName, name, role, orgCode }) => ({
      ...{ tenantId, userName, name, role },
      ...(orgCode !== undefined && { organizationCode: orgCode }),
    }))
}

function clientsOf(
  { instances, products }: StoreData,
  { tenantId, bindings }: Enterprise,
): readonly SimulatedClient[] {
  return Object.entries(bindings).flatMap(([instance, binding]) => {
    const { appId, callback } = products[instances[instance]?.product ?? '']?.joint ?? {}
    if (appId === undefined || callback === undefined || !isBound(binding)) return []
    const { clientId, clientSecret } = binding
    return [{ tenantId, appId, callback, clientId, clientSecret }]
  })
}

function isBound({ state }: Binding): boolean {
  return state === 'bound'
}
