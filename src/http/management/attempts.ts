import type { Limits } from '../../limits.ts'

/** Which tokens are looked at, by where they come from. */
export interface Attempts {
  /**
   * Whether a token (its hash) may be tried: always one that held from there before, another one as often
   * as the limits say.
   */
  mayTry(source: string, hash: string, now: Date): boolean
  held(source: string, hash: string): void
  /** Returns how many attempts from there were not looked at since the last one that failed. */
  failed(source: string, hash: string): number
}

// More than a proxy passes on for one seller.
const maxTrusted = 256

interface Source {
  /** How many wrong tokens it may still try, and when that was so. */
  left: number
  at: number
  readonly trusted: Set<string>
  passedOver: number
}

/**
 * Slows down who guesses. Whoever has a right token is not slowed with it, so nobody is locked out by a
 * neighbour behind the same proxy. The memory is bounded: the source that was heard of least recently
 * is forgotten first.
 */
export function createAttempts(limits: Limits): Attempts {
  const most = limits.tokenAttempts
  const sources = new Map<string, Source>()

  function sourceAt(name: string): Source {
    const source = sources.get(name) ?? { left: most, at: 0, trusted: new Set(), passedOver: 0 }
    sources.delete(name)
    sources.set(name, source)
    if (sources.size > limits.tokenSources) dropFirst(sources.keys(), sources)
    return source
  }

  return {
    mayTry(name, hash, now) {
      const source = sourceAt(name)
      if (source.trusted.has(hash)) return true
      const elapsedMs = Math.max(0, now.getTime() - source.at)
      source.left = Math.min(most, source.left + elapsedMs / limits.tokenAttemptEveryMs)
      source.at = now.getTime()
      if (source.left < 1) {
        source.passedOver += 1
        return false
      }
      // Taken before it is known what comes of it: many may be tried at once.
      source.left -= 1
      return true
    },
    held(name, hash) {
      const source = sourceAt(name)
      if (source.trusted.has(hash)) return
      source.left += 1
      source.trusted.add(hash)
      if (source.trusted.size > maxTrusted) dropFirst(source.trusted.keys(), source.trusted)
    },
    failed(name, hash) {
      const source = sourceAt(name)
      source.trusted.delete(hash)
      const { passedOver } = source
      source.passedOver = 0
      return passedOver
    },
  }
}

function dropFirst(keys: Iterator<string>, from: { delete(key: string): boolean }): void {
  const first = keys.next()
  if (first.done !== true) from.delete(first.value)
}
