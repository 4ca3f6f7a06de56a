import type { UserInfo } from '../auth-centre/auth-centre.ts'
import { AuthCentreError } from '../auth-centre/fault.ts'
import type { Services } from '../calls/services.ts'
import { scopeOf } from '../domain/scope.ts'
import type { Credential } from '../domain/sso/credential.ts'
import { clientOf } from './find-credentials.ts'
import type { SignedIn } from './login.ts'
import { SsoFault } from './sso-fault.ts'

/** What a browser brings back from the auth centre. */
export type Proof =
  | { readonly kind: 'code'; readonly code: string; readonly redirectUri: string | undefined }
  | { readonly kind: 'ticket'; readonly ticket: string; readonly service: string }

/** Asks the auth centre who it is. Throws SsoFault. */
export async function identify(
  {
    proof,
    credential,
    entry,
  }: { readonly proof: Proof; readonly credential: Credential; readonly entry: SignedIn['entry'] },
  services: Services,
): Promise<SignedIn> {
  const { binding } = credential
  const at = services.now().getTime()
  const { user, tokens } = await asking(credential, services, () =>
    userOf(proof, credential, services),
  )
  const { tenant } = user
  if (typeof tenant === 'string' && tenant !== binding.tenantId) {
    throw new SsoFault('tenant-differs', `the user is of tenant ${tenant}`)
  }
  const { site, testAddress } = scopeOf(binding)
  return {
    entry,
    protocol: proof.kind === 'code' ? 'oauth' : 'cas',
    tenantId: binding.tenantId,
    site,
    testAddress,
    test: binding.test,
    instanceId: binding.instanceId,
    clientId: credential.clientId,
    user,
    tokens,
    at,
  }
}

async function userOf(
  proof: Proof,
  credential: Credential,
  services: Services,
): Promise<{ readonly user: UserInfo; readonly tokens: SignedIn['tokens'] }> {
  const { authCentre } = services
  if (proof.kind === 'ticket') {
    const user = await authCentre.checkTicket(credential.domain, proof)
    return { user, tokens: undefined }
  }
  const client = clientOf(credential, services)
  const tokens = await authCentre.redeemCode(client, proof)
  return { user: await authCentre.readUser(client, tokens.access), tokens }
}

/** Asks an auth centre, unless too many do so already. Throws SsoFault. */
async function asking<Result>(
  { domain }: Credential,
  { authCentreSlots }: Services,
  ask: () => Promise<Result>,
): Promise<Result> {
  const giveBack = authCentreSlots.take(domain)
  if (giveBack === undefined) throw new SsoFault('busy')
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof AuthCentreError)) throw error
    throw new SsoFault(error.fault, error.message, { cause: error })
  } finally {
    giveBack()
  }
}
