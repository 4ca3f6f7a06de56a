import express, {
  type NextFunction,
  type RequestHandler,
  type Request,
  type Response,
} from 'express'

/** Reads the raw body of a request into `request.body`; rejects with the reader's error, see bodyFault. */
export type ReadBody = (request: Request, response: Response) => Promise<void>

/**
 * Keeps the raw bytes of a body whatever its content type says: the signature covers them, and the
 * store spells the charset in ways that a JSON parser refuses. `limit` in bytes. A body that was read
 * before is taken as it is.
 */
export function createBodyReader(limit: number): ReadBody {
  const read: RequestHandler = express.raw({ type: () => true, limit, inflate: false })
  return (request, response) =>
    new Promise((resolve, reject) => {
      const done: NextFunction = (error?: unknown) => {
        if (error instanceof Error) reject(error)
        else resolve()
      }
      read(request, response, done)
    })
}

/** Why a body could not be read, in words for the caller; undefined when the error is another one. */
export function bodyFault(error: unknown): string | undefined {
  const { type, limit } = error as { type?: unknown; limit?: unknown }
  if (type === 'entity.too.large') return `body is larger than ${String(limit)} bytes`
  if (type === 'encoding.unsupported') return 'body must not be compressed'
  if (type === 'request.size.invalid') return 'body does not have the length that was announced'
  return undefined
}

/** The caller hung up while it sent: nobody is there to be answered, and nothing of ours failed. */
export function isGone(error: unknown): boolean {
  return (error as { type?: unknown }).type === 'request.aborted'
}
