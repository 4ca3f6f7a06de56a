import type { SellerSchemas } from '../../contract/index.ts'
import { success } from '../../domain/answer.ts'
import { freeze, unfreeze } from '../../domain/instance/life-cycle.ts'
import { register } from '../../domain/license/license.ts'
import type { Handler } from '../call.ts'
import { findCode, releasedAnswer } from './find-code.ts'

type UpdateLicenseCodeStatus = SellerSchemas['UpdateLicenseCodeStatusC']

/** Sets a code frozen or not; the last call wins. */
export const updateLicenseCodeStatus: Handler<UpdateLicenseCodeStatus> = async (call, services) => {
  const license = await findCode(call, services)
  if (license.phase === 'released') return releasedAnswer(call, license)
  const isFreeze = call.body.status === 'FREEZE'
  const next = register(isFreeze ? freeze(license, call.now) : unfreeze(license, call.now))
  if (next === license) return { answer: success(), licenseId: license.licenseId }
  return { answer: success(), license: next }
}
