import type { Services } from '../calls/services.ts'
import { type LoginAt, type LoginRow, takeLatestLogin, takeLogin } from '../db/sso/logins.ts'
import { type LoginDetails, readDetails } from './login.ts'
import { hashOf, isSecret } from './secrets.ts'
import { SsoFault } from './sso-fault.ts'
import type { Visit } from './visit.ts'

/** What a browser comes back with. */
export interface CallbackRequest {
  readonly code: string | undefined
  readonly ticket: string | undefined
  readonly tenantId: string | undefined
  readonly state: string | undefined
  /** Why there is no code. */
  readonly error: string | undefined
}

/** The login that a browser comes back from, which nobody takes again. */
export interface KnownLogin extends LoginDetails {
  readonly tenantId: string | undefined
  /** Whether it began here; otherwise in the workbench. */
  readonly isKnown: boolean
}

/**
 * Finds the login that a browser comes back from: by its state, which has to be of this browser; without
 * one by the cookie alone; else it began in the workbench. Throws SsoFault.
 */
export async function takeKnownLogin(
  visit: Visit,
  { state, ticket, tenantId, error }: CallbackRequest,
  services: Services,
): Promise<KnownLogin> {
  const isCas = ticket !== undefined
  if (state !== undefined && !isCas) {
    const row = await takeLoginOf(visit, { step: 'own', id: state }, services)
    if (row === undefined) throw new SsoFault('state-unknown')
    return known(row, services)
  }
  const at = loginAt(visit, isCas ? 'cas' : 'unified', services)
  const row = at && (await takeLatestLogin(services.db, at, isCas ? tenantId : undefined))
  if (row !== undefined) return known(row, services)
  if (visit.address.sso.workbench === 'off' && error === undefined) {
    throw new SsoFault('workbench-off')
  }
  return { entry: 'workbench', tenantId: undefined, isKnown: false }
}

/** Takes the login with this id, if it is one of this browser. */
export async function takeLoginOf(
  visit: Visit,
  { step, id }: { readonly step: LoginRow['step']; readonly id: string },
  services: Services,
): Promise<LoginRow | undefined> {
  const at = loginAt(visit, step, services)
  return at && takeLogin(services.db, hashOf('login', id, services.vault), at)
}

function loginAt(
  { address, browser }: Visit,
  step: LoginRow['step'],
  { vault, now, limits }: Services,
): LoginAt | undefined {
  if (!isSecret(browser)) return undefined
  return {
    browserHash: hashOf('browser', browser, vault),
    address: address.name,
    step,
    after: new Date(now().getTime() - limits.ssoLoginMs),
  }
}

function known(row: LoginRow, { vault }: Services): KnownLogin {
  return { ...readDetails(row, vault), tenantId: row.tenant_id ?? undefined, isKnown: true }
}
