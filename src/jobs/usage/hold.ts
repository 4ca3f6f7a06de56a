import type { CallFault } from '../../domain/usage/call-code.ts'
import { backOffMs } from '../back-off.ts'

const minuteMs = 60_000
const oursMs = 10 * minuteMs
const longestMs = 60 * minuteMs

/** Pushes that are held up: of the whole site, or of the address that signs. */
export interface Hold {
  readonly of: 'site' | 'signer'
  readonly ms: number
  /** It is our account, key or form, which somebody has to mend. */
  readonly isOurs: boolean
}

/** What is held up after so many failures in a row; undefined where the call says nothing of others. */
export function holdFor(
  fault: CallFault | 'brake' | undefined,
  failures: number,
  pauseMs?: number,
): Hold | undefined {
  const ours = Math.min(oursMs * 2 ** Math.min(failures, 10), longestMs)
  if (fault === 'later') {
    return {
      of: 'site',
      ms: pauseMs ?? backOffMs(Math.min(failures + 1, 20)) ?? longestMs,
      isOurs: false,
    }
  }
  if (fault === 'access') return { of: 'site', ms: ours, isOurs: true }
  if (fault === 'key' || fault === 'brake') return { of: 'signer', ms: ours, isOurs: true }
  return undefined
}
