import { findLicense } from '../../db/license/licenses.ts'
import { answer, success } from '../../domain/answer.ts'
import { type License, newLicense } from '../../domain/license/license.ts'
import { type Call, originOf } from '../call.ts'
import type { CallResult } from '../handler.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import type { Services } from '../services.ts'

/**
 * The code of a call: as it is kept, or one that was never seen before, at version 0. The store made
 * it, so no code is unknown.
 */
export async function findCode(
  call: Call<{ readonly license: string }>,
  { db, vault }: Services,
): Promise<License> {
  const { license: code } = call.body
  const scope = { ...originOf(call), family: 'license-c' } as const
  const licenseId = licenseIdOf(scope, [code], vault)
  const kept = await findLicense(db, vault, licenseId)
  return kept
    ? { ...kept, address: scope.address }
    : newLicense({ ...scope, licenseId, code }, call.now)
}

/** The answer to a change of a released code, which is final; to a test call a success. */
export function releasedAnswer({ test }: Call<unknown>, { licenseId }: License): CallResult {
  return { answer: test ? success() : answer('000003', 'license is released'), licenseId }
}
