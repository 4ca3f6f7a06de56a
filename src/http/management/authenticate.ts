import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashOfToken } from '../../crypto/management-token.ts'
import type { Caller } from '../../management/access.ts'
import { Problem, unauthorized, unknownToken } from '../../management/problem.ts'
import type { Services } from '../../calls/services.ts'
import type { Metrics } from '../metrics.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import {
  type CallerFound,
  callerOfSession,
  createCallerOfToken,
  settingsMarkOf,
} from './find-caller.ts'
import { crossSite, isSameOrigin } from './same-origin.ts'
import { sessionSecretIn } from './session-cookie.ts'
import { sourceOf } from './source.ts'

/**
 * Finds out who calls by the token of a request, or else by its session. Throws Problem 401, 429 for one
 * who guesses, and 403 for a change that another site has a browser ask for.
 */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>

/** What callers are told apart by. */
export interface AuthenticateOptions {
  /** The token of the settings. */
  readonly token: string
  readonly services: Services
  readonly metrics: Pick<Metrics, 'managementRefused'>
}

// Answers that are held back at once; each holds a connection.
const maxHeldBack = 100

/** What a request shows, and what it is looked up by. */
interface Shown {
  readonly what: 'token' | 'session'
  readonly secret: string
  readonly attempts: Attempts
  readonly find: (hash: string) => Promise<CallerFound>
}

/** Makes what finds out who calls. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { token, services, metrics } = options
  const { limits, log } = services
  const settingsMark = settingsMarkOf(token, services)
  const ofTokens = createAttempts(limits)
  // Of their own: a tab whose session is over keeps nobody from signing in.
  const ofSessions = createAttempts(limits)
  const callerOfToken = createCallerOfToken(token, services)
  let heldBack = 0

  async function slowDown(): Promise<Problem> {
    metrics.managementRefused('slowed')
    if (heldBack < maxHeldBack) {
      heldBack += 1
      await sleep(limits.tokenHeldBackMs).finally(() => (heldBack -= 1))
    }
    return tooMany(limits.tokenAttemptEveryMs)
  }

  function shownBy({ headers, method = '' }: IncomingMessage): Shown | undefined {
    const bearer = bearerOf(headers.authorization)
    if (bearer !== undefined) {
      const find = (hash: string) => callerOfToken(bearer, hash)
      return { what: 'token', secret: bearer, attempts: ofTokens, find }
    }
    const secret = sessionSecretIn(headers.cookie)
    if (secret === undefined) return undefined
    if (!reading.has(method) && !isSameOrigin(headers)) {
      metrics.managementRefused('cross-site')
      throw crossSite()
    }
    const find = (hash: string) => callerOfSession(hash, settingsMark, services)
    return { what: 'session', secret, attempts: ofSessions, find }
  }

  return async (request) => {
    const shown = shownBy(request)
    if (shown === undefined) {
      metrics.managementRefused('missing')
      throw unauthorized(
        'A management token is needed: Authorization: Bearer <token>, or a session.',
      )
    }
    const { what, secret, attempts, find } = shown
    const source = sourceOf(request.socket.remoteAddress)
    const hash = hashOfToken(secret)
    if (!attempts.mayTry(source, hash, services.now())) throw await slowDown()
    const found = await find(hash)
    if (typeof found === 'object') {
      attempts.held(source, hash)
      return found
    }
    const passedOver = attempts.failed(source, hash)
    metrics.managementRefused(found)
    log.warn({ source, reason: found, passedOver }, `a management ${what} was refused`)
    throw unauthorized(refusals[what])
  }
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD'])

const refusals = {
  token: unknownToken,
  session: 'This session has ended; sign in again.',
}

function bearerOf(header: string = ''): string | undefined {
  return /^bearer +(\S+)$/i.exec(header)?.[1]
}

function tooMany(everyMs: number): Problem {
  return new Problem(429, 'Too many wrong tokens came from here; please call again later.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(everyMs / 1_000))) },
  })
}
