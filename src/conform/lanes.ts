/** Runs the tasks, at most `width` at a time, begun in their order. No task may reject. */
export async function inLanes(
  tasks: readonly (() => Promise<void>)[],
  width: number,
): Promise<void> {
  const waiting = tasks[Symbol.iterator]()
  // The lanes share the iterator: each takes the next task that nobody has.
  const lane = async () => {
    for (const task of waiting) await task()
  }
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, lane))
}

/** What the promise gives, or a rejection as soon as the signal is aborted; the work itself goes on. */
export async function untilStopped<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return work
  work.catch(() => undefined)
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(new Stopped())
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** The user has stopped the run. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
