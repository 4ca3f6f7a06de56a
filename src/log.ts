import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import { hidden } from './mask/mask-text.ts'

/**
 * Makes the log of the process: to be read on a terminal, and one JSON object a line otherwise, or
 * where it is told to go.
 */
export async function createLog(level: string, to?: DestinationStream): Promise<Logger> {
  const options = { level, serializers: { err: describeError } }
  if (to !== undefined) return pino(options, to)
  if (!process.stdout.isTTY) return pino(options)
  const { default: pretty } = await import('pino-pretty')
  return pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }))
}

/** What the log tells of an error. */
interface LoggedError {
  readonly type: string
  readonly message?: string
  readonly stack?: string
  readonly code?: unknown
  readonly routine?: unknown
  readonly errors?: readonly LoggedError[]
}

/**
 * What the log tells of an error: these members and no other. What else a fault of the database
 * carries, its statement with all values, its detail and its context, tells what is private.
 */
function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { type, message, stack } = stdSerializers.err(error)
  const { code, routine } = error as { code?: unknown; routine?: unknown }
  return {
    type,
    message: withoutValues(message, error),
    stack: withoutValues(stack, error),
    ...(code !== undefined && { code }),
    ...(routine !== undefined && { routine }),
    // Its own message is often empty.
    ...(error instanceof AggregateError && { errors: error.errors.map(describeError) }),
  }
}

// Postgres quotes the value in what it says of a data exception, class 22, and in no other:
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const dataException = /^22/

/** A text that holds the message of an error and of its causes, each without the values it quotes. */
function withoutValues(text: string, error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > mostCauses) return text
  const { message, cause } = error
  const isQuoting = 'code' in error && dataException.test(String(error.code)) && message !== ''
  const told = message.replace(/".*"/s, `"${hidden}"`)
  return withoutValues(isQuoting ? text.replaceAll(message, () => told) : text, cause, depth + 1)
}

// One may be its own cause.
const mostCauses = 10
