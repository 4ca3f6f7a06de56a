import type { StoreFailure, StoreResult } from './store-client.ts'

/** A call that may be broken off by a signal: that is an answer too, and the store may have taken it. */
export function brokenOff<Answer>(
  call: Promise<StoreResult<Answer>>,
  signal: AbortSignal,
): Promise<StoreResult<Answer>> {
  return call.catch((error: unknown) => {
    if (signal.aborted) return tooLate
    throw error
  })
}

const tooLate: StoreFailure = {
  ok: false,
  kind: 'later',
  code: 'unreachable',
  message: 'no answer in time',
  status: undefined,
  uncertain: true,
  pauseMs: undefined,
  body: undefined,
}
