import { raceTimeout } from '../race-timeout.ts'
import type { Call } from './call.ts'
import type { CallResult } from './handler.ts'

/** The result of a port so far as the store waited for it, and what goes on after the answer. */
export interface Timed<Result> extends Pick<CallResult, 'afterCommit'> {
  readonly result: Result | Pending
}

interface Pending {
  readonly outcome: 'pending'
}

/** How the answer of a port is used: what of it the store can take, and how a late one is kept. */
interface TimeoutOptions<Answered, Result> {
  readonly usable: (answered: Answered) => Result
  readonly saveLate: (result: Result) => Promise<unknown>
}

/**
 * Waits for a port of the seller as long as the call may: what takes longer is pending, and is kept
 * when it comes. Rejects when the port fails in time; when it fails late, that is logged.
 */
export async function withTimeout<Answered, Result>(
  answered: Answered | Promise<Answered>,
  { remainingMs }: Call<unknown>,
  { usable, saveLate }: TimeoutOptions<Answered, Result>,
): Promise<Timed<Result>> {
  if (!(answered instanceof Promise)) return { result: usable(answered) }
  const coming = answered.then(usable)
  const result = await raceTimeout(remainingMs(), coming, () => undefined)
  if (result !== undefined) return { result }
  const afterCommit = async () => {
    await saveLate(await coming)
  }
  return { result: { outcome: 'pending' }, afterCommit }
}
