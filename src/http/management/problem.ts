import { STATUS_CODES } from 'node:http'
import type { Response } from 'express'
import { newId } from '../../db/new-id.ts'
import { lengths, type ManagementSchemas } from '../../contract/index.ts'
import type { Problem } from '../../management/problem.ts'

/** Answers with a problem (RFC 9457). */
export function replyProblem(response: Response, given: Problem): void {
  const { status, code, message, errors, oldest, headers } = given
  const problem: ManagementSchemas['Problem'] = {
    type: problemPage(code),
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: message.slice(0, lengths.problemDetail).toWellFormed(),
    requestId: requestIdOf(response),
    ...(errors && { errors }),
    ...(oldest !== undefined && { oldest }),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  replyJson(response, problem, { status, type: 'application/problem+json' })
}

/** Where the docs tell of a problem, from the root of the service. */
export function problemPage(code: string): string {
  return `/docs/en/problems.html#${code}`
}

/** What names a request in its answer and in our log; made when it is first asked for. */
export function requestIdOf(response: Response): string {
  const known = response.getHeader('x-request-id')
  if (typeof known === 'string') return known
  const made = newId()
  response.setHeader('x-request-id', made)
  return made
}

/** Sends JSON that no proxy keeps: instances and messages are private. What has a version has an ETag. */
export function replyJson(
  response: Response,
  body: object,
  { status = 200, type = 'application/json' } = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body))
  requestIdOf(response)
  const { version } = body as { version?: unknown }
  if (typeof version === 'number') response.setHeader('etag', `"${version}"`)
  response.statusCode = status
  response.setHeader('content-type', type)
  response.setHeader('content-length', bytes.length)
  response.setHeader('cache-control', 'no-store')
  response.end(bytes)
}
