import { timingSafeEqual } from 'node:crypto'
import type { Scope } from '../../contract/index.ts'
import { hashOfToken, isManagementToken } from '../../crypto/management-token.ts'
import {
  type ConsoleSessionAndToken,
  findConsoleSession,
  noteConsoleSessionUse,
} from '../../db/console-session/console-sessions.ts'
import { type TokenRow, findTokenByHash, noteTokenUse } from '../../db/token/tokens.ts'
import type { Caller } from '../../management/access.ts'
import type { Services } from '../../calls/services.ts'

/** Who calls, or why that is nobody. */
export type CallerFound = Caller | 'wrong' | 'expired'

// A scope that the contract adds does not compile until it is here.
const everyScope: Readonly<Record<Scope, true>> = {
  read: true,
  operate: true,
  usage: true,
  personal: true,
  admin: true,
}
const administrator: Caller = {
  tokenId: 'settings',
  tokenName: 'settings',
  scopes: new Set(Object.keys(everyScope) as Scope[]),
}

const useEveryMs = 60_000

/** What the sessions of the token of the settings are marked with: with another one they have ended. */
export function settingsMarkOf(token: string, { vault }: Pick<Services, 'vault'>): string {
  return vault.hash(`sessions of ${hashOfToken(token)}`)
}

/** Finds whose token it is: first that of the settings, then those that were made. */
export function createCallerOfToken(settingsToken: string, services: Services) {
  const settingsHash = hashOfToken(settingsToken)
  return (token: string, hash: string) =>
    isSame(hash, settingsHash)
      ? Promise.resolve<CallerFound>(administrator)
      : callerOf(token, hash, services)
}

// Both are digests of one length.
function isSame(hash: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(other))
}

/** Whose token it is, or why it is none; found by the hash, so that no time tells how much of it is right. */
async function callerOf(token: string, hash: string, services: Services): Promise<CallerFound> {
  if (!isManagementToken(token)) return 'wrong'
  const row = await findTokenByHash(services.db, hash)
  if (row === undefined) return 'wrong'
  const now = services.now()
  if (row.expires_at !== null && row.expires_at <= now) return 'expired'
  await noteUse(row, now, services)
  return { tokenId: row.id, tokenName: row.name, scopes: new Set(row.scopes) }
}

/** Whose session it is by the hash of its cookie: who has its token, with what that one may now. */
export async function callerOfSession(
  hash: string,
  settingsMark: string,
  services: Services,
): Promise<CallerFound> {
  const row = await findConsoleSession(services.db, hash)
  if (row === undefined) return 'wrong'
  const caller = row.token_id === null ? administratorOf(row, settingsMark) : holderOf(row)
  const now = services.now()
  const endsAt = endOf(row)
  const idleAt = row.last_used_at.getTime() + services.limits.sessionIdleMs
  if (caller === undefined || endsAt <= now || idleAt <= now.getTime()) return 'expired'
  await noteSessionUse(row, now, services)
  return { ...caller, session: { hash, endsAt } }
}

function administratorOf({ settings_mark }: ConsoleSessionAndToken, mark: string) {
  return settings_mark === mark ? administrator : undefined
}

function holderOf({ token_id, name, scopes }: ConsoleSessionAndToken): Caller | undefined {
  if (token_id === null || name === null || scopes === null) return undefined
  return { tokenId: token_id, tokenName: name, scopes: new Set(scopes) }
}

function endOf({ ends_at, expires_at }: ConsoleSessionAndToken): Date {
  return expires_at !== null && expires_at < ends_at ? expires_at : ends_at
}

async function noteUse({ id, last_used_at }: TokenRow, at: Date, services: Services) {
  const since = new Date(at.getTime() - useEveryMs)
  if (last_used_at !== null && last_used_at >= since) return
  await orWarn(noteTokenUse(services.db, id, { at, since }), id, services)
}

async function noteSessionUse(row: ConsoleSessionAndToken, at: Date, services: Services) {
  const since = new Date(at.getTime() - useEveryMs)
  if (row.last_used_at >= since) return
  const noted = noteConsoleSessionUse(services.db, row.hash, { at, since })
  await orWarn(noted, row.token_id ?? 'settings', services)
}

// That it cannot be noted, with a database that only reads for instance, is no reason to refuse.
async function orWarn(noted: Promise<void>, tokenId: string, { log }: Services): Promise<void> {
  await noted.catch((error: unknown) => {
    log.warn({ err: error, tokenId }, 'the use of a management token could not be noted')
  })
}
