import type { Services } from '../calls/services.ts'
import { kitOfTenant } from '../db/sso/kit-of-tenant.ts'
import { type SessionRow, deleteSession, deleteSessionOfCookie } from '../db/sso/sessions.ts'
import { authCentreAt, authCentrePage } from '../domain/sso/auth-centre-url.ts'
import { hashOf, isSecret } from './secrets.ts'
import { type Visit, signedOutUrl } from './visit.ts'

/**
 * Ends the session of a browser, or the one that is named, and returns where the browser ends the one
 * at the auth centre; where there is none, or the auth centre is not known any more, our own last page.
 */
export async function endSession(
  visit: Visit,
  sessionId: string | undefined,
  services: Services,
): Promise<string> {
  const rows = [await endNamed(visit, sessionId, services), await endOfCookie(visit, services)]
  const row = rows.find((one) => one !== undefined)
  const back = signedOutUrl(visit.address, services)
  const domain = row && (await domainOf(row, services))
  if (row === undefined || domain === undefined) return back
  return row.protocol === 'cas'
    ? authCentrePage(domain, 'cas/logout', { service: back })
    : authCentrePage(domain, 'logout', { redirect_url: back })
}

async function endNamed(
  { address }: Visit,
  sessionId: string | undefined,
  { db }: Services,
): Promise<SessionRow | undefined> {
  return sessionId === undefined ? undefined : deleteSession(db, sessionId, address.name)
}

async function endOfCookie(
  { session }: Visit,
  { db, vault }: Services,
): Promise<SessionRow | undefined> {
  return isSecret(session)
    ? deleteSessionOfCookie(db, hashOf('session', session, vault))
    : undefined
}

async function domainOf(row: SessionRow, { db, sso }: Services): Promise<string | undefined> {
  const { tenant_id: tenantId, site, test_address, instance_id, app_id: appId } = row
  const of = { tenantId, site, testAddresses: [test_address], appId }
  const { bindings } = await kitOfTenant(db, of)
  const binding = bindings.find(({ instanceId }) => instanceId === instance_id)
  return authCentreAt(binding?.domainName ?? null, sso)
}
