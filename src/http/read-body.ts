import type { IncomingMessage } from 'node:http'
import type { ByteBudget } from './byte-budget.ts'
import { watchFraming } from './chunk-framing.ts'
import { createGrowingBuffer } from './growing-buffer.ts'
import { stopReading } from './stop-reading.ts'

/** Reads the raw body of a request; rejects with BodyError. */
export type ReadBody = (request: IncomingMessage) => Promise<Buffer>

/** Why a body was not read: what the caller did wrong, too many bodies at once, or nobody is there. */
export class BodyError extends Error {
  readonly reason: 'too-large' | 'faulty' | 'busy' | 'gone'

  constructor(reason: BodyError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/**
 * Keeps the raw bytes of a body whatever its content type says: the signature covers them, and the
 * store spells the charset in ways that a JSON parser refuses. `limit` in bytes.
 */
export function createBodyReader(limit: number, budget: ByteBudget): ReadBody {
  return async (request) => {
    const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers
    if (encoding.toLowerCase() !== 'identity') {
      throw new BodyError('faulty', 'body must not be compressed')
    }
    const announced = length === undefined ? undefined : Number(length)
    if (announced !== undefined && announced > limit) throw tooLarge(limit)
    return gather(request, { limit, announced, budget })
  }
}

interface Room {
  readonly limit: number
  /** The length that the head tells; undefined of a body in chunks. */
  readonly announced: number | undefined
  readonly budget: ByteBudget
}

function gather(request: IncomingMessage, { limit, announced, budget }: Room): Promise<Buffer> {
  const bytes = createGrowingBuffer(announced ?? limit, budget)
  let received = 0
  return new Promise((resolve, reject) => {
    const settle = () => {
      unwatch()
      request.off('data', take).off('end', end).off('error', abort).off('close', abort)
    }
    const fail = (error: BodyError) => {
      settle()
      bytes.drop()
      reject(error)
    }
    const take = (piece: Buffer) => {
      received += piece.length
      if (received > limit) fail(tooLarge(limit))
      else if (!bytes.add(piece)) fail(new BodyError('busy', 'too much is received at once'))
    }
    const end = () => {
      settle()
      resolve(bytes.finish())
    }
    const abort = () => fail(new BodyError('gone', 'the caller hung up while it sent'))
    const unwatch = watchFraming(request, () => {
      stopReading(request)
      fail(new BodyError('faulty', 'body has too much between its chunks'))
    })
    request.on('data', take).on('end', end).on('error', abort).on('close', abort)
  })
}

function tooLarge(limit: number): BodyError {
  return new BodyError('too-large', `body is larger than ${limit} bytes`)
}
