import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { hashOfToken } from '../../crypto/management-token.ts'
import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import type { Address } from '../../domain/address.ts'
import type { Rerun } from '../../calls/rerun/stored-call.ts'
import type { Browser } from '../../management/context.ts'
import { Problem } from '../../management/problem.ts'
import type { Services } from '../../calls/services.ts'
import type { Noted } from '../../calls/noted.ts'
import { createManagementBackend } from './backend.ts'
import { openManagementCall } from './request.ts'
import { createAuthenticate } from './authenticate.ts'
import { settingsMarkOf } from './find-caller.ts'
import { givenCookie, sessionSecretIn, takenCookie } from './session-cookie.ts'
import { fileLimitOf } from './file-limit.ts'
import type { Metrics } from '../metrics.ts'
import { replyJson, replyProblem, requestIdOf } from './problem.ts'
import type { ByteBudget } from '../byte-budget.ts'
import { BodyError, createBodyReader } from '../read-body.ts'

/** What the routes of the management API need. */
export interface ManagementRouterOptions {
  readonly services: Services
  readonly addresses: ReadonlyMap<string, Address>
  readonly publicUrl?: string | undefined
  readonly token: string
  /** Whether a session has to say why it changes something. */
  readonly reasonRequired: boolean
  readonly noted: Noted
  readonly rerun: Rerun
  readonly metrics: Pick<Metrics, 'managementRefused'>
  /** For the bodies that are being received. */
  readonly budget: ByteBudget
}

const bodyLimitBytes = 1024 * 1024

/**
 * Serves the management API: the token first, whatever else is wrong, then the body, the contract,
 * the operation.
 */
export async function createManagementRouter(
  options: ManagementRouterOptions,
): Promise<RequestHandler> {
  const { services, addresses, publicUrl, noted, rerun, reasonRequired } = options
  const settingsMark = settingsMarkOf(options.token, services)
  const authenticate = createAuthenticate(options)
  const saveNoted = () => noted.save(services.db)
  const answer = await createManagementBackend(
    { services, addresses, publicUrl, saveNoted, rerun, reasonRequired, settingsMark },
    options.metrics,
  )
  const readJson = createBodyReader(bodyLimitBytes, options.budget)
  const readBody = (request: Request) => {
    const limit = fileLimitOf(request.originalUrl)
    return limit === undefined
      ? readJson(request)
      : createBodyReader(limit, options.budget)(request)
  }
  return async (request, response) => {
    const requestId = requestIdOf(response)
    const hangUp = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) hangUp.abort()
    })
    try {
      const caller = await authenticate(request)
      const body = await readBody(request)
      const { originalUrl: target, method, headers } = request
      replyJson(
        response,
        await answer(
          openManagementCall({
            target,
            method,
            headers,
            body,
            caller,
            requestId,
            gone: hangUp.signal,
            browser: browserOf(request, response),
          }),
        ),
      )
    } catch (error) {
      // Nobody is there to be answered, and nothing of ours failed.
      if (error instanceof BodyError && error.reason === 'gone') return
      const log = services.log.child({ requestId })
      replyProblem(response, problemOf(error, log))
    }
  }
}

function browserOf({ headers }: Request, response: Response): Browser {
  const secret = sessionSecretIn(headers.cookie)
  return {
    sessionHash: secret === undefined ? undefined : hashOfToken(secret),
    giveCookie: (given) => response.setHeader('set-cookie', givenCookie(given)),
    takeCookie: () => response.setHeader('set-cookie', takenCookie),
  }
}

const statusOf = { 'too-large': 413, faulty: 400, busy: 503 } as const

function sentence(fault: string): string {
  return `${fault.startsWith('body') ? 'The ' : ''}${fault}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  )
}

function problemOf(error: unknown, log: Logger): Problem {
  if (error instanceof Problem) return error
  if (error instanceof BodyError && error.reason !== 'gone') {
    return new Problem(statusOf[error.reason], sentence(error.message))
  }
  if (isDatabaseUnavailable(error)) {
    log.warn({ err: error }, 'database unavailable during a management request')
    return new Problem(503, 'The database does not answer; nothing was changed, please call again.')
  }
  log.error({ err: error }, 'a management request could not be answered')
  return new Problem(500, 'An internal error occurred; nothing was changed, please call again.')
}
