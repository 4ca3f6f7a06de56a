import type { Response } from 'express'
import { type Answer, answer } from '../domain/answer.ts'

/**
 * An answer's bytes: characters outside ASCII as \uXXXX escapes, as the store's documents want
 * Chinese in a memo. Serialised once, so that what is signed is what is sent.
 */
export function serialise(given: Answer): Buffer {
  const json = JSON.stringify(given)
  return Buffer.from(json.replace(/[\u007f-\uffff]/g, escaped))
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Sends an answer to the store, which reads HTTP 200 with application/json only. */
export function reply(response: Response, body: Buffer, status = 200): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.setHeader('content-length', body.length)
  response.end(body)
}

/** A path or method that is not served: the one refusal with an HTTP status of its own. */
export function replyNotServed(response: Response, status: 404 | 405, message: string): void {
  reply(response, serialise(answer('000002', message)), status)
}
