import type { ServerResponse } from 'node:http'
import { bodySign, bodySignName } from '../../crypto/body-sign.ts'
import { type Answer, answer } from '../../domain/answer.ts'

/**
 * An answer as it is sent: characters outside ASCII as \uXXXX escapes, as the store's documents want
 * Chinese in a memo. Serialised once, so that what is signed is what is sent.
 */
export function serialise(given: Answer): string {
  return JSON.stringify(given).replace(/[\u007f-\uffff]/g, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

export interface ReplyOptions {
  /** The HTTP status, 200 unless the path or method is not served. */
  readonly status?: number
  /** The Key that signs the answer, where V1 wants it signed. */
  readonly signKey?: string | undefined
}

/** Sends an answer to the store, which reads HTTP 200 with application/json only. */
export function reply(response: ServerResponse, body: string, options: ReplyOptions = {}): void {
  const { status = 200, signKey } = options
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.setHeader('content-length', body.length)
  if (signKey !== undefined) response.setHeader(bodySignName, bodySign(signKey, body))
  // Head and ASCII body leave in one write.
  response.end(body, 'latin1')
}

/** What is no call: a path or method that is not served, the one refusal with an HTTP status of its own. */
export function replyRouteError(
  response: ServerResponse,
  status: 400 | 404 | 405,
  message: string,
  signKey?: string,
): void {
  reply(response, serialise(answer('000002', message)), { status, signKey })
}
