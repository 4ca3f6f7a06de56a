import type { UserInfo } from '../auth-centre/auth-centre.ts'
import type { Services } from '../calls/services.ts'
import { type LoginRow, takeLatestLogin, takeLogin } from '../db/sso/logins.ts'
import { findSessionOfCookie } from '../db/sso/sessions.ts'
import type { Credential } from '../domain/sso/credential.ts'
import { type Departure, beginOauth, casService, keepLogin } from './begin-login.ts'
import { credentialOf, findCredentials } from './find-credentials.ts'
import { type Proof, identify } from './identify.ts'
import { type LoginDetails, type SignedIn, readDetails } from './login.ts'
import { type Entrance, openSession } from './open-session.ts'
import { hashOf, isSecret } from './secrets.ts'
import { SsoFault } from './sso-fault.ts'
import { type Visit, callbackUrl } from './visit.ts'

/** What a browser comes back with. */
export interface CallbackRequest {
  readonly code: string | undefined
  readonly ticket: string | undefined
  readonly tenantId: string | undefined
  readonly state: string | undefined
  /** Why there is no code. */
  readonly error: string | undefined
}

/** The question whether to continue as somebody whom the workbench has named. */
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
  const login = await loginOf(visit, request, services)
  if (request.error !== undefined) throw new SsoFault('login-refused', shownError(request.error))
  const tenantId = tenantOf(login, request)
  const { entry, productState, credential: ref } = login
  const all = await findCredentials(tenantId, visit.address, services)
  if (request.ticket !== undefined) {
    const service = casService(visit, login.isKnown ? tenantId : request.tenantId, services)
    const proof = { kind: 'ticket', ticket: request.ticket, service } as const
    const credential = ref === undefined ? all[0] : credentialOf(ref, all)
    return arrive(visit, { proof, credential, entry, productState }, services)
  }
  if (request.code === undefined) throw new SsoFault('code-missing')
  if (ref === undefined && all.length > 1) {
    // Which of them the code is for nobody says, and shown with a wrong one it is lost: the words "Client
    // ID mismatch" are those of Spring Security OAuth, which takes the code before it compares (inferred).
    const departure = await beginOauth(visit, all[0], { entry, productState }, services)
    return { kind: 'departure', ...departure }
  }
  const redirectUri = ref === undefined ? undefined : callbackUrl(visit.address, services)
  const proof = { kind: 'code', code: request.code, redirectUri } as const
  const credential = ref === undefined ? all[0] : credentialOf(ref, all)
  return arrive(visit, { proof, credential, entry, productState }, services)
}

/** The login that a browser comes back from, which nobody takes again. */
interface KnownLogin extends LoginDetails {
  readonly tenantId: string | undefined
  /** Whether it began here; otherwise in the workbench. */
  readonly isKnown: boolean
}

async function loginOf(
  visit: Visit,
  { state, ticket, tenantId, error }: CallbackRequest,
  services: Services,
): Promise<KnownLogin> {
  const { vault, db } = services
  const isOauth = ticket === undefined
  if (state !== undefined && isOauth) {
    const at = loginAt(visit, 'own', services)
    const row = at && (await takeLogin(db, hashOf('login', state, vault), at))
    if (row === undefined) throw new SsoFault('state-unknown')
    return known(row, services)
  }
  const at = loginAt(visit, isOauth ? 'unified' : 'cas', services)
  const row = at && (await takeLatestLogin(db, at, isOauth ? undefined : tenantId))
  if (row !== undefined) return known(row, services)
  if (visit.address.sso.workbench === 'off' && error === undefined) {
    throw new SsoFault('workbench-off')
  }
  return { entry: 'workbench', tenantId: undefined, isKnown: false }
}

function loginAt(
  { address, browser }: Visit,
  step: LoginRow['step'],
  { vault, now, limits }: Services,
) {
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

function tenantOf(login: KnownLogin, { tenantId }: CallbackRequest): string {
  const found = login.tenantId ?? tenantId
  if (found === undefined) throw new SsoFault('tenant-missing')
  if (tenantId !== undefined && tenantId !== found) throw new SsoFault('tenant-differs')
  return found
}

// What a browser brings is anybody's word.
function shownError(error: string): string {
  return /^[a-z_]{1,40}$/.test(error) ? error : 'an unknown error'
}

interface Passage {
  readonly proof: Proof
  readonly credential: Credential
  readonly entry: SignedIn['entry']
  readonly productState: string | undefined
}

async function arrive(
  visit: Visit,
  { proof, credential, entry, productState }: Passage,
  services: Services,
): Promise<Arrival> {
  const signedIn = await identify(proof, credential, entry, services)
  if (entry === 'workbench') {
    const present = await presentUser(visit, services)
    const isSame = present?.hash === userHash(signedIn, services)
    if (!isSame) {
      const { name: tenantName } = credential.binding
      return ask(visit, { signedIn, tenantName, present: present?.user }, services)
    }
  }
  return { kind: 'entrance', ...(await openSession(visit, signedIn, productState, services)) }
}

/** Who is signed in in this browser so far. */
async function presentUser({ session }: Visit, { db, vault, now }: Services) {
  if (!isSecret(session)) return undefined
  const row = await findSessionOfCookie(db, hashOf('session', session, vault), now())
  if (row === undefined) return undefined
  const user = JSON.parse(vault.decrypt(row.identity).toString()) as UserInfo
  return { user, hash: `${row.site} ${row.test_address} ${row.tenant_id} ${row.user_name_hash}` }
}

function userHash({ site, testAddress, tenantId, user }: SignedIn, { vault }: Services): string {
  return `${site} ${testAddress} ${tenantId} ${vault.hash(user.userName)}`
}

async function ask(
  visit: Visit,
  asked: Pick<Question, 'tenantName' | 'present'> & { readonly signedIn: SignedIn },
  services: Services,
): Promise<Arrival> {
  const { signedIn, tenantName, present } = asked
  const details = { entry: signedIn.entry, signedIn }
  const { tenantId } = signedIn
  const { browser, id } = await keepLogin(visit, { step: 'confirm', tenantId, details }, services)
  return { kind: 'question', token: id, browser, user: signedIn.user, tenantName, present }
}

/** Continues as the user of a question, asked in this browser and not answered yet. Throws SsoFault. */
export async function confirmLogin(
  visit: Visit,
  token: string,
  services: Services,
): Promise<Entrance> {
  const at = loginAt(visit, 'confirm', services)
  if (at === undefined) throw new SsoFault('cookies-missing')
  const row = await takeLogin(services.db, hashOf('login', token, services.vault), at)
  const signedIn = row && readDetails(row, services.vault).signedIn
  if (signedIn === undefined) throw new SsoFault('state-unknown')
  return openSession(visit, signedIn, undefined, services)
}
