import type { CallFault } from '../../domain/usage/call-code.ts'
import { backOffMs } from '../back-off.ts'

const minuteMs = 60_000
const oursMs = 10 * minuteMs
const longestMs = 60 * minuteMs

/** Pushes that are held up: of the whole site, or of the address that signs. */
export interface Hold {
  readonly of: 'site' | 'signer'
  readonly ms: number
  /** It is our key or form, which somebody has to mend; of a site's access the client tells. */
  readonly isOurs: boolean
}

/**
 * What is held up after so many failures in a row; undefined where the call says nothing of others. What
 * holds a site up ends before, should the site answer again.
 */
export function holdFor(
  fault: CallFault | 'brake' | undefined,
  failures: number,
  pauseMs?: number,
): Hold | undefined {
  if (fault === 'later' || fault === 'access' || fault === 'account') {
    const ms = pauseMs ?? backOffMs(Math.min(failures + 1, 20)) ?? longestMs
    return { of: 'site', ms, isOurs: fault === 'account' }
  }
  if (fault !== 'key' && fault !== 'brake') return undefined
  const ms = Math.min(oursMs * 2 ** Math.min(failures, 10), longestMs)
  return { of: 'signer', ms, isOurs: true }
}
