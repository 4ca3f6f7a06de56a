import { lengths, type ManagementSchemas } from '../contract/index.ts'
import { tenantIdOf } from '../db/tenant/tenants.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../mask/mask-text.ts'
import { subjectOf } from '../domain/subject.ts'
import type { SignOn } from '../sso/sign-on.ts'
import type { ManagementServices } from './context.ts'

type SignOnView = Omit<ManagementSchemas['SsoSignOn'], 'token'>

/** A sign-on as the product reads it; what is private of it is shown to who may see it. */
export function viewSignOn(signOn: SignOn, services: ManagementServices): SignOnView {
  return {
    session: viewSession(signOn),
    user: viewUser(signOn, services),
    tenant: viewTenant(signOn),
    instances: signOn.instances.slice(0, lengths.ssoInstances).map((one) => ({ ...one })),
    access: signOn.access,
  }
}

function viewSession({ session }: SignOn): SignOnView['session'] {
  return {
    id: session.id,
    address: session.address,
    test: session.test,
    entry: session.entry,
    protocol: session.protocol,
    signedInAt: session.signed_in_at.toISOString(),
    activeAt: session.active_at.toISOString(),
    endsAt: session.ends_at.toISOString(),
  }
}

function viewUser(
  { user, session, synced }: SignOn,
  { show }: ManagementServices,
): SignOnView['user'] {
  const subject = subjectOf('tenant', session.tenant_id)
  const shown = (text: string | null | undefined, mask: (text: string) => string) =>
    text === null || text === undefined || text === '' ? null : show(subject, text, mask)
  return {
    userName: show(subject, user.userName, maskAccount),
    name: shown(user.name, maskPerson) ?? '',
    role: user.role ?? synced?.role ?? null,
    orgCode: user.organizationCode ?? synced?.org_code ?? null,
    orgName: user.organizationName ?? null,
    email: shown(user.email, maskEmail),
    mobile: shown(user.mobile, maskPhone),
    userId: user.userId ?? user.id ?? null,
  }
}

function viewTenant({ session, bindings }: SignOn): SignOnView['tenant'] {
  const { tenant_id: tenantId, site, test_address, test } = session
  const [first] = bindings
  const address = test ? test_address : session.address
  return {
    id: tenantIdOf({ tenantId, site, address, test }),
    tenantId,
    tenantCode: first?.tenantCode ?? null,
    name: first?.name ?? null,
  }
}
