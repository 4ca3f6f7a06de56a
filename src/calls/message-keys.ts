import { fingerprint } from '../crypto/fingerprint.ts'
import type { Answer } from '../domain/answer.ts'
import { signatureFaultOf } from '../domain/signature-refusal.ts'
import { keyTypeOf } from '../interfaces.ts'
import type { ReceivedCall, VerifiedCall } from './call.ts'

/**
 * The keys that the signature of a call was held against, by fingerprint: the one that it held with, or
 * all that were accepted when none fitted; null where no key was asked.
 */
export function messageKeys(
  call: ReceivedCall | VerifiedCall,
  { resultMsg }: Answer,
): string[] | null {
  if (call.rerunOf !== undefined) return null
  if ('key' in call) return [fingerprint(call.key)]
  if (signatureFaultOf(resultMsg) !== 'mismatch') return null
  return call.address.keys[keyTypeOf(call.operation)].map(fingerprint)
}
