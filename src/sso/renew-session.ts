import type { Tokens } from '../auth-centre/auth-centre.ts'
import { AuthCentreError } from '../auth-centre/fault.ts'
import type { Services } from '../calls/services.ts'
import {
  type SessionRow,
  claimRenewal,
  deleteSession,
  findSession,
  giveUpRenewal,
  saveTokens,
  touchSession,
} from '../db/sso/sessions.ts'
import type { Database } from '../db/database.ts'
import type { Address } from '../domain/address.ts'
import { isRenewalDue, sessionEnd } from '../domain/sso/session-end.ts'
import { clientOf, credentialOf, findCredentials } from './find-credentials.ts'
import { SsoFault } from './sso-fault.ts'
import { type SsoAddress, ssoAddress } from './visit.ts'

/**
 * Notes that the user of a session is active, and renews its tokens if that is due; undefined if the
 * session has ended, or ends now because the auth centre refuses. With the auth centre away it goes on.
 */
export async function renewSession(
  id: string,
  addresses: ReadonlyMap<string, Address>,
  services: Services,
): Promise<SessionRow | undefined> {
  const { db, now } = services
  const row = await findSession(db, id, now())
  if (row === undefined) return undefined
  const address = ssoAddress(row.address, addresses)
  const tokens = tokensOf(row, services)
  if (address !== undefined && tokens?.refresh !== undefined && isDue(row, now())) {
    const goesOn = await renewTokens(row, { address, refresh: tokens.refresh }, services)
    if (!goesOn) return undefined
  }
  await touchSession(db, id, timesOf(row, tokens, now()))
  return findSession(db, id, now())
}

function isDue({ access_ends_at }: SessionRow, now: Date): boolean {
  return isRenewalDue(access_ends_at, now)
}

function timesOf(
  { protocol, access_ends_at: accessEndsAt }: SessionRow,
  tokens: Tokens | undefined,
  now: Date,
) {
  const renewable = tokens?.refresh !== undefined
  return { active_at: now, ends_at: sessionEnd({ protocol, renewable, accessEndsAt }, now) }
}

function tokensOf({ tokens }: SessionRow, { vault }: Services): Tokens | undefined {
  return tokens === null ? undefined : (JSON.parse(vault.decrypt(tokens).toString()) as Tokens)
}

interface Renewal {
  readonly address: SsoAddress
  readonly refresh: string
}

/** Renews the tokens, unless somebody else does; false if the auth centre refuses, and the session ends. */
async function renewTokens(
  row: SessionRow,
  { address, refresh }: Renewal,
  services: Services,
): Promise<boolean> {
  const { db, vault, now, limits, log } = services
  const begun = now()
  const until = new Date(begun.getTime() + 2 * limits.authCentreWithinMs)
  if (!(await claimRenewal(db, row, { now: begun, until }))) return true
  try {
    const tokens = await askForTokens(row, { address, refresh }, services)
    const access_ends_at = new Date(begun.getTime() + tokens.seconds * 1_000)
    const ends_at = sessionEnd({ protocol: 'oauth', renewable: true, accessEndsAt: null }, begun)
    const encrypted = vault.encrypt(JSON.stringify(tokens))
    await saveTokens(db, row.id, { tokens: encrypted, access_ends_at, ends_at })
    return true
  } catch (error) {
    log.warn({ err: error, sessionId: row.id }, 'the tokens of a session were not renewed')
    return await goesOnAfter(error, row, db)
  }
}

// Only a refusal of the refresh token says that the user is not to be here; anything else may pass.
async function goesOnAfter(error: unknown, { id }: SessionRow, db: Database): Promise<boolean> {
  if (error instanceof AuthCentreError && error.fault === 'code-refused') {
    await deleteSession(db, id)
    return false
  }
  await giveUpRenewal(db, id)
  if (error instanceof AuthCentreError || error instanceof SsoFault) return true
  throw error
}

async function askForTokens(
  row: SessionRow,
  { address, refresh }: Renewal,
  services: Services,
): Promise<Tokens> {
  const { test, instance_id: instanceId, client_id: clientId } = row
  const all = await findCredentials(row.tenant_id, address, services)
  const credential = credentialOf({ test, instanceId, clientId }, all)
  return services.authCentre.renew(clientOf(credential, services), refresh)
}
