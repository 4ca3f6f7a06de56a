import { AnswerTooLongError } from './read-text.ts'

/** Why no HTTP answer came; `elsewhere` is true if another host may be asked instead. */
export interface NetworkFault {
  readonly message: string
  readonly elsewhere: boolean
}

// Nothing answers there. A certificate that does not verify is not among these: something does
// answer, perhaps not the store, and an operator has to hear of it.
const unreachable: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
])

/**
 * Translates what is thrown when no answer comes, or none of a bearable length: `TimeoutError` when the time is up, else a
 * TypeError whose cause names the fault. Throws anything else again: it is a defect of ours.
 */
export function describeNetworkFault(error: unknown): NetworkFault {
  if (!(error instanceof Error)) throw error
  if (error instanceof AnswerTooLongError) return { message: error.message, elsewhere: false }
  if (error.name === 'TimeoutError') return { message: 'no answer in time', elsewhere: true }
  const code = codeOf(error.cause)
  if (code === undefined) throw error
  return { message: code, elsewhere: unreachable.has(code) }
}

function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}
