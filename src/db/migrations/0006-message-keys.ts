import { lockShortly } from './lock-shortly.ts'

/**
 * By which keys the signature of a call was judged, by fingerprint: the one that it held with, or all
 * that were accepted when it did not; null where no key was asked, and for calls of the versions before.
 */
export const messageKeys: readonly string[] = [
  lockShortly('messages'),
  `alter table messages add column key_fingerprints text[]`,
]
