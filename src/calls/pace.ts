import { setTimeout as wait } from 'node:timers/promises'

/** Keeps a pace of one turn in so many milliseconds: waits for the rest of a turn's time, or until it is to stop. */
export async function restOfTurn(
  everyMs: number,
  begun: number,
  stop?: AbortSignal,
): Promise<void> {
  const restMs = everyMs - (performance.now() - begun)
  if (restMs > 0) await wait(restMs, undefined, { signal: stop }).catch(() => undefined)
}
