import { Refusal } from './refusal.ts'

/** Why a call that carries a signature was not verified. */
export type SignatureFault = 'mismatch' | 'no-key' | 'clock'

/** The refusal of a signature that none of the accepted keys gives. */
export function mismatch(name: string): Refusal {
  return new Refusal('000001', `${name} does not match`)
}

/** The refusal of a call for which there is no key. */
export function noKey(keyType: string): Refusal {
  return new Refusal('000001', `no ${keyType} key is set`)
}

/** The refusal of a call that was signed too long ago, or is to be signed yet. */
export function outOfTime(name: string): Refusal {
  return new Refusal('000002', `${name} is more than 60 seconds away from now`)
}

const faults: readonly (readonly [SignatureFault, RegExp])[] = [
  ['mismatch', / does not match$/],
  ['no-key', /^no \w+ key is set$/],
  ['clock', / is more than 60 seconds away from now$/],
]

/**
 * Reads out of what a call that was not verified was answered whether it carried a signature that did not
 * hold, and why; undefined where it lacked one, as what a browser or a scanner sends.
 */
export function signatureFaultOf(resultMsg: string): SignatureFault | undefined {
  return faults.find(([, form]) => form.test(resultMsg))?.[0]
}
