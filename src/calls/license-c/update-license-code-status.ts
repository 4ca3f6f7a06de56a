import type { SellerSchemas } from '../../contract/index.ts'
import { success } from '../../domain/answer.ts'
import { freeze, unfreeze } from '../../domain/instance/life-cycle.ts'
import { takenIn } from '../../domain/license/license.ts'
import type { Decide } from '../call.ts'
import { knownCode, releasedAnswer } from './find-code.ts'

type UpdateLicenseCodeStatus = SellerSchemas['UpdateLicenseCodeStatusC']

/** Sets a code frozen or not; the last call wins. */
export const updateLicenseCodeStatus: Decide<UpdateLicenseCodeStatus> = async (ask, services) => {
  const license = await knownCode(ask, services)
  if (license.phase === 'released') return releasedAnswer(ask, license)
  const isFreeze = ask.body.status === 'FREEZE'
  const next = takenIn(isFreeze ? freeze(license, ask.now) : unfreeze(license, ask.now))
  if (next === license) return { answer: success(), licenseId: license.licenseId }
  return { answer: success(), license: next }
}
