import type { Services } from '../calls/services.ts'
import { insertLogin } from '../db/sso/logins.ts'
import type { SsoLoginTable } from '../db/sso/sso-tables.ts'
import { authCentrePage, unifiedLoginAt } from '../domain/sso/auth-centre-url.ts'
import type { Credential } from '../domain/sso/credential.ts'
import { findCredentials, refOf } from './find-credentials.ts'
import { type LoginDetails, writeDetails } from './login.ts'
import { hashOf, isSecret, newSecret, newState } from './secrets.ts'
import { SsoFault } from './sso-fault.ts'
import { type Visit, callbackUrl } from './visit.ts'

/** What the product asks for. */
export interface LoginRequest {
  readonly tenantId: string | undefined
  readonly protocol: 'oauth' | 'cas'
  readonly productState: string | undefined
}

/** Where a browser goes to sign in, and the cookie that it takes with it. */
export interface Departure {
  readonly location: string
  readonly browser: string
}

/** Begins a login: at the auth centre of a tenant, or at the unified page. Throws SsoFault. */
export async function beginLogin(
  visit: Visit,
  { tenantId, protocol, productState }: LoginRequest,
  services: Services,
): Promise<Departure> {
  const { address } = visit
  if (tenantId === undefined) {
    if (protocol === 'cas') throw new SsoFault('tenant-missing', 'CAS needs a tenant')
    const details = { entry: 'unified', productState } as const
    const { browser } = await keepLogin(visit, { step: 'unified', details }, services)
    return { location: unifiedLoginAt(address.sso.loginUrl, address.sso.appId), browser }
  }
  const [credential] = await findCredentials(tenantId, address, services)
  const details = { entry: 'own', productState } as const
  return protocol === 'cas'
    ? beginCas(visit, { credential, details }, services)
    : beginOauth(visit, { credential, details }, services)
}

/** Sends a browser to the auth centre for a code of this credential, whatever it came with. */
export async function beginOauth(
  visit: Visit,
  { credential, details }: { readonly credential: Credential; readonly details: LoginDetails },
  services: Services,
): Promise<Departure> {
  const { tenantId } = credential.binding
  const withRef = { ...details, credential: refOf(credential) }
  const { browser, id } = await keepLogin(
    visit,
    { step: 'own', tenantId, details: withRef },
    services,
  )
  const location = authCentrePage(credential.domain, 'oauth2/authorize', {
    client_id: credential.clientId,
    redirect_uri: callbackUrl(visit.address, services),
    response_type: 'code',
    scope: 'get_user_info',
    state: id,
  })
  return { location, browser }
}

async function beginCas(
  visit: Visit,
  { credential, details }: { readonly credential: Credential; readonly details: LoginDetails },
  services: Services,
): Promise<Departure> {
  const { tenantId } = credential.binding
  const withRef = { ...details, credential: refOf(credential) }
  const { browser } = await keepLogin(visit, { step: 'cas', tenantId, details: withRef }, services)
  const service = casService(visit, tenantId, services)
  return { location: authCentrePage(credential.domain, 'cas/login', { service }), browser }
}

/** The address that a ticket is made for, as the store's sample has it, with the tenant in it. */
export function casService({ address }: Visit, tenantId: string, services: Services): string {
  const callback = callbackUrl(address, services)
  return `${callback}?${new URLSearchParams({ tenant: tenantId }).toString()}`
}

interface NewLogin {
  readonly step: SsoLoginTable['step']
  readonly tenantId?: string
  readonly details: LoginDetails
}

/** Keeps a login of this browser and returns what names both. */
export async function keepLogin(
  { address, browser: known }: Visit,
  { step, tenantId, details }: NewLogin,
  { db, vault, now }: Services,
): Promise<{ readonly browser: string; readonly id: string }> {
  // One cookie for several windows: each may have a login of its own.
  const browser = isSecret(known) ? known : newSecret()
  const id = newState()
  await insertLogin(db, {
    id_hash: hashOf('login', id, vault),
    browser_hash: hashOf('browser', browser, vault),
    address: address.name,
    step,
    tenant_id: tenantId ?? null,
    details: writeDetails(details, vault),
    created_at: now(),
  })
  return { browser, id }
}
