import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import { SsoFault, type SsoFaultCode } from '../../sso/sso-fault.ts'
import { requestIdOf } from '../management/problem.ts'
import { BodyError } from '../read-body.ts'
import { languageOf } from './language.ts'
import { faultPage } from './pages.ts'

/** Answers with a page that says what to check, and returns its code. */
export function answerFault(
  error: unknown,
  { request, response, log }: { request: Request; response: Response; log: Logger },
): SsoFaultCode {
  const fault = asFault(error)
  const { code, status } = fault
  const requestId = requestIdOf(response)
  const line = { requestId, path: request.path, code, reason: fault.message }
  // Of what anybody can cause by opening an address no more than a line is kept.
  if (code === 'internal') log.error({ ...line, err: error }, 'a sign-on page could not be served')
  else log[status >= 500 ? 'warn' : 'info'](line, 'a user was not signed in')
  if (response.headersSent) return code
  response
    .status(status)
    .type('html')
    .send(faultPage(languageOf(request), { code, requestId }))
  return code
}

function asFault(error: unknown): SsoFault {
  if (error instanceof SsoFault) return error
  if (error instanceof BodyError) {
    return new SsoFault(error.reason === 'busy' ? 'busy' : 'request-faulty', error.message)
  }
  if (isDatabaseUnavailable(error)) return new SsoFault('database-away', String(error))
  return new SsoFault('internal', 'see err', { cause: error })
}
