import { randomUUID } from 'node:crypto'
import type { Services } from '../calls/services.ts'
import { type SessionRow, insertSession } from '../db/sso/sessions.ts'
import { inTransaction } from '../db/transaction.ts'
import { sessionEnd } from '../domain/sso/session-end.ts'
import type { SignedIn } from './login.ts'
import { hashOf, isSecret, newSecret } from './secrets.ts'
import type { SsoAddress, Visit } from './visit.ts'

/** A browser that is signed in: where it goes, and its new cookie. */
export interface Entrance {
  readonly location: string
  readonly session: string
}

/** Opens a session, and gives the browser a code that the product exchanges. */
export async function openSession(
  { address, session: before }: Visit,
  {
    signedIn,
    productState,
  }: { readonly signedIn: SignedIn; readonly productState: string | undefined },
  services: Services,
): Promise<Entrance> {
  const { db, vault, now, limits } = services
  const code = newSecret()
  // A new one at each login, so that nobody waits with one that he knows.
  const session = newSecret()
  const cookieHash = hashOf('session', session, vault)
  const row = rowOf(signedIn, { address, cookieHash }, services)
  const replaced = isSecret(before) ? hashOf('session', before, vault) : undefined
  const ends_at = new Date(now().getTime() + limits.ssoCodeMs)
  const codeRow = { code_hash: hashOf('code', code, vault), session_id: row.id, ends_at }
  await inTransaction(db, (transaction) =>
    insertSession(transaction, row, { code: codeRow, replaced }),
  )
  return { location: returnTo(address.sso.returnUrl, code, productState), session }
}

function rowOf(
  signedIn: SignedIn,
  { address, cookieHash }: { readonly address: SsoAddress; readonly cookieHash: string },
  { vault, now }: Services,
): SessionRow {
  const { tokens, protocol, user, at } = signedIn
  const signedInAt = now()
  const accessEndsAt = tokens === undefined ? null : new Date(at + tokens.seconds * 1_000)
  const renewable = tokens?.refresh !== undefined
  return {
    id: randomUUID(),
    cookie_hash: cookieHash,
    address: address.name,
    site: signedIn.site,
    test_address: signedIn.testAddress,
    test: signedIn.test,
    tenant_id: signedIn.tenantId,
    instance_id: signedIn.instanceId,
    app_id: address.sso.appId,
    client_id: signedIn.clientId,
    user_name_hash: vault.hash(user.userName),
    entry: signedIn.entry,
    protocol,
    identity: vault.encrypt(JSON.stringify(user)),
    tokens: tokens === undefined ? null : vault.encrypt(JSON.stringify(tokens)),
    access_ends_at: accessEndsAt,
    renewing_until: null,
    signed_in_at: signedInAt,
    active_at: signedInAt,
    ends_at: sessionEnd({ protocol, renewable, accessEndsAt }, signedInAt),
  }
}

/** The product's address, as the setting has it, with the code. */
function returnTo(returnUrl: string, code: string, state: string | undefined): string {
  const url = new URL(returnUrl)
  url.searchParams.set('code', code)
  if (state !== undefined) url.searchParams.set('state', state)
  return url.href
}
