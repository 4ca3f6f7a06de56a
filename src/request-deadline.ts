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
  stop?.addEventListener('abort', stopped)
  return {
    end() {
      clearTimeout(timer)
      stop?.removeEventListener('abort', stopped)
    },
  }
}
