import type { Status } from '../instance/instance.ts'
import type { Binding } from '../tenant/tenant.ts'
import { authCentreAt } from './auth-centre-url.ts'

/** By what Koogate is known at the auth centre of a tenant, under one binding. */
export interface Credential {
  readonly binding: Binding
  readonly clientId: string
  /** Encrypted. */
  readonly secret: Uint8Array
  readonly domain: string
}

/** What the kit keeps of an application under one binding. */
export interface Application {
  readonly test_address: string
  readonly instance_id: string
  readonly client_id: string
  readonly client_secret: Uint8Array | null
  readonly state: 'bound' | 'deleted'
  readonly time_stamp: Date
}

/** Why nobody of a tenant can sign in. */
export type CredentialFault =
  | 'tenant-unknown'
  | 'tenant-deleted'
  | 'application-missing'
  | 'domain-faulty'

/** All that is known of a tenant at an address: the real one, and the test one. */
export interface KnownTenant {
  readonly bindings: readonly Binding[]
  readonly applications: readonly Application[]
  readonly statuses: ReadonlyMap<string, Status>
  /** Whether an auth centre may be asked in clear, which no production does. */
  readonly mayBeOpen: boolean
}

/**
 * The credentials by which users of a tenant may sign in, each client once, the best first: real ones
 * before those of tests, of instances that are not released before others, the latest before older ones.
 */
export function credentialsOf(tenant: KnownTenant): readonly Credential[] | CredentialFault {
  const { bindings, applications, statuses, mayBeOpen } = tenant
  if (bindings.every(({ state }) => state === 'expected')) return 'tenant-unknown'
  const bound = bindings.filter(({ state }) => state === 'bound')
  if (bound.length === 0) return 'tenant-deleted'
  const pairs = bound.flatMap((binding) =>
    applications.flatMap((application) => {
      const { client_secret: secret, client_id: clientId, state } = application
      const isUsable = state === 'bound' && isUnder(binding, application)
      if (!isUsable || secret === null) return []
      return [{ binding, clientId, secret, since: application.time_stamp }]
    }),
  )
  if (pairs.length === 0) return 'application-missing'
  const reachable = pairs.flatMap(({ binding, ...rest }) => {
    const domain = authCentreAt(binding.domainName, { mayBeOpen })
    return domain === undefined ? [] : [{ binding, domain, ...rest }]
  })
  if (reachable.length === 0) return 'domain-faulty'
  const rankOf = ({ binding }: (typeof reachable)[number]) =>
    (binding.test ? 2 : 0) + (statuses.get(binding.instanceId) === 'released' ? 1 : 0)
  const sorted = reachable.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || other.since.getTime() - one.since.getTime(),
  )
  return firstOfEach(sorted)
}

function isUnder(binding: Binding, application: Application): boolean {
  const testAddress = binding.test ? binding.address : ''
  return application.instance_id === binding.instanceId && application.test_address === testAddress
}

// One client under several bindings is one credential; its secret is the one that came last.
function firstOfEach(credentials: readonly Credential[]): Credential[] {
  const byClient = new Map<string, Credential>()
  for (const one of credentials) {
    const client = `${one.domain} ${one.clientId}`
    if (!byClient.has(client)) byClient.set(client, one)
  }
  return [...byClient.values()]
}
