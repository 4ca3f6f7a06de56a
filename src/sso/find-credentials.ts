import type { AuthClient } from '../auth-centre/auth-centre.ts'
import type { Services } from '../calls/services.ts'
import { kitOfTenant, statusesOf } from '../db/sso/kit-of-tenant.ts'
import { type Credential, credentialsOf } from '../domain/sso/credential.ts'
import type { CredentialRef } from './login.ts'
import { SsoFault } from './sso-fault.ts'
import type { SsoAddress } from './visit.ts'

/** The credentials of a tenant at an address, the best first, at least one. Throws SsoFault. */
export async function findCredentials(
  tenantId: string,
  { name, site, sso: { appId } }: SsoAddress,
  { db, sso }: Services,
): Promise<readonly [Credential, ...Credential[]]> {
  const of = { tenantId, site, testAddresses: ['', name], appId }
  const kit = await kitOfTenant(db, of)
  const ids = kit.bindings.map(({ instanceId }) => instanceId).filter((id) => id !== '')
  const statuses = await statusesOf(db, site, ids)
  const found = credentialsOf({ ...kit, statuses, mayBeOpen: sso.mayBeOpen })
  if (typeof found === 'string') throw new SsoFault(found, `tenant ${tenantId}: ${found}`)
  const [first, ...others] = found
  if (first === undefined) throw new SsoFault('application-missing', `tenant ${tenantId}`)
  return [first, ...others]
}

/** The credential that a login was begun with. Throws SsoFault if it is not there any more. */
export function credentialOf(ref: CredentialRef, all: readonly Credential[]): Credential {
  const { test, instanceId, clientId } = ref
  const found = all.find(
    (one) =>
      one.clientId === clientId &&
      one.binding.test === test &&
      one.binding.instanceId === instanceId,
  )
  if (found === undefined) throw new SsoFault('application-missing', `client ${clientId} is gone`)
  return found
}

/** What names a credential in a login. */
export function refOf({ binding, clientId }: Credential): CredentialRef {
  return { test: binding.test, instanceId: binding.instanceId, clientId }
}

/** What the auth centre is asked with, its secret in clear. */
export function clientOf(credential: Credential, { vault }: Pick<Services, 'vault'>): AuthClient {
  const { domain, clientId, secret } = credential
  return { domain, clientId, clientSecret: vault.decrypt(secret).toString() }
}
