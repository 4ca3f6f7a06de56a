import type { Exchange } from '../exchange.ts'
import { isDone } from './outcome.ts'

/** Enough calls for two of them to meet between a read and a write of the seller. */
const callsAtOnce = 20

/** Makes calls without waiting for one another. */
export function atOnce(
  make: (at: number) => Promise<Exchange>,
  count = callsAtOnce,
): Promise<readonly Exchange[]> {
  return Promise.all(Array.from({ length: count }, (_none, at) => make(at)))
}

/** The instance ids of the purchases that succeeded. */
export function instanceIdsOf(made: readonly Exchange[]): readonly string[] {
  return made.filter(isDone).flatMap(({ answer: { instanceId } }) => instanceId ?? [])
}
