import { findLicense } from '../../db/license/licenses.ts'
import { answer, success } from '../../domain/answer.ts'
import { type License, firstSeen } from '../../domain/license/license.ts'
import type { Ask, Outcome } from '../call.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import type { Services } from '../services.ts'

/**
 * The code of a call: as it is kept, or one that was never seen before, which is taken in (version
 * 0). The store made it, so there is none that could be unknown.
 */
export async function knownCode(
  { address, test, body, now }: Ask<{ readonly license: string }>,
  { db, vault }: Services,
): Promise<License> {
  const { license: code } = body
  const scope = { address: address.name, family: 'license-code', test } as const
  const licenseId = licenseIdOf(scope, [code], vault)
  const kept = await findLicense(db, vault, licenseId)
  return kept ?? firstSeen({ ...scope, licenseId, code }, now)
}

/** The answer to a change of a released code, which is final; to a test call a success. */
export function releasedAnswer({ test }: Ask<unknown>, { licenseId }: License): Outcome {
  return { answer: test ? success() : answer('000003', 'license is released'), licenseId }
}
