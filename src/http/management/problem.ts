import { STATUS_CODES } from 'node:http'
import type { Response } from 'express'
import { lengths, type ManagementSchemas } from '../../contract/index.ts'
import type { Problem } from '../../management/problem.ts'

/** Answers with a problem (RFC 9457). */
export function replyProblem(response: Response, given: Problem): void {
  const { status, message, errors, headers } = given
  const problem: ManagementSchemas['Problem'] = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message.slice(0, lengths.problemDetail).toWellFormed(),
    ...(errors && { errors }),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  replyJson(response, problem, { status, type: 'application/problem+json' })
}

/** Sends JSON that no proxy keeps: instances and messages are private. */
export function replyJson(
  response: Response,
  body: object,
  { status = 200, type = 'application/json' } = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.statusCode = status
  response.setHeader('content-type', type)
  response.setHeader('content-length', bytes.length)
  response.setHeader('cache-control', 'no-store')
  response.end(bytes)
}
