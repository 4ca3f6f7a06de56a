import type { UserInfo } from '../auth-centre/auth-centre.ts'
import type { Services } from '../calls/services.ts'
import { findSessionOfCookie } from '../db/sso/sessions.ts'
import type { Credential } from '../domain/sso/credential.ts'
import { type Departure, beginOauth, casService, keepLogin } from './begin-login.ts'
import { credentialOf, findCredentials } from './find-credentials.ts'
import { type Proof, identify } from './identify.ts'
import { type CallbackRequest, type KnownLogin, takeKnownLogin } from './known-login.ts'
import type { SignedIn } from './login.ts'
import { type Entrance, openSession } from './open-session.ts'
import { hashOf, isSecret } from './secrets.ts'
import { SsoFault } from './sso-fault.ts'
import { type Visit, callbackUrl } from './visit.ts'

/** The question whether to continue as somebody whom no state of this browser's login has brought. */
export interface Question {
  /** Names the question. */
  readonly token: string
  readonly browser: string
  readonly user: UserInfo
  readonly tenantName: string | null
  /** Who is signed in in this browser so far. */
  readonly present: UserInfo | undefined
}

/** What comes of a login: signed in, a question first, or a code of a known credential first. */
export type Arrival =
  | ({ readonly kind: 'entrance' } & Entrance)
  | ({ readonly kind: 'question' } & Question)
  | ({ readonly kind: 'departure' } & Departure)

/** Takes a browser back from the auth centre. Throws SsoFault. */
export async function finishLogin(
  visit: Visit,
  request: CallbackRequest,
  services: Services,
): Promise<Arrival> {
  const login = await takeKnownLogin(visit, request, services)
  if (request.error !== undefined) throw new SsoFault('login-refused', wordOf(request.error))
  const tenantId = tenantOf(login, request)
  const all = await findCredentials(tenantId, visit.address, services)
  const { credential: ref, entry, productState } = login
  const proof = proofOf(visit, { request, login: { ...login, tenantId } }, services)
  if (proof.kind === 'code' && ref === undefined && all.length > 1) {
    // Which of them the code is for nobody says, and shown with a wrong one it is lost: the words "Client
    // ID mismatch" are those of Spring Security OAuth, which takes the code before it compares (inferred).
    const details = { entry, productState }
    const departure = await beginOauth(visit, { credential: all[0], details }, services)
    return { kind: 'departure', ...departure }
  }
  const credential = ref === undefined ? all[0] : credentialOf(ref, all)
  const signedIn = await identify({ proof, credential, entry }, services)
  const isOfState = proof.kind === 'code' && ref !== undefined
  const answered = { signedIn, credential, productState, isOfState }
  const question = await questionBefore(visit, answered, services)
  if (question !== undefined) return { kind: 'question', ...question }
  return { kind: 'entrance', ...(await openSession(visit, { signedIn, productState }, services)) }
}

function tenantOf(login: KnownLogin, { tenantId }: CallbackRequest): string {
  const found = login.tenantId ?? tenantId
  if (found === undefined) throw new SsoFault('tenant-missing')
  if (tenantId !== undefined && tenantId !== found) throw new SsoFault('tenant-differs')
  return found
}

// What a browser brings is anybody's word.
function wordOf(error: string): string {
  return /^[a-z_]{1,40}$/.test(error) ? error : 'an unknown error'
}

function proofOf(
  visit: Visit,
  {
    request,
    login,
  }: {
    readonly request: CallbackRequest
    readonly login: KnownLogin & { readonly tenantId: string }
  },
  services: Services,
): Proof {
  const { code, ticket } = request
  if (ticket !== undefined) {
    return { kind: 'ticket', ticket, service: casService(visit, login.tenantId, services) }
  }
  if (code === undefined) throw new SsoFault('code-missing')
  // Only where Koogate named it when it asked for the code.
  const isOurs = login.credential !== undefined
  return {
    kind: 'code',
    code,
    redirectUri: isOurs ? callbackUrl(visit.address, services) : undefined,
  }
}

interface Answered {
  readonly signedIn: SignedIn
  readonly credential: Credential
  readonly productState: string | undefined
  /** Whether what came is bound to a login of this browser by its state. */
  readonly isOfState: boolean
}

/**
 * The question that a login of the workbench is followed by, unless the same user is there already. Of the
 * others those without a state ask before they end the session of another user: a link can begin one in
 * a browser, and a second link end it with somebody else's code.
 */
async function questionBefore(
  visit: Visit,
  { signedIn, credential, productState, isOfState }: Answered,
  services: Services,
): Promise<Question | undefined> {
  const { tenantId, user, entry } = signedIn
  const isOfWorkbench = entry === 'workbench'
  if (isOfState && !isOfWorkbench) return undefined
  const present = await presentUser(visit, services)
  if (present === undefined ? !isOfWorkbench : present.is === identityOf(signedIn, services)) {
    return undefined
  }
  const details = { entry, productState, signedIn }
  const { browser, id } = await keepLogin(visit, { step: 'confirm', tenantId, details }, services)
  const { name: tenantName } = credential.binding
  return { token: id, browser, user, tenantName, present: present?.user }
}

/** Who is signed in in this browser so far. */
async function presentUser({ session }: Visit, { db, vault, now }: Services) {
  if (!isSecret(session)) return undefined
  const row = await findSessionOfCookie(db, hashOf('session', session, vault), now())
  if (row === undefined) return undefined
  const user = JSON.parse(vault.decrypt(row.identity).toString()) as UserInfo
  const { site, test_address, tenant_id, user_name_hash } = row
  return { user, is: JSON.stringify([site, test_address, tenant_id, user_name_hash]) }
}

function identityOf({ site, testAddress, tenantId, user }: SignedIn, { vault }: Services): string {
  return JSON.stringify([site, testAddress, tenantId, vault.hash(user.userName)])
}
