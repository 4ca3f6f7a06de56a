/**
 * Breaks a request off when its time is up (TimeoutError) or when the signal says so (its reason), until
 * `end` is called. By hand, since AbortSignal.timeout keeps its timer after the answer: of what is
 * answered at once by the thousand, all of the last seconds would be kept.
 */
export function startRequestDeadline(
  timeoutMs: number,
  stop: AbortSignal | undefined,
  breakOff: (reason: Error) => void,
): { end(): void } {
  const stopped = () => breakOff(stop?.reason as Error)
  const runOut = () => breakOff(new DOMException('no answer in time', 'TimeoutError'))
  const timer = setTimeout(runOut, timeoutMs)
  if (stop?.aborted === true) stopped()
  const waiting = stop && waitingFor(stop)
  waiting?.add(stopped)
  return {
    end() {
      clearTimeout(timer)
      waiting?.delete(stopped)
    },
  }
}

const waitingBySignal = new WeakMap<AbortSignal, Set<() => void>>()

// One listener for all requests of a signal: to add and take away one for each costs as much as to sign it.
function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = waitingBySignal.get(signal)
  if (known !== undefined) return known
  const waiting = new Set<() => void>()
  waitingBySignal.set(signal, waiting)
  signal.addEventListener('abort', () => waiting.forEach((stopped) => stopped()), { once: true })
  return waiting
}
