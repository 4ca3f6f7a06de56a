import express, { type RequestHandler } from 'express'

/**
 * Keeps the raw bytes of a body whatever its content type says: the signature covers them, and the
 * store spells the charset in ways that a JSON parser refuses. `limit` in bytes.
 */
export function readRawBody(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit, inflate: false })
}

/** Why a body could not be read, in words for the caller; undefined when the error is another one. */
export function bodyFault(error: unknown, limit: number): string | undefined {
  const { type } = error as { type?: unknown }
  if (type === 'entity.too.large') return `body is larger than ${limit} bytes`
  if (type === 'encoding.unsupported') return 'body must not be compressed'
  if (type === 'request.size.invalid') return 'body does not have the length that was announced'
  return undefined
}
