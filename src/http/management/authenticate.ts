import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Scope } from '../../contract/index.ts'
import { hashOfToken, isManagementToken } from '../../crypto/management-token.ts'
import { type TokenRow, findTokenByHash, noteTokenUse } from '../../db/token/tokens.ts'
import type { Caller } from '../../management/access.ts'
import { Problem } from '../../management/problem.ts'
import type { Services } from '../../calls/services.ts'
import type { Metrics } from '../metrics.ts'
import { createAttempts } from './attempts.ts'
import { sourceOf } from './source.ts'

/** Finds out who calls by the token of a request. Throws Problem 401, and 429 for one who guesses. */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>

/** What callers are told apart by. */
export interface AuthenticateOptions {
  /** The token of the settings. */
  readonly token: string
  readonly services: Services
  readonly metrics: Pick<Metrics, 'managementRefused'>
}

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
// Answers that are held back at once; each holds a connection.
const maxHeldBack = 100

/** Makes what finds out who calls: first the token of the settings, then those that were made. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { token, services, metrics } = options
  const { limits, log } = services
  const settingsHash = hashOfToken(token)
  const attempts = createAttempts(limits)
  let heldBack = 0

  async function slowDown(): Promise<Problem> {
    metrics.managementRefused('slowed')
    if (heldBack < maxHeldBack) {
      heldBack += 1
      await sleep(limits.tokenHeldBackMs).finally(() => (heldBack -= 1))
    }
    return tooMany(limits.tokenAttemptEveryMs)
  }

  return async ({ headers, socket }) => {
    const given = bearerOf(headers.authorization)
    if (given === undefined) {
      metrics.managementRefused('missing')
      throw unauthorized('A management token is needed: Authorization: Bearer <token>.')
    }
    const source = sourceOf(socket.remoteAddress)
    const hash = hashOfToken(given)
    if (!attempts.mayTry(source, hash, services.now())) throw await slowDown()
    const found = isSame(hash, settingsHash) ? administrator : await callerOf(given, hash, services)
    if (typeof found === 'object') {
      attempts.held(source, hash)
      return found
    }
    const passedOver = attempts.failed(source, hash)
    metrics.managementRefused(found)
    log.warn({ source, reason: found, passedOver }, 'a management token was refused')
    throw unauthorized('This management token is not known, or not valid any more.')
  }
}

function bearerOf(header: string = ''): string | undefined {
  return /^bearer +(\S+)$/i.exec(header)?.[1]
}

// Both are digests of one length.
function isSame(hash: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(other))
}

/** Whose token it is, or why it is none; found by the hash, so that no time tells how much of it is right. */
async function callerOf(
  token: string,
  hash: string,
  services: Services,
): Promise<Caller | 'wrong' | 'expired'> {
  if (!isManagementToken(token)) return 'wrong'
  const row = await findTokenByHash(services.db, hash)
  if (row === undefined) return 'wrong'
  const now = services.now()
  if (row.expires_at !== null && row.expires_at <= now) return 'expired'
  await noteUse(row, now, services)
  return { tokenId: row.id, tokenName: row.name, scopes: new Set(row.scopes) }
}

// That it cannot be noted, with a database that only reads for instance, is no reason to refuse.
async function noteUse({ id, last_used_at }: TokenRow, at: Date, { db, log }: Services) {
  const since = new Date(at.getTime() - useEveryMs)
  if (last_used_at !== null && last_used_at >= since) return
  await noteTokenUse(db, id, { at, since }).catch((error: unknown) => {
    log.warn({ err: error, tokenId: id }, 'the use of a management token could not be noted')
  })
}

function unauthorized(detail: string): Problem {
  return new Problem(401, detail, { headers: { 'www-authenticate': 'Bearer' } })
}

function tooMany(everyMs: number): Problem {
  return new Problem(429, 'Too many wrong tokens came from here; please call again later.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(everyMs / 1_000))) },
  })
}
