import type { Limits } from '../../limits.ts'
import { createSampler } from '../sampler.ts'

/** Which tokens are looked at, by where they come from. */
export interface Attempts {
  /**
   * Whether a token (its hash) may be tried: always one that held from there before, another one as often
   * as the limits say.
   */
  mayTry(source: string, hash: string, now: Date): boolean
  held(source: string, hash: string): void
  /** Returns how many attempts from there were not looked at since it failed last. */
  failed(source: string, hash: string): number
}

// More than a proxy passes on for one seller.
const maxTrusted = 256

interface Source {
  readonly isWithin: (now: Date) => boolean
  readonly trusted: Set<string>
  passedOver: number
}

/**
 * Slows down who guesses. Whoever has a right token is never slowed with it, so nobody is locked out by
 * a neighbour behind the same proxy. The memory is bounded: the source that was heard of least recently
 * is forgotten first.
 */
export function createAttempts(limits: Limits): Attempts {
  const sources = new Map<string, Source>()
  const perSecond = 1_000 / limits.tokenAttemptEveryMs

  function sourceAt(name: string): Source {
    const source = sources.get(name) ?? {
      isWithin: createSampler(limits.tokenAttempts, perSecond),
      trusted: new Set<string>(),
      passedOver: 0,
    }
    sources.delete(name)
    sources.set(name, source)
    if (sources.size > limits.tokenSources) dropFirst(sources.keys(), sources)
    return source
  }

  return {
    mayTry(name, hash, now) {
      const source = sourceAt(name)
      if (source.trusted.has(hash) || source.isWithin(now)) return true
      source.passedOver += 1
      return false
    },
    held(name, hash) {
      const { trusted } = sourceAt(name)
      trusted.add(hash)
      if (trusted.size > maxTrusted) dropFirst(trusted.keys(), trusted)
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
